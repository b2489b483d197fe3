import type { Range } from "../record/span.ts";
import { firstEndingAfter, tokensIn } from "../syntax/tree.ts";
import { dateOf } from "./contacts/find.ts";
import { acts } from "./events/acts.ts";
import { aidBeside, drawn } from "./events/added.ts";
import { COMMITMENT, statesOf } from "./events/addressed.ts";
import { answered } from "./events/answered.ts";
import { type Around, aroundIn, besideIn } from "./events/around.ts";
import { once } from "./events/once.ts";
import { type Dated, speechActs } from "./events/speech.ts";
import { stances } from "./events/stance.ts";
import { together } from "./events/together.ts";
import type { EventDraft } from "./events/types.ts";
import type { Scene, SpeakerAt } from "./participants.ts";

export type { EventDraft } from "./events/types.ts";

/** "Now" and "recently" are no dates. */
const dated = (value: string | null): string | null => (value !== null && /^\d/.test(value) ? value : null);

/** The date of the contact at which one of those who promise speaks. */
const contactDate = (beside: (line: number) => Dated[], e: EventDraft): string | null =>
  e.actors.length < 2
    ? null
    : (beside(e.line).find((s) => s.dateRule === "date-of-the-contact" && s.speakers.some((n) => e.actors.includes(n)))
        ?.date ?? null);

/** The lemmas of the content words in a trigger. */
const wordsOf = (scene: Scene, e: EventDraft): string[] =>
  tokensIn(scene.syntax.sentences[e.sentence]!, e.trigger)
    .filter((t) => /^(NOUN|VERB|PROPN)$/.test(t.upos))
    .map((t) => t.lemma.toLowerCase().replace(/ing$/, ""));

/** Who reports an act that stands in what somebody said; null where the doer says it of himself. */
function sayer(around: Around, e: EventDraft): string | null {
  const inner = around(e.trigger.from, e.trigger.to).find((s) => !(s.sentence === e.sentence && s.verb === e.token));
  if (inner?.speakers.length !== 1 || e.actors.includes(inner.speakers[0]!)) return null;
  return inner.speakers[0]!;
}

/** To each statement made at a contact whose hearer is not told, the others who speak or hear there. */
function withCounterparts(statements: readonly Dated[]): Dated[] {
  const atContact = (s: Dated): boolean => s.dateRule === "date-of-the-contact";
  const beside = besideIn(statements.filter(atContact));
  return statements.map((s) => {
    if (s.addressees.length > 0 || !atContact(s) || s.speakers.length !== 1) return s;
    const others = beside(s.line).flatMap((o) => [...o.speakers, ...o.addressees]);
    return { ...s, counterparts: [...new Set(others)].filter((n) => !s.speakers.includes(n)) };
  });
}

/** Who "the sides" are: those who last spoke together before a sentence. */
function jointAt(statements: readonly Dated[]): (sentence: number) => readonly string[] {
  const joint = statements.filter((s) => s.speakers.length > 1);
  return (sentence) => joint.findLast((s) => s.sentence <= sentence)?.speakers ?? [];
}

/** Reads the PLOVER events other than contacts: what is done by saying it, and what is done. */
export function readEvents(scene: Scene, settled: readonly Dated[], speakerAt: SpeakerAt): EventDraft[] {
  const statements = withCounterparts(settled);
  const around = aroundIn(statements);
  const beside = besideIn(statements);
  const { sentences } = scene.syntax;
  const spoken = new Map<number, Set<number>>();
  const take = (e: EventDraft): void => {
    if (!spoken.has(e.sentence)) spoken.set(e.sentence, new Set());
    spoken.get(e.sentence)!.add(e.token);
    if (
      e.object !== undefined &&
      e.type === "SUPPORT" &&
      COMMITMENT.test(scene.syntax.sentences[e.sentence]!.tokens[e.object]?.lemma.toLowerCase() ?? "")
    )
      spoken.get(e.sentence)!.add(e.object);
  };
  const said = [...speechActs(scene, statements, speakerAt), ...stances(scene, statements, around, speakerAt)];
  said.forEach(take);
  const mutual = together(scene, speakerAt, spoken, jointAt(statements));
  mutual.forEach(take);
  const none = new Set<number>();
  const hearing = Map.groupBy(
    statements.filter((s) => s.dateRule === "date-of-the-contact" && s.addressees.length > 0),
    (s) => s.line,
  );
  const heard = (range: Range): string[] => {
    const sentence = sentences[firstEndingAfter(sentences, range.from)];
    const near = sentence && sentence.from <= range.from ? hearing.get(sentence.line)?.[0] : undefined;
    const hearers = (around(range.from, range.to).find((s) => s.addressees.length > 0) ?? near)?.addressees ?? [];
    return [...new Set(statesOf(scene, hearers))];
  };
  const done = acts(scene, speakerAt, heard, (sentence) => spoken.get(sentence) ?? none);
  const all = [...said, ...mutual, ...done, ...aidBeside(scene, [...said, ...mutual]), ...drawn(scene, speakerAt)]
    .map((e) => ({
      ...e,
      words: wordsOf(scene, e),
      date: e.date ?? dated(dateOf(scene, e.time)) ?? (e.rule.startsWith("promise-") ? contactDate(beside, e) : null),
      saidBy: e.saidBy ?? (e.speech ? null : sayer(around, e)),
    }))
    .sort((a, b) => a.trigger.from - b.trigger.from);
  return once(answered(scene, all).filter((e) => e.recipients.length > 0 || !e.rule.startsWith("speech-act-named-")));
}
