import type { Range } from "../../record/span.ts";
import {
  caseOf,
  childBy,
  childrenBy,
  hasRelation,
  headOf,
  isPassive,
  phraseOf,
  rangeOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { longestRange } from "./content.ts";
import { insideNoun, isSentiment } from "./feelings.ts";
import { leaving } from "./leaving.ts";
import type { Standing } from "./standing.ts";
import { stretchFrom } from "./stretch.ts";
import type { Desk, Taken } from "./types.ts";

/** Cues that need more than their object: "called the vote A FARCE", where "called the king" is a telephone. */
const NAMING = new Set([
  "call",
  "label",
  "brand",
  "describe",
  "characterize",
  "characterise",
  "compare",
  "liken",
  "rate",
]);

/** The object of a cue: its own, that of a verb joined to it ("welcomes, and will study, N"), or what a relative clause is about. */
export function objectOf(sentence: Sentence, verb: Token): Token | undefined {
  const own = childrenBy(sentence, verb, "obj").find((t) => !/^(who|whom|which|that|what)$/i.test(t.text));
  const bare = childrenBy(sentence, verb, "obl").find(
    (t) =>
      t.upos === "NOUN" &&
      !childBy(sentence, t, "case") &&
      t.deprel === "obl" &&
      behindHearer(sentence, verb, t) > verb.index,
  );
  const free = childrenBy(sentence, verb, "obj").find((t) => t.text.toLowerCase() === "what" && t.index > verb.index);
  const torn = childrenBy(sentence, verb, "xcomp").find(
    (t) => t.upos === "NOUN" && t.index > verb.index && !childBy(sentence, t, "mark", "cop", "case"),
  );
  if (own ?? bare ?? torn ?? free) return own ?? bare ?? torn ?? free;
  if (isPassive(sentence, verb)) return childBy(sentence, verb, "nsubj:pass");
  if (sentence.tokens[verb.index + 1]?.text !== ",") return undefined;
  const joined = childrenBy(sentence, verb, "conj").find((t) => t.upos === "VERB" && t.index - verb.index < 8);
  return (
    joined &&
    (childBy(sentence, joined, "obj") ??
      childrenBy(sentence, joined, "xcomp").flatMap((t) => childrenBy(sentence, t, "obj"))[0])
  );
}

/** The noun phrase that a relative clause or participle is about: "a package announced by N", "the raids that N condemned". */
function antecedent(sentence: Sentence, verb: Token): Taken | null {
  const noun = headOf(sentence, verb);
  if (!noun || !hasRelation(verb, "acl") || !/^(NOUN|PROPN)$/.test(noun.upos)) return null;
  const relative = verb.deprel === "acl:relcl" && !isPassive(sentence, verb);
  if (relative && childrenBy(sentence, verb, "nsubj").some((t) => /^(who|which|that)$/i.test(t.text))) return null;
  if (
    !relative &&
    !(
      isPassive(sentence, verb) &&
      /^(announce|condemn|denounce|critici[sz]e|welcome|praise|hail|reject|deny)$/.test(verb.lemma) &&
      sentence.tokens[verb.index + 1]?.text.toLowerCase() === "by"
    )
  )
    return null;
  const range = longestRange(
    sentence,
    subtreeOf(
      sentence,
      noun,
      (t) =>
        t.index === verb.index ||
        (t.head === noun.index && (hasRelation(t, "case", "conj", "appos", "acl:relcl") || t.index > verb.index)),
    ).filter((t) => t.index < verb.index),
  );
  if (!range) return null;
  const by = sentence.tokens[verb.index + 1];
  return { range, object: true, ...(by?.text.toLowerCase() === "by" ? { cue: rangeOf([verb, by]) } : {}) };
}

/** The object as what is said, with all that belongs to it. */
export function objectContent(
  desk: Desk,
  sentence: Sentence,
  standing: Standing,
  object: Token | undefined,
): Taken | null {
  const { verb, cue } = standing;
  if (!object) return inStrongTerms(sentence, verb) ?? (NAMING.has(cue.cue) ? null : antecedent(sentence, verb));
  if (
    object.upos === "NUM" ||
    (object.upos === "PRON" && object.text.toLowerCase() !== "what" && !hasReason(sentence, verb, object))
  )
    return null;
  if (cue.cue === "welcome" && isGuest(desk, sentence, object)) return null;
  if (cue.event === "" && !NAMING.has(cue.cue) && isBarePerson(desk, sentence, object)) return null;
  if (NAMING.has(cue.cue) && !isNamed(desk, sentence, verb, object)) return null;
  const inner = insideNoun(desk, sentence, verb, object);
  if (inner) return inner;
  const passive = hasRelation(object, "nsubj:pass");
  const objects = passive
    ? [object]
    : [object, ...childrenBy(sentence, verb, "obj").filter((t) => t.index > object.index)];
  const range = passive
    ? longestRange(sentence, subtreeOf(sentence, object, leaving(sentence, verb)))
    : stretchFrom(desk, sentence, verb, objects, object.index > verb.index ? behindHearer(sentence, verb, object) : -1);
  return range && { range, object: true };
}

/** Welcoming people is receiving them, not a statement. */
function isGuest(desk: Desk, sentence: Sentence, object: Token): boolean {
  if (sentence.tokens[object.index + 1]?.xpos === "HYPH") return false;
  const mention = desk.scene.mentions.at(sentence.index, object.index);
  return (
    mention?.is === "person" ||
    (mention?.is === "description" && (mention.people !== null || mention.titles.length > 0))
  );
}

/** A name alone says nothing: "recommended Anna Lind", "mentioned the chancellor". */
function isBarePerson(desk: Desk, sentence: Sentence, object: Token): boolean {
  const mention = desk.scene.mentions.at(sentence.index, object.index);
  return (
    mention?.is === "person" &&
    subtreeOf(sentence, object).every((t) => (t.index >= mention.first && t.index < mention.end) || t.upos === "PUNCT")
  );
}

/** "congratulated HIM ON the election": of a pronoun only the reason makes a statement. */
const hasReason = (sentence: Sentence, verb: Token, object: Token): boolean =>
  childrenBy(sentence, verb, "obl", "advcl").some(
    (t) =>
      t.index > object.index &&
      /^(on|for|upon|over)$/.test(childBy(sentence, t, "case", "mark")?.text.toLowerCase() ?? ""),
  );

/** The last token of "to the chancellor" in "reaffirmed to the chancellor his support", or the verb itself. */
function behindHearer(sentence: Sentence, verb: Token, object: Token): number {
  const preposition = sentence.tokens[verb.index + 1];
  if (!preposition || !/^(to|with)$/i.test(preposition.text) || preposition.deprel !== "case") return verb.index;
  const hearer = headOf(sentence, preposition);
  return hearer && hearer.index < object.index && hearer.index > preposition.index
    ? phraseOf(sentence, hearer).at(-1)!.index
    : verb.index;
}

/** A second complement ("a farce", "as frank", "to a tsar") makes a name of it, and so do marks around the name. */
function isNamed(desk: Desk, sentence: Sentence, verb: Token, object: Token): boolean {
  const more = [
    ...childrenBy(sentence, verb, "xcomp", "advcl", "obj", "ccomp"),
    ...childrenBy(sentence, verb, "obl").filter((t) => /^(as|to|among|with)$/.test(caseOf(sentence, t) ?? "")),
  ];
  if (more.some((t) => t.index > object.index)) return true;
  if (/^(describe|characteri[sz]e|rate)$/.test(verb.lemma)) return true;
  const marks = desk.outer.some(
    (q) => q.from > verb.to && q.from < verb.to + 200 && q.from < sentence.to && q.from >= object.from - 40,
  );
  return (
    marks ||
    (childrenBy(sentence, object, "amod", "nummod", "appos").length > 0 &&
      sentence.tokens.slice(verb.index, object.index).some((t) => t.upos === "PRON"))
  );
}

/** "condemns in the strongest possible terms N". */
function inStrongTerms(sentence: Sentence, verb: Token): Taken | null {
  const terms = childrenBy(sentence, verb, "obl").find(
    (t) => t.lemma === "term" && t.index > verb.index && t.index - verb.index < 8,
  );
  if (!terms) return null;
  const rest = subtreeOf(sentence, verb, leaving(sentence, verb)).filter((t) => t.index > terms.index);
  const range: Range | null = rest.length > 1 ? longestRange(sentence, rest) : null;
  return range && { range, object: true };
}

/** "extended his condolences", "raised concerns": only such an object is said. */
export function sentimentContent(
  desk: Desk,
  sentence: Sentence,
  standing: Standing,
  object: Token | undefined,
  takes: string,
): Taken | null {
  if (!object) return null;
  const fits = takes === "concern" ? object.lemma === "concern" : isSentiment(object);
  return fits ? objectContent(desk, sentence, standing, object) : null;
}
