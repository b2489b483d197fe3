import { tokensIn } from "../syntax/tree.ts";
import { dateOf } from "./contacts/find.ts";
import { acts } from "./events/acts.ts";
import { aidBeside, drawn } from "./events/added.ts";
import { COMMITMENT, statesOf } from "./events/addressed.ts";
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
const contactDate = (statements: readonly Dated[], e: EventDraft): string | null =>
  e.actors.length < 2
    ? null
    : (statements.find(
        (s) =>
          s.dateRule === "date-of-the-contact" &&
          Math.abs(s.line - e.line) <= 1 &&
          s.speakers.some((n) => e.actors.includes(n)),
      )?.date ?? null);

/** The lemmas of the content words in a trigger. */
const wordsOf = (scene: Scene, e: EventDraft): string[] =>
  tokensIn(scene.syntax.sentences[e.sentence]!, e.trigger)
    .filter((t) => /^(NOUN|VERB|PROPN)$/.test(t.upos))
    .map((t) => t.lemma.toLowerCase().replace(/ing$/, ""));

/** The statements around a range, the innermost first. */
const around = (statements: readonly Dated[], from: number, to: number): Dated[] =>
  statements
    .filter((s) => s.content.from <= from && to <= s.content.to)
    .sort((a, b) => a.content.to - a.content.from - (b.content.to - b.content.from));

/** Who reports an act that stands in what somebody said; null where the doer says it of himself. */
function sayer(statements: readonly Dated[], e: EventDraft): string | null {
  const inner = around(statements, e.trigger.from, e.trigger.to).find(
    (s) => !(s.sentence === e.sentence && s.verb === e.token),
  );
  if (inner?.speakers.length !== 1 || e.actors.includes(inner.speakers[0]!)) return null;
  return inner.speakers[0]!;
}

/** "denied the accusation": the denial answers whoever made it, in the sentences just before. */
function answered(scene: Scene, events: readonly EventDraft[]): EventDraft[] {
  return events.map((e) => {
    if (e.type !== "REJECT" || e.recipients.length > 0 || e.object === undefined || e.object < 0) return e;
    const noun = scene.syntax.sentences[e.sentence]!.tokens[e.object]?.lemma ?? "";
    if (!/^(accusation|allegation|claim|charge|criticism|blame)$/.test(noun)) return e;
    const side = [...e.actors, ...statesOf(scene, e.actors)];
    const charge = events.findLast(
      (a) =>
        a.type === "ACCUSE" &&
        a.sentence <= e.sentence &&
        a.sentence >= e.sentence - 3 &&
        a.recipients.some((r) => side.includes(r)),
    );
    return charge ? { ...e, recipients: charge.actors } : e;
  });
}

/** To each statement made at a contact whose hearer is not told, the others who speak or hear there. */
function withCounterparts(statements: readonly Dated[]): Dated[] {
  const atContact = (s: Dated): boolean => s.dateRule === "date-of-the-contact";
  return statements.map((s) => {
    if (s.addressees.length > 0 || !atContact(s) || s.speakers.length !== 1) return s;
    const others = statements
      .filter((o) => atContact(o) && Math.abs(o.line - s.line) <= 1)
      .flatMap((o) => [...o.speakers, ...o.addressees]);
    return { ...s, counterparts: [...new Set(others)].filter((n) => !s.speakers.includes(n)) };
  });
}

/** Who "the sides" are: those who last spoke together before a sentence. */
const jointAt =
  (statements: readonly Dated[]) =>
  (sentence: number): readonly string[] =>
    statements.findLast((s) => s.sentence <= sentence && s.speakers.length > 1)?.speakers ?? [];

/** Reads the PLOVER events other than contacts: what is done by saying it, and what is done. */
export function readEvents(scene: Scene, settled: readonly Dated[], speakerAt: SpeakerAt): EventDraft[] {
  const statements = withCounterparts(settled);
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
  const said = [...speechActs(scene, statements, speakerAt), ...stances(scene, statements, speakerAt)];
  said.forEach(take);
  const mutual = together(scene, speakerAt, spoken, jointAt(statements));
  mutual.forEach(take);
  const none = new Set<number>();
  const heard = (range: { from: number; to: number }): string[] => {
    const line = scene.syntax.sentences.find((s) => s.from <= range.from && range.from < s.to)?.line;
    const near = statements.find(
      (s) => s.line === line && s.dateRule === "date-of-the-contact" && s.addressees.length > 0,
    );
    const hearers =
      (around(statements, range.from, range.to).find((s) => s.addressees.length > 0) ?? near)?.addressees ?? [];
    return [...new Set(statesOf(scene, hearers))];
  };
  const done = acts(scene, speakerAt, heard, (sentence) => spoken.get(sentence) ?? none);
  const all = [...said, ...mutual, ...done, ...aidBeside(scene, [...said, ...mutual]), ...drawn(scene, speakerAt)]
    .map((e) => ({
      ...e,
      words: wordsOf(scene, e),
      date:
        e.date ?? dated(dateOf(scene, e.time)) ?? (e.rule.startsWith("promise-") ? contactDate(statements, e) : null),
      saidBy: e.saidBy ?? (e.speech ? null : sayer(statements, e)),
    }))
    .sort((a, b) => a.trigger.from - b.trigger.from);
  return once(answered(scene, all));
}
