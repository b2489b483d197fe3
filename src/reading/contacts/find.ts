import type { ContactStatus, Time } from "../../record/schema.ts";
import {
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  markerOf,
  modalOf,
  nominalsWith,
  rangeOf,
  subjectOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence } from "../../syntax/types.ts";
import { type Scene, type SpeakerAt, who } from "../participants.ts";
import type { Status } from "../status.ts";
import { durationOf } from "../times.ts";
import { boundsBeside } from "./bounds.ts";
import { factorsOf, listMembers, ordinalOf, topicsOf } from "./details.ts";
import { kindOf, statedMedium } from "./medium.ts";
import { isPersonAt, meets, partiesOf, pluralSubject, visits } from "./parties.ts";
import { placeOfTrigger } from "./places.ts";
import { statusOf } from "./standing.ts";
import { countsOccasions, hasDefinite, nounTrigger, type Trigger, triggerRange, verbTrigger } from "./triggers.ts";
import type { ContactMention } from "./types.ts";
import { dateOf, finestTime, isAhead, isDated, isPast, isSpanAround } from "./when.ts";

export { dateOf } from "./when.ts";

const STATUS: Record<Status, ContactStatus> = {
  actual: "held",
  planned: "planned",
  possible: "possible",
  negated: "negated",
};

const GENERIC = new Set(["peace", "climate", "trade", "budget", "press", "news"]);

/** Whether a mention is only a reference: too little to be a contact of its own. */
function isWeak(
  scene: Scene,
  sentence: Sentence,
  { frame, token, verb, noun }: Trigger,
  parties: readonly string[],
  others: number,
  { time, detailed }: { readonly time: Time | null; readonly detailed: boolean },
): boolean {
  if (!noun) return false;
  const hostOnly =
    frame.kind === "visit" && time === null && parties.every((p) => /^[A-Z]{3}$/.test(p)) && others === parties.length;
  if (hostOnly || parties.length === 0) return true;
  if (parties.length > 1) return false;
  const ofBody =
    scene.actors.drafts.get(parties[0]!)?.kind === "organisation" && nominalsWith(sentence, token, "of").length > 0;
  if (ofBody) return false;
  if (frame.needs === "party") return true;
  const generic = childrenBy(sentence, token, "compound", "amod").some((t) => GENERIC.has(t.lemma.toLowerCase()));
  return !detailed && (generic || (frame.needs === "event" && !verb));
}

function mentionFrom(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  speakerAt: SpeakerAt,
): ContactMention | undefined {
  const { frame, token, verb } = trigger;
  const speaker = speakerAt(token);
  const { parties, others } = partiesOf(scene, sentence, trigger, speaker);
  const again = !trigger.noun && countsOccasions(sentence, token);
  if (parties.length > 0 && !parties.some((p) => meets(scene, p))) return undefined;
  if (frame.kind === "visit" && parties.length > 0 && !parties.some((p) => visits(scene, p))) return undefined;
  if (
    !trigger.noun &&
    frame.kind === "visit" &&
    !who(scene, sentence, subjectOf(sentence, token) ?? childBy(sentence, token, "nsubj:pass"), speaker)
      .slice(0, 1)
      .some((p) => visits(scene, p))
  )
    return undefined;
  if (!trigger.noun && (parties.length === 0 || markerOf(sentence, token) === "without")) return undefined;
  // "go further", "is due soon": only with where one goes.
  if (/^(go|come|due|expect)$/.test(frame.word) && !parties.slice(1).some((p) => /^[A-Z]{3}$/.test(p)))
    return undefined;
  if (!trigger.noun && frame.needs === "party" && others === 0 && !pluralSubject(scene, sentence, token))
    return undefined;
  if (
    (/^(call|welcome)$/.test(frame.word) &&
      !trigger.noun &&
      !isPersonAt(scene, sentence, childBy(sentence, token, "obj"))) ||
    (/^(call|welcome)$/.test(frame.word) &&
      !trigger.noun &&
      !parties.slice(1).some((p) => scene.actors.drafts.get(p)?.kind === "person"))
  )
    return undefined;
  const tops = verb && verb !== token ? [token, verb] : [token];
  const time = finestTime(scene, sentence, token, verb);
  const beside = boundsBeside(scene, sentence, time);
  const date = beside ? null : dateOf(scene, time);
  const around = scene.text
    .slice(rangeOf(subtreeOf(sentence, verb ?? token)).from, rangeOf(subtreeOf(sentence, verb ?? token)).to)
    .slice(0, 600);
  const near = trigger.noun
    ? scene.text.slice(rangeOf(subtreeOf(sentence, token)).from, rangeOf(subtreeOf(sentence, token)).to).slice(0, 300)
    : around;
  const told = frame.medium ?? statedMedium(frame.kind === "call" || frame.kind === "visit" ? around : near);
  const medium = frame.kind === "visit" && told !== "in-person" ? frame.medium : told;
  // "phoned the king in Amman": where one of the two was is not where a call took place.
  const place = told === "phone" ? null : placeOfTrigger(scene, sentence, tops, frame.kind === "visit");
  const { status, rule } = statusOf(sentence, trigger);
  // "have not met since": that nothing happened is no contact; "will not meet" is a decision.
  if (status === "negated" && rule === "negation" && !modalOf(sentence, verb ?? token)) return undefined;
  const spoken =
    durationOf(sentence, token.index, scene.times.times) ??
    (verb && verb !== token ? durationOf(sentence, verb.index, scene.times.times) : undefined) ??
    null;
  const duration = isSpanAround(scene, spoken) ? null : spoken;
  const ordinal = ordinalOf(sentence, token);
  const definite = trigger.noun && hasDefinite(sentence, token);
  const weak = isWeak(scene, sentence, trigger, parties, others, {
    time,
    detailed: time !== null || place !== null || ordinal !== null,
  });
  // "for the first time since the summit in Sofia": the one before is not the one told of.
  const own = rangeOf(subtreeOf(sentence, token));
  const dated = time !== null && own.from <= time.evidence.from && time.evidence.to <= own.to;
  if (weak && trigger.noun && !dated && caseOf(sentence, token) === "since") return undefined;
  return {
    kind: kindOf(scene, frame, medium, parties),
    medium,
    parties,
    status: rule === "noun" && isAhead(scene, date ?? beside?.earliest ?? null) ? "planned" : STATUS[status],
    statusRule:
      rule === "noun" && (isPast(scene, date) || isDated(scene, time))
        ? "past-date"
        : rule === "noun" && isAhead(scene, date ?? beside?.earliest ?? null)
          ? "future-date"
          : rule,
    time,
    date,
    bounds: beside ?? time?.bounds ?? null,
    place: place?.name ?? null,
    placeRange: place?.range ?? null,
    duration,
    ordinal,
    topics: topicsOf(sentence, token, verb),
    factors: factorsOf(sentence, token).flatMap((phrase) => listMembers(scene.text, phrase)),
    trigger: triggerRange(sentence, trigger),
    sentence: sentence.index,
    line: sentence.line,
    token: token.index,
    anew: childrenBy(sentence, verb ?? token, "advmod").some((t) => t.text.toLowerCase() === "again"),
    separate: /\b(separate(ly)?|individual(ly)?|one-on-one|respective(ly)?)\b/i.test(near) && parties.length > 2,
    loose: !trigger.noun && medium === null && /^(speak|talk)$/.test(frame.word),
    rule: `contact-${frame.word.replaceAll(" ", "-")}`,
    definite,
    weak,
    again,
  };
}

/** Every mention of a contact in a text, in order. Mentions inside names ("the Munich conference centre") are left out. */
export function findContacts(scene: Scene, speakerAt: SpeakerAt): ContactMention[] {
  const found: ContactMention[] = [];
  for (const sentence of scene.syntax.sentences) {
    for (const token of sentence.tokens) {
      const trigger = verbTrigger(sentence, token) ?? nounTrigger(scene, sentence, token);
      if (!trigger) continue;
      if (trigger.noun && trigger.verb && childrenOf(sentence, trigger.verb).length === 0) continue;
      const mention = mentionFrom(scene, sentence, trigger, speakerAt);
      if (mention) found.push(mention);
    }
  }
  return found;
}
