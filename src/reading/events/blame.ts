import {
  childBy,
  childrenBy,
  childrenOf,
  firstEndingAfter,
  hasRelation,
  headOf,
  isNegated,
  isPredicate,
  modalOf,
  nominalsWith,
  subjectOf,
  tokensIn,
} from "../../syntax/tree.ts";
import type { Token } from "../../syntax/types.ts";
import { culprit, statesOf } from "./addressed.ts";
import { named, type Spot } from "./concerned.ts";
import { draft, type Place, unlike } from "./place.ts";
import type { Dated } from "./speech.ts";
import type { EventDraft } from "./types.ts";

/** Deeds and traits that blame whose they are. */
const BLAME_NOUNS =
  /^(aggression|threat|violation|breach|provocation|crime|interference|failure|non-compliance|noncompliance|occupation|atrocity|abuse|hypocrisy|brutality|repression|expansionism|lie|treachery|terrorism|militarism|meddling|sabotage|piracy|bullying|intransigence|proliferation|genocide|massacre|complicity|incitement|collusion|torture|blackmail|deception|intimidation|harassment)$/;
const BLAME_VERBS =
  /^(violate|breach|undermine|provoke|destabili[sz]e|occupy|oppress|perpetrate|interfere|meddle|inflict|lie|threaten|sabotage|harbou?r|bully|commit|cheat|murder|massacre|terrori[sz]e|sponsor|break|obstruct|escalate|exploit|manipulate|persecute|orchestrate|mastermind|torture|deceive|betray|blackmail|collude|conspire|incite|foment|fuel|flout|defy|intimidate|harass)$/;
const CAUSES = /^(consequence|result|fault|product|responsibility|work)$/;
const CAUSED = /^(policy|action|conduct|decision|attack|behaviou?r|ambition|interference|provocation)$/;
/** Cues that only report, so that what is said decides; the others have their own act. */
const TELLING =
  /^cue-(say|state|add|note|claim|assert|argue|insist|maintain|contend|point-out|highlight|stress|emphasi[sz]e|underline|underscore|warn|declare|believe|tell|remark|observe|report|announce|allege|affirm|respond|reply|counter|write|caution)$/;

/** Whose blame a statement's content tells of, if anybody's. */
function blamed(place: Place, tokens: readonly Token[]): { token: Token; recipients: string[] } | null {
  const { spot, speakers } = place;
  const own = [...speakers, ...statesOf(spot.scene, speakers)];
  for (const token of tokens) {
    const lemma = token.lemma.toLowerCase();
    if (token.upos === "NOUN" && BLAME_NOUNS.test(lemma) && !hasRelation(token, "compound", "obl")) {
      const recipients = unlike(ownerOf(spot, token, own), own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (
      token.upos === "NOUN" &&
      BLAME_NOUNS.test(lemma) &&
      hasRelation(token, "obj") &&
      /^(make|commit|perpetrate|carry|stage|pursue|pose)$/.test(headOf(spot.sentence, token)?.lemma ?? "")
    ) {
      const subject = subjectOf(spot.sentence, headOf(spot.sentence, token)!);
      const recipients = unlike(subject ? culprit(spot, subject, own) : [], own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (token.upos === "NOUN" && CAUSED.test(lemma) && CAUSES.test(headOf(spot.sentence, token)?.lemma ?? "")) {
      const recipients = unlike(culprit(spot, token, own), own);
      if (recipients.length > 0) return { token, recipients };
    }
    if (
      token.upos === "VERB" &&
      BLAME_VERBS.test(lemma) &&
      isPredicate(spot.sentence, token) &&
      !isNegated(spot.sentence, token) &&
      !modalOf(spot.sentence, token)
    ) {
      const infinitive = childrenOf(spot.sentence, token).some(
        (t) => t.deprel === "mark" && t.text.toLowerCase() === "to",
      );
      if (infinitive || childBy(spot.sentence, token, "obj", "obl", "ccomp") === undefined) continue;
      const recipients = unlike(named(spot, subjectOf(spot.sentence, token)), own);
      if (recipients.length > 0) return { token, recipients };
    }
  }
  return null;
}

const ownerOf = (spot: Spot, noun: Token, except: readonly string[]): string[] => {
  const near = [
    childBy(spot.sentence, noun, "nmod:poss"),
    ...childrenBy(spot.sentence, noun, "amod", "compound"),
    ...nominalsWith(spot.sentence, noun, "by", "from", "of"),
  ];
  for (const t of near) {
    const names = unlike(named(spot, t), except);
    if (names.length > 0) return names;
  }
  return [];
};

/** Warning of what another does or prepares blames him for it. */
function warned(place: Place, statement: Dated): string[] {
  if (statement.rule !== "cue-warn") return [];
  const { spot } = place;
  const clause = childBy(spot.sentence, spot.sentence.tokens[statement.verb]!, "ccomp");
  // What may or would happen blames nobody; "warns that Russia is preparing for war" does.
  if (clause?.upos !== "VERB" || modalOf(spot.sentence, clause) !== undefined) return [];
  const own = [...place.speakers, ...statesOf(spot.scene, place.speakers)];
  return unlike(named(spot, subjectOf(spot.sentence, clause)), own);
}

/** "claimed that the kingdom had …, breaching": a claim about another that has a word of blame anywhere in it. */
function claimed(place: Place, statement: Dated): string[] {
  if (!/^cue-(claim|allege|assert)$/.test(statement.rule)) return [];
  const { spot } = place;
  const clause = childBy(spot.sentence, spot.sentence.tokens[statement.verb]!, "ccomp");
  const tokens = tokensIn(spot.sentence, statement.content);
  if (
    !clause ||
    !tokens.some((t) => BLAME_NOUNS.test(t.lemma.toLowerCase()) || BLAME_VERBS.test(t.lemma.toLowerCase()))
  )
    return [];
  const own = [...place.speakers, ...statesOf(spot.scene, place.speakers)];
  return unlike(named(spot, subjectOf(spot.sentence, clause)), own);
}

/** The first blame in any sentence that the statement's content runs through. */
function blamedIn(place: Place, statement: Dated): { token: Token; recipients: string[] } | null {
  const { sentences } = place.spot.scene.syntax;
  for (let i = firstEndingAfter(sentences, statement.content.from); i < sentences.length; i += 1) {
    const sentence = sentences[i]!;
    if (statement.content.to <= sentence.from) break;
    const found = blamed({ ...place, spot: { ...place.spot, sentence } }, tokensIn(sentence, statement.content));
    if (found) return found;
  }
  return null;
}

/** An accusation in a statement whose cue only tells; one a statement, with the cue as its words. */
export function accusation(place: Place, statement: Dated): EventDraft | null {
  if (statement.verb < 0 || !TELLING.test(statement.rule)) return null;
  const { sentence } = place.spot;
  const verb = sentence.tokens[statement.verb]!;
  const alarm = warned(place, statement);
  const claim = alarm.length > 0 ? [] : claimed(place, statement);
  if (claim.length > 0) return draft(place, verb, "ACCUSE", claim, statement.cue, "stance-claim");
  const found = alarm.length > 0 ? { token: verb, recipients: alarm } : blamedIn(place, statement);
  return (
    found &&
    draft(
      place,
      verb,
      "ACCUSE",
      found.recipients,
      statement.cue,
      alarm.length > 0 ? "stance-warning" : `stance-blame-${found.token.lemma.toLowerCase()}`,
    )
  );
}
