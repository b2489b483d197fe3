import {
  ancestorsOf,
  childBy,
  childrenBy,
  childrenOf,
  hasRelation,
  headOf,
  isNegated,
  markerOf,
  modalOf,
  nominalsWith,
  rangeOf,
  subjectOf,
  tokensIn,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene, SpeakerAt } from "../participants.ts";
import { culprit, statesOf } from "./addressed.ts";
import type { Around } from "./around.ts";
import { accusation } from "./blame.ts";
import { areForces, concerned, named, type Spot } from "./concerned.ts";
import { draft, type Place, unlike } from "./place.ts";
import type { Dated } from "./speech.ts";
import type { EventDraft } from "./types.ts";

const HOSTILE =
  /^(attack|strike|retaliate|respond|destroy|punish|crush|bomb|invade|hit|avenge|resist|fight|annihilate|shoot|react)$/;
/** The word of obligation at a predicate: "must", "should", or the "has" and "needs" that govern its infinitive. */
function obligation(sentence: Sentence, token: Token): Token | undefined {
  const modal = childrenBy(sentence, token, "aux").find(
    (t) => t.lemma === "must" || t.lemma === "should" || t.text.toLowerCase() === "ought",
  );
  if (modal) return modal;
  const head = headOf(sentence, token);
  const infinitive = childrenOf(sentence, token).some((t) => t.deprel === "mark" && t.text.toLowerCase() === "to");
  return head &&
    infinitive &&
    hasRelation(token, "xcomp") &&
    /^(have|need)$/.test(head.lemma) &&
    !isNegated(sentence, head)
    ? head
    : undefined;
}

/** The name that stands before the modal, where the parser gave it to another clause; quotation marks may be between. */
function justBefore(spot: Spot, modal: Token): string[] {
  const before = spot.sentence.tokens
    .slice(Math.max(0, modal.index - 3), modal.index)
    .findLast((t) => t.upos !== "PUNCT");
  return before?.upos === "PROPN" ? named(spot, before) : [];
}

/** "Hamas must stop", "Israel needs to stop": asks it of whoever must; where a thing must be, of the hearer of who insists. */
function request(place: Place, token: Token): EventDraft | null {
  const { sentence, scene } = place.spot;
  const word = obligation(sentence, token);
  if (!word || ["if", "unless", "because"].includes(markerOf(sentence, token) ?? "")) return null;
  if (headOf(sentence, token) && /^(order|decree|law|rule)$/.test(headOf(sentence, token)!.lemma)) return null;
  const subject = subjectOf(sentence, word.upos === "VERB" ? word : token);
  const own = [...place.speakers, ...statesOf(scene, place.speakers)];
  let recipients = subject && subject.upos !== "PRON" ? unlike(named(place.spot, subject), own) : [];
  if (recipients.length === 0 && subject && /^(he|she|they|you|it)$/i.test(subject.text))
    recipients = unlike(named(place.spot, subject), own);
  if (recipients.length === 0 && word.upos === "AUX") recipients = unlike(justBefore(place.spot, word), own);
  if (recipients.length === 0 && place.statement?.rule === "cue-insist")
    recipients = unlike(
      place.statement.addressees.length > 0 ? place.statement.addressees : (place.statement.counterparts ?? []),
      own,
    );
  if (word.lemma === "should")
    recipients = recipients.filter((n) => !areForces(n) || !statesOf(scene, place.speakers).includes(n.slice(0, 3)));
  if (recipients.length === 0) return null;
  return draft(place, token, "REQUEST", recipients, rangeOf([word, token]), `stance-${word.lemma.toLowerCase()}`);
}

/** The last state that the sentences before name and that is not the speaker's. */
function before({ spot }: Place, side: readonly string[]): string[] {
  for (let i = spot.sentence.index - 1; i >= Math.max(0, spot.sentence.index - 2); i -= 1) {
    const sentence = spot.scene.syntax.sentences[i]!;
    const names = unlike(
      sentence.tokens.flatMap((t) => named({ ...spot, sentence, speaker: [] }, t)),
      side,
    ).filter((n) => /^[A-Z]{3}$/.test(n));
    if (names.length > 0) return [names.at(-1)!];
  }
  return [];
}

/** "We will not accept": the speaker's side refuses; whose the thing is, or who hears it. */
function refusal(place: Place, token: Token): EventDraft | null {
  const { spot, speakers, statement } = place;
  const { sentence, scene } = spot;
  if (!/^(accept|allow|recogni[sz]e|tolerate|permit|negotiate)$/.test(token.lemma) || token.upos !== "VERB")
    return null;
  if (!isNegated(sentence, token) || !/^(will|would|can|could|shall)$/.test(modalOf(sentence, token) ?? ""))
    return null;
  const subject = subjectOf(sentence, token);
  const doers = named(spot, subject);
  const own = [...speakers, ...statesOf(scene, speakers)];
  const speaking = doers.some((d) => own.includes(d)) || (speakers.length > 0 && /^(we|i)$/i.test(subject?.text ?? ""));
  if (!speaking && doers.length === 0) return null;
  const actors = speaking ? speakers : doers;
  const side = [...actors, ...statesOf(scene, actors)];
  const object = childBy(sentence, token, "obj");
  const recipients = object ? unlike(culprit(spot, object, side), side) : [];
  const hearers =
    recipients.length > 0
      ? recipients
      : unlike(
          statement ? (statement.addressees.length > 0 ? statement.addressees : (statement.counterparts ?? [])) : [],
          side,
        );
  return draft(
    { ...place, speakers: actors },
    token,
    "REJECT",
    hearers,
    rangeOf([...childrenBy(sentence, token, "aux"), token]),
    "stance-refusal",
  );
}

/** "would face severe consequences": whoever is told so, or whose subject it is. */
function consequences({ spot, speakers, statement }: Place, token: Token): string[] {
  const { sentence, scene } = spot;
  if (
    !/^(face|pay|suffer|bear|have|meet|bring)$/.test(token.lemma) ||
    !/^(will|would)$/.test(modalOf(sentence, token) ?? "")
  )
    return [];
  const object = childBy(sentence, token, "obj") ?? nominalsWith(sentence, token, "with")[0];
  if (
    !object ||
    !/^(consequence|price|punishment|retaliation|response|sanction|cost|penalty|retribution|reprisal)s?$/.test(
      object.lemma,
    )
  )
    return [];
  const side = [...speakers, ...statesOf(scene, speakers)];
  const subject = unlike(named(spot, subjectOf(sentence, token)), side);
  return subject.length > 0 || !statement ? subject : unlike(statement.addressees, side);
}

/** "would not go unanswered", "will not remain without a response" */
const isUnanswered = (sentence: Sentence, token: Token): boolean =>
  /^(go|remain|pass|stay|be)$/.test(token.lemma) &&
  isNegated(sentence, token) &&
  modalOf(sentence, token) !== undefined &&
  (childrenBy(sentence, token, "xcomp", "advmod", "obj", "obl").some((t) =>
    /^(unanswered|unpunished)$/i.test(t.text),
  ) ||
    nominalsWith(sentence, token, "without").some((t) => /^(response|answer|punishment|consequence)s?$/.test(t.lemma)));

/** "would attack", "will respond with force", said of the speaker's own side. */
function threat(place: Place, token: Token): EventDraft | null {
  const { spot, speakers } = place;
  const { sentence, scene } = spot;
  const cost = consequences(place, token);
  if (cost.length > 0)
    return draft(
      place,
      token,
      "THREATEN",
      cost,
      rangeOf([...childrenBy(sentence, token, "aux"), token]),
      "stance-consequences",
    );
  if (isUnanswered(sentence, token)) {
    const side = [...speakers, ...statesOf(scene, speakers)];
    const trigger = rangeOf([...childrenBy(sentence, token, "aux"), token]);
    return draft(place, token, "THREATEN", before(place, side), trigger, "stance-unanswered");
  }
  if (token.upos !== "VERB" || !HOSTILE.test(token.lemma) || isNegated(sentence, token)) return null;
  const modal = modalOf(sentence, token);
  const forceful =
    nominalsWith(sentence, token, "with", "by").some((t) =>
      /^(force|fire|strike|attack|weapon|retaliation|power|means)$/.test(t.lemma),
    ) ||
    childrenBy(sentence, token, "advmod").some((t) =>
      /^(militarily|forcefully|harshly|strongly|decisively)$/i.test(t.text),
    );
  const warning = /^cue-(warn|vow|swear|threaten)$/.test(place.statement?.rule ?? "");
  if (/^(respond|react)$/.test(token.lemma) && !warning ? !forceful : !(modal === "will" || modal === "would"))
    return null;
  const side = [...speakers, ...statesOf(scene, speakers)];
  const subject = subjectOf(sentence, token);
  const doers = named(spot, subject);
  const ours = doers.some((d) => side.includes(d) || side.includes(scene.actors.drafts.get(d)?.country ?? "-"));
  if (!ours) return null;
  const aimed = [
    childBy(sentence, token, "obj"),
    ...nominalsWith(sentence, token, "at", "against", "on", "to"),
  ].flatMap((t) => (t ? unlike(concerned(spot, t, side), side) : []));
  const others = unlike(
    tokensIn(sentence, sentence)
      .filter((t) => hasRelation(t, "nsubj", "obj", "obl", "nmod"))
      .flatMap((t) => named(spot, t)),
    side,
  ).filter((n) => !side.includes(scene.actors.drafts.get(n)?.country ?? "-"));
  const rivals = aimed.length + others.length > 0 ? others : before(place, side);
  return draft(
    place,
    token,
    "THREATEN",
    aimed.length > 0 ? aimed : rivals.slice(0, 1),
    rangeOf([...childrenBy(sentence, token, "aux"), token]),
    "stance-threat",
  );
}

/** Whether a subject between the cue and the word shows that another clause begins there. */
const nearer = (sentence: Sentence, token: Token, verb: number): boolean =>
  ancestorsOf(sentence, token)
    .slice(0, 4)
    .some((a) => a.index !== verb && hasRelation(a, "parataxis", "advcl"));

/** What a speaker asks, threatens or blames by the content of what is said, where the cue itself does not tell. */
export function stances(
  scene: Scene,
  statements: readonly Dated[],
  around: Around,
  speakerAt: SpeakerAt,
): EventDraft[] {
  const events: EventDraft[] = [];
  const withCues = Map.groupBy(
    statements.filter((s) => s.verb >= 0),
    (s) => s.sentence,
  );
  for (const sentence of scene.syntax.sentences) {
    const cued = withCues.get(sentence.index);
    for (const token of sentence.tokens) {
      if (token.upos !== "VERB" && token.upos !== "ADJ" && token.upos !== "NOUN") continue;
      const statement =
        around(token.from, token.to)[0] ??
        cued?.find(
          (s) =>
            s.verb < token.index &&
            ancestorsOf(sentence, token).some((a) => a.index === s.verb) &&
            !nearer(sentence, token, s.verb),
        );
      const speakers = statement?.speakers ?? speakerAt(token);
      const place: Place = { spot: { scene, sentence, speaker: speakers }, speakers, statement };
      const event =
        speakers.length === 0
          ? refusal(place, token)
          : (request(place, token) ?? threat(place, token) ?? refusal(place, token));
      if (event) events.push(event);
    }
  }
  for (const statement of statements) {
    const sentence = scene.syntax.sentences[statement.sentence]!;
    const place: Place = {
      spot: { scene, sentence, speaker: statement.speakers },
      speakers: statement.speakers,
      statement,
    };
    const event = accusation(place, statement);
    if (event) events.push(event);
  }
  return events;
}
