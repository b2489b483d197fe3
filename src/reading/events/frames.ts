import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import type { EventType } from "../../record/schema.ts";
import { childrenBy, childrenOf, hasRelation, isPassive, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** What must be there for an act to count: see lexicon/event-frames.tsv. */
export type Needed = "both" | "doer" | "recipient" | "doer-only";

/** A row of lexicon/event-frames.tsv. */
export interface Frame {
  readonly noun: boolean;
  readonly type: EventType;
  readonly words: ReadonlySet<string>;
  /** "troops": the subject must be armed forces; "mutual": several do it together. */
  readonly subject: "troops" | "mutual" | null;
  /** Each a list of lemmas that must all be there. */
  readonly needs: readonly (readonly string[])[];
  /** Lemmas of which none may be there. */
  readonly without: readonly string[];
  readonly infinitive: boolean;
  readonly roles: readonly string[];
  readonly needed: Needed;
}

const NEEDED: readonly Needed[] = ["both", "doer", "recipient", "doer-only"];
let loaded: { verbs: Map<string, Frame[]>; nouns: Map<string, Frame[]> } | undefined;

function load(): { verbs: Map<string, Frame[]>; nouns: Map<string, Frame[]> } {
  const verbs = new Map<string, Frame[]>();
  const nouns = new Map<string, Frame[]>();
  for (const row of lexiconRows<"pos" | "type" | "words" | "needs" | "roles" | "alone">("event-frames.tsv")) {
    const subject = /^@(troops|mutual) /.exec(row.words);
    const words = cellValues(row.words.replace(/^@\w+ /, ""));
    const frame: Frame = {
      noun: row.pos === "noun",
      type: row.type as EventType,
      words: new Set(words),
      subject: (subject?.[1] as Frame["subject"] | undefined) ?? null,
      needs: cellValues(row.needs)
        .filter((n) => n !== "@to" && !n.startsWith("!"))
        .map((n) => n.split(" ")),
      without: cellValues(row.needs).flatMap((n) => (n.startsWith("!") ? [n.slice(1)] : [])),
      infinitive: row.needs === "@to",
      roles: cellValues(row.roles),
      needed: NEEDED[Number(row.alone)] ?? "both",
    };
    const index = frame.noun ? nouns : verbs;
    for (const word of words) index.set(word, [...(index.get(word) ?? []), frame]);
  }
  return { verbs, nouns };
}

export const lemma = (token: Token): string => (token.upos === "SYM" ? token.text : token.lemma.toLowerCase());

/** Whether a token is a noun that names an act, rather than a part of another's name. */
export const isActNoun = (sentence: Sentence, token: Token): boolean =>
  (token.upos === "NOUN" ||
    (token.upos === "VERB" && token.xpos === "VBG" && childrenBy(sentence, token, "nmod", "amod", "det").length > 0)) &&
  !hasRelation(token, "compound", "flat", "nmod:desc");

/** The words that belong to a verb or noun: its object, passive subject, particles and obliques, with what these are made of. */
function company(sentence: Sentence, token: Token, noun: boolean): Set<string> {
  const near = noun
    ? childrenOf(sentence, token)
    : childrenBy(sentence, token, "obj", "iobj", "obl", "advmod", "compound:prt", "xcomp", "nsubj:pass");
  const found = new Set<string>();
  const subject = !noun && isPassive(sentence, token) ? subjectOf(sentence, token) : undefined;
  for (const t of subject ? [...near, subject] : near) {
    found.add(lemma(t));
    found.add(t.text.toLowerCase());
    for (const c of childrenBy(sentence, t, "compound", "amod", "conj", "nmod", "nummod")) {
      found.add(lemma(c));
      for (const d of childrenBy(sentence, c, "compound", "conj")) found.add(lemma(d));
    }
    for (const c of childrenBy(sentence, t, "case")) found.add(lemma(c));
  }
  if (!noun)
    for (const t of sentence.tokens.slice(token.index + 1, token.index + 4))
      if (t.upos === "NOUN" || t.upos === "ADP" || t.upos === "ADV" || t.upos === "SYM") found.add(lemma(t));
  return found;
}

const hasInfinitive = (sentence: Sentence, token: Token): boolean =>
  (sentence.tokens[token.index + 1]?.text.toLowerCase() === "to" &&
    sentence.tokens[token.index + 2]?.upos === "VERB") ||
  childrenBy(sentence, token, "xcomp", "acl", "ccomp", "advcl").some((c) =>
    childrenOf(sentence, c).some((m) => m.deprel === "mark" && m.text.toLowerCase() === "to"),
  );

/** The frames that fit a token, in the order of the file. */
export function framesAt(sentence: Sentence, token: Token): readonly Frame[] {
  loaded ??= load();
  const noun = isActNoun(sentence, token);
  const verb =
    token.upos === "VERB" &&
    !noun &&
    (!hasRelation(token, "amod", "compound", "case", "mark") ||
      (token.xpos === "VB" && sentence.tokens[token.index - 1]?.text.toLowerCase() === "to"));
  if (!noun && !verb) return [];
  const rows = (noun ? loaded.nouns : loaded.verbs).get(token.lemma.toLowerCase()) ?? [];
  if (rows.length === 0) return rows;
  const words = company(sentence, token, noun);
  return rows.filter(
    (f) =>
      (f.needs.length === 0 || f.needs.some((all) => all.every((w) => words.has(w)))) &&
      !f.without.some((w) => words.has(w)) &&
      (!f.infinitive || hasInfinitive(sentence, token)),
  );
}
