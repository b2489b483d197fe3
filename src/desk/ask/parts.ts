import type { Asked } from "./asked.ts";
import { hitsOf, wordBefore } from "./asked.ts";
import type { Hit } from "./hits.ts";
import type { Name } from "./names.ts";

/** How a name stands to the word that the question turns on. */
export type Role = "subject" | "object" | "with" | "to" | "from" | "in" | "of" | "owner" | "for" | "through" | "about";

export interface Part {
  readonly name: Name;
  readonly role: Role;
}

const PREPOSITIONS: Readonly<Record<string, Role>> = {
  with: "with",
  between: "with",
  to: "to",
  into: "to",
  toward: "to",
  towards: "to",
  from: "from",
  in: "in",
  at: "in",
  near: "in",
  of: "of",
  for: "for",
  through: "through",
  via: "through",
  by: "subject",
  involving: "with",
  against: "object",
  on: "about",
  about: "about",
  among: "with",
  after: "about",
};

/** The names of a question with their roles around the word that it turns on. */
export function partsOf(asked: Asked, main: Hit | undefined): Part[] {
  const parts: Part[] = [];
  for (const name of asked.names) {
    const before = parts.at(-1);
    const role = before && isJoined(asked, before.name, name) ? before.role : roleOf(asked, name, main);
    parts.push({ name, role });
  }
  return parts;
}

/** The first part in one of the roles, in the order of the roles. */
export function partIn(parts: readonly Part[], ...roles: Role[]): string | undefined {
  for (const role of roles) {
    const found = parts.find((part) => part.role === role);
    if (found) return found.name.phrase;
  }
  return undefined;
}

/** "A and B", "A, B": only a comma or a conjunction between them. */
function isJoined({ sentence }: Asked, a: Name, b: Name): boolean {
  if (a.first === b.first) return true;
  const between = sentence.tokens.slice(a.end, b.first).filter(({ xpos }) => xpos !== "DT");
  return (
    between.length > 0 && between.every(({ text, xpos }) => text === "," || (xpos === "CC" && /^(and|&)$/i.test(text)))
  );
}

function roleOf(asked: Asked, name: Name, main: Hit | undefined): Role {
  const { tokens } = asked.sentence;
  const after = tokens[name.end];
  if (after?.xpos === "POS" || /['’]s?$/.test(tokens[name.end - 1]!.text)) return "owner";
  const before = wordBefore(asked.sentence, name.first);
  const lower = before?.text.toLowerCase() ?? "";
  if (before && /^(IN|TO|RP|VBG)$/.test(before.xpos) && lower in PREPOSITIONS) return PREPOSITIONS[lower]!;
  if (main && before?.upos === "AUX" && /^(?:do|have|will)$/.test(before.lemma)) return "subject";
  const isAdjective = tokens[name.end - 1]!.upos === "ADJ" || /^(amod|compound)$/.test(tokens[name.end - 1]!.deprel);
  if (main && name.end === main.first && isAdjective && main.first < tokens.length && isNounHit(asked, main))
    return "owner";
  if (!main || name.first < main.first) return isPassive(asked, main) ? "object" : "subject";
  return "object";
}

const isNounHit = ({ sentence }: Asked, hit: Hit): boolean => sentence.tokens[hit.end - 1]!.upos === "NOUN";

/** "was Ukraine promised", "who was invited by". */
function isPassive(asked: Asked, main: Hit | undefined): boolean {
  if (!main) return false;
  const { tokens } = asked.sentence;
  const verb = tokens[main.first]!;
  if (verb.xpos !== "VBN" && verb.xpos !== "VBD") return false;
  return tokens.slice(0, main.first).some(({ lemma, upos }) => lemma === "be" && (upos === "AUX" || upos === "VERB"));
}

const PRONOUNS = new Set(["he", "she", "they", "him", "her", "them", "his", "their", "we", "us", "our", "i", "you"]);

/** A pronoun that stands for nobody whom the question names before it; undefined where there is none. */
export function loosePronoun(asked: Asked): string | undefined {
  const { sentence, names, topic } = asked;
  const inTopic = (i: number): boolean => topic !== null && topic.first <= i && i < topic.end;
  const inHit = (i: number): boolean => hitsOf(asked, "filler").some(({ first, end }) => first <= i && i < end);
  return sentence.tokens.find(({ text, index }) => {
    const word = text.toLowerCase();
    if (!PRONOUNS.has(word) || inTopic(index) || inHit(index)) return false;
    const before = names.filter(({ first }) => first < index).length;
    return before < (word.startsWith("the") ? 2 : 1) || ["we", "us", "our", "i", "you"].includes(word);
  })?.text;
}
