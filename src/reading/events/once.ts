import type { EventDraft } from "./types.ts";

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x) => b.includes(x));
const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x));

/** Whether two deeds are one: the same actors and recipients, or one mention leaves some of them out. */
function sameDeed(a: EventDraft, b: EventDraft): boolean {
  if (a.type !== b.type || (a.status !== b.status && a.status !== "actual" && b.status !== "actual")) return false;
  if (a.date !== null && b.date !== null && a.date !== b.date) return false;
  if (sameSet(a.actors, b.actors) && sameSet(a.recipients, b.recipients)) return a.sentence === b.sentence || a.type !== "AID";
  const silent = a.actors.length === 0 || b.actors.length === 0;
  return silent && sameSet(a.recipients, b.recipients) && a.recipients.length > 0;
}

/** Acts of speech stand each for themselves, unless one sentence has two words for one. */
function sameSpeech(a: EventDraft, b: EventDraft): boolean {
  if (a.type !== b.type || a.sentence !== b.sentence || !sameSet(a.actors, b.actors)) return false;
  return a.token === b.token || (!(a.speech && b.speech) && within(b.recipients, a.recipients) && Math.abs(a.token - b.token) < 12);
}

/** The fuller of two mentions, with the date of either. */
function joined(a: EventDraft, b: EventDraft): EventDraft {
  const fuller = b.actors.length > a.actors.length ? b : a;
  return fuller.date === null ? { ...fuller, date: a.date ?? b.date, time: a.time ?? b.time } : fuller;
}

/** One act, one record: what is mentioned again is the same act. */
export function once(events: readonly EventDraft[]): EventDraft[] {
  const kept: EventDraft[] = [];
  for (const e of events) {
    const known = kept.findIndex((k) => (k.speech || e.speech ? sameSpeech(k, e) : sameDeed(k, e)));
    if (known < 0) kept.push(e);
    else kept[known] = joined(kept[known]!, e);
  }
  return kept;
}
