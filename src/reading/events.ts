import { lexiconActs } from "./events/acts.ts";
import { speechActs } from "./events/speech.ts";
import type { EventDraft } from "./events/types.ts";
import type { Scene, SpeakerAt } from "./participants.ts";
import type { StatementDraft } from "./statements.ts";
import { dateOf } from "./contacts/find.ts";

export type { EventDraft } from "./events/types.ts";

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((x) => b.includes(x));

/** One act, one record: what is mentioned again is the same act. Acts of speech stand each for themselves. */
function once(events: readonly EventDraft[]): EventDraft[] {
  const kept: EventDraft[] = [];
  for (const e of events) {
    const known = kept.findIndex((k) => k.type === e.type && sameSet(k.actors, e.actors) && sameSet(k.recipients, e.recipients) && (k.speech === e.speech ? !k.speech || (k.sentence === e.sentence && k.token === e.token) : k.sentence === e.sentence));
    if (known < 0) kept.push(e);
    else if (kept[known]!.date === null && e.date !== null) kept[known] = { ...kept[known]!, date: e.date, time: e.time };
  }
  return kept;
}

/** Who reports an act that stands in what somebody said; null where the doer says it of himself. */
function sayer(statements: readonly StatementDraft[], e: EventDraft): string | null {
  const inside = statements.filter((s) => s.content.from <= e.trigger.from && e.trigger.to <= s.content.to && !(s.sentence === e.sentence && s.verb === e.token));
  const inner = inside.sort((a, b) => a.content.to - a.content.from - (b.content.to - b.content.from))[0];
  if (!inner || inner.speakers.length !== 1 || e.actors.includes(inner.speakers[0]!)) return null;
  return inner.speakers[0]!;
}

/** Reads the PLOVER events other than contacts: what is done by saying it, and what is done. */
export function readEvents(scene: Scene, statements: readonly StatementDraft[], speakerAt: SpeakerAt): EventDraft[] {
  const spoken = new Map<number, Set<number>>();
  const speech = speechActs(scene, statements);
  for (const s of statements) {
    if (!spoken.has(s.sentence)) spoken.set(s.sentence, new Set());
    if (s.verb >= 0) spoken.get(s.sentence)!.add(s.verb);
  }
  const none = new Set<number>();
  const acts = lexiconActs(scene, speakerAt, (sentence) => spoken.get(sentence) ?? none);
  const all = [...speech, ...acts]
    .map((e) => ({ ...e, date: dateOf(scene, e.time), saidBy: e.saidBy ?? (e.speech ? null : sayer(statements, e)) }))
    .sort((a, b) => a.trigger.from - b.trigger.from);
  return once(all);
}
