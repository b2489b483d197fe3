import type { EventDraft } from "./types.ts";

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
const within = (a: readonly string[], b: readonly string[]): boolean => a.every((x) => b.includes(x));

/** What is promised or praised at two places are two acts. */
const OF_WORDS = new Set<EventDraft["type"]>(["AGREE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"]);

/** Whether two deeds are one: the same actors and recipients, or one mention leaves some of them out. */
function sameDeed(a: EventDraft, b: EventDraft): boolean {
  if (a.type !== b.type || (a.status === "negated") !== (b.status === "negated")) return false;
  const silent = (a.actors.length === 0) !== (b.actors.length === 0);
  const alike = (a.words ?? []).some((w) => b.words?.includes(w));
  if (a.date !== null && b.date !== null && a.date !== b.date && !(silent && alike)) return false;
  const actors = sameSet(a.actors, b.actors);
  if (actors && sameSet(a.recipients, b.recipients)) {
    if (a.type === "AID") return a.sentence === b.sentence && Math.abs(a.token - b.token) < 3;
    return a.sentence === b.sentence || (OF_WORDS.has(a.type) ? false : a.recipients.length > 0 || alike);
  }
  if (
    actors &&
    a.sentence === b.sentence &&
    a.type === "ASSAULT" &&
    sameSet(a.recipients.map(state), b.recipients.map(state))
  )
    return true;
  return (
    (silent || (actors && a.actors.length === 0)) &&
    a.recipients.length > 0 &&
    (within(a.recipients, b.recipients) || (within(b.recipients, a.recipients) && b.recipients.length > 0))
  );
}

const state = (name: string): string => (/^[A-Z]{3}(:|$)/.test(name) ? name.slice(0, 3) : name);

/** Acts of speech stand each for themselves, unless one sentence has two words for one. */
function sameSpeech(a: EventDraft, b: EventDraft): boolean {
  if (a.type !== b.type || a.line !== b.line || !sameSet(a.actors, b.actors)) return false;
  if (
    b.rule.startsWith("stance-") &&
    (a.sentence === b.sentence || b.type !== "REQUEST") &&
    within(b.recipients, a.recipients)
  )
    return true;
  if (a.sentence !== b.sentence) return false;
  if (a.type === "THREATEN" && a.rule === b.rule) return true;
  return (
    a.token === b.token ||
    (!(a.speech && b.speech) && within(b.recipients, a.recipients) && Math.abs(a.token - b.token) < 12)
  );
}

/** How clearly a mention tells the act: with doer, with date, by a verb. */
const clarity = (e: EventDraft): number => (e.actors.length > 0 ? 2 : 0) + (e.date !== null ? 2 : 0) + (e.noun ? 0 : 3);

/** The clearer of two mentions, with what the other adds. */
function joined(a: EventDraft, b: EventDraft): EventDraft {
  const [clear, other] = clarity(b) > clarity(a) ? [b, a] : [a, b];
  return {
    ...clear,
    actors: clear.actors.length > 0 ? clear.actors : other.actors,
    recipients: clear.recipients.length >= other.recipients.length ? clear.recipients : other.recipients,
    date: clear.date ?? other.date,
    time: clear.time ?? other.time,
  };
}

/** One act, one record: what is mentioned again is the same act. */
export function once(events: readonly EventDraft[]): EventDraft[] {
  const kept: EventDraft[] = [];
  /** The places of those kept, by type: only acts of one type are ever one. */
  const places = new Map<EventDraft["type"], number[]>();
  for (const e of events) {
    const alike = places.get(e.type) ?? [];
    places.set(e.type, alike);
    const known = alike.find((i) => (kept[i]!.speech || e.speech ? sameSpeech(kept[i]!, e) : sameDeed(kept[i]!, e)));
    if (known !== undefined) kept[known] = joined(kept[known]!, e);
    else alike.push(kept.push(e) - 1);
  }
  return kept;
}
