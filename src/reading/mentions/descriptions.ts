import { type PeopleNoun, peopleNouns } from "../../lexicon/nouns.ts";
import { childBy, childrenOf, hasRelation, headOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Label } from "./labels.ts";
import { ofPhrase } from "./people.ts";
import { joinTies, tieOf } from "./ties.ts";
import { type DescriptionMention, NO_TIE, type Tie, type TitleUse } from "./types.ts";

export type Description = Omit<DescriptionMention, "index" | "from" | "to" | "is" | "sentence">;

const COUNTS: Record<string, number> = { two: 2, both: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8 };
const DROPPED = new Set([
  "whose",
  "which",
  "the",
  "a",
  "an",
  "this",
  "that",
  "these",
  "those",
  "both",
  "all",
  "each",
  "every",
  "any",
  "some",
  "several",
  "many",
  "other",
  "another",
  "more",
  "most",
  "such",
  "no",
  "own",
  "former",
  "top",
  "his",
  "her",
  "its",
  "their",
  "our",
  "my",
  "your",
  "two",
  "three",
  "four",
  "five",
  "various",
  "certain",
  "few",
  "numerous",
]);
const QUANTITY =
  /^(\d|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|dozens|hundreds|thousands|about|around|nearly|approximately|over|least|at|more|than|almost|only|some|up|to)/i;

/** "Polish, Czech" and "and" in "the Polish, Czech and Latvian ministers": joined to the first adjective of the noun. */
function joinsAdjectives(sentence: Sentence, t: Token, head: number): boolean {
  const joined = hasRelation(t, "cc", "punct") ? headOf(sentence, t) : t;
  if (!joined || !hasRelation(joined, "conj") || joined.index > head) return false;
  const first = headOf(sentence, joined);
  return first !== undefined && hasRelation(first, "amod", "compound") && first.head === head && first.index < t.index;
}

/** Who owns the noun: its possessive, or for "whose troops" what the relative clause hangs on. */
function ownerOf(sentence: Sentence, noun: Token): Token | undefined {
  const own = childBy(sentence, noun, "nmod:poss");
  if (own?.text.toLowerCase() !== "whose") return own;
  for (let t: Token | undefined = noun, step = 0; t && step < 6; t = headOf(sentence, t), step += 1)
    if (t.deprel === "acl:relcl") return headOf(sentence, t);
  return own;
}

/** Where the noun phrase of `head` begins: its determiners, adjectives, compounds and possessors, in one run. */
export function phraseStart(sentence: Sentence, head: number, first: number): number {
  let start = first;
  while (start > 0) {
    const t = sentence.tokens[start - 1]!;
    if (t.upos === "PUNCT" && t.text !== "-" && !joinsAdjectives(sentence, t, head)) break;
    let under = false;
    for (let x: Token | undefined = t, n = 0; x && n < 6; x = headOf(sentence, x), n += 1) {
      if (x.index === head || (x.index >= start && x.index <= head)) {
        under = true;
        break;
      }
    }
    const fits =
      t.text === "-" ||
      joinsAdjectives(sentence, t, head) ||
      hasRelation(
        t,
        "det",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "flat",
        "case",
        "advmod",
        "nmod",
        "punct",
        "goeswith",
      );
    if (t.xpos === "VBG" && t.index === 0) break;
    if (!under || !fits || t.xpos === "IN" || t.xpos === "TO" || t.upos === "VERB") break;
    start -= 1;
  }
  return start;
}

function determinerOf(sentence: Sentence, start: number, end: number, head: Token): DescriptionMention["determiner"] {
  for (let i = start; i < end; i += 1) {
    const t = sentence.tokens[i]!;
    const word = t.text.toLowerCase();
    if (t.xpos === "PRP$") return "own";
    if (word === "the" || word === "both") return "the";
    if (word === "a" || word === "an" || word === "one" || word === "another") return "a";
    if (/^(this|these|that|those)$/.test(word) && t.upos === "DET") return "this";
  }
  return childBy(sentence, head, "nmod:poss") ? "own" : "none";
}

/** The head noun with its modifiers, less article, numeral, country and title-case. */
function headWords(sentence: Sentence, labels: readonly Label[], start: number, end: number, text: string): string {
  const kept: Token[] = [];
  for (let i = start; i < end; i += 1) {
    const t = sentence.tokens[i]!;
    const label = labels.find((l) => l.is === "named" && l.first <= i && i < l.end);
    if (label?.meanings?.some((m) => m.is === "state" || (m.is === "body" && !/^[A-Z]{3}:/.test(m.body.name)))) {
      kept.length = 0;
      continue;
    }
    if (
      DROPPED.has(t.text.toLowerCase()) ||
      t.xpos === "POS" ||
      t.xpos === "CD" ||
      t.xpos === "PRP$" ||
      (QUANTITY.test(t.text) && t.upos !== "NOUN")
    ) {
      kept.length = 0;
      continue;
    }
    kept.push(t);
  }
  if (kept.length === 0) return sentence.tokens[end - 1]!.text;
  while (kept.length > 1 && /^(U\.S\.|US|American|British|UK|U\.K\.|UN|U\.N\.)$/.test(kept[0]!.text)) kept.shift();
  return text
    .slice(kept[0]!.from, kept.at(-1)!.to)
    .replace(/^[-\s]+/, "")
    .replace(/\s+/g, " ");
}

/** Where the name of an office ends: "spokesperson for the High Commissioner for Human Rights", "chief of the News Network". */
function officeEnd(sentence: Sentence, from: number, apposed: boolean): number {
  const capital = (i: number): boolean =>
    /^\p{Lu}/u.test(sentence.tokens[i]?.text ?? "") && sentence.tokens[i]!.upos !== "PRON";
  let end = from;
  for (;;) {
    let next = end;
    if ((apposed ? /^(of|for|to|and|at|on)$/ : /^(of|for)$/).test(sentence.tokens[next]?.text ?? "")) next += 1;
    if (next > end && sentence.tokens[next]?.text === "the" && sentence.tokens[next - 1]?.text !== "and") next += 1;
    if (!capital(next) || (next === end && end === from)) return end;
    end = next + 1;
  }
}

interface Found {
  readonly head: number;
  readonly first: number;
  readonly end: number;
  readonly people: PeopleNoun | null;
  readonly titles: readonly TitleUse[];
  readonly plural: boolean;
}

function describe(text: string, sentence: Sentence, labels: readonly Label[], found: Found): Description {
  const head = sentence.tokens[found.head]!;
  const start = phraseStart(sentence, found.head, found.first);
  let tie: Tie = NO_TIE;
  for (const label of labels) {
    if (
      label.is === "named" &&
      label.first >= start &&
      label.end <= found.end &&
      !label.meanings!.some((m) => m.is === "person")
    )
      tie = joinTies(tie, tieOf(label.meanings!));
  }
  const of = ofPhrase(
    sentence,
    labels,
    found.end,
    found.titles.length > 0 ? ["of", "for", "to", "at"] : ["of", "from", "in"],
    found.plural,
  );
  const listed = sentence.tokens.slice(start, found.first).some((t) => /^(and|,)$/.test(t.text));
  const ofStates = tie.countries.length === 0 && sentence.tokens[found.end]?.text === "of" ? of?.tie.countries : [];
  const each = listed ? tie.countries : (ofStates ?? []);
  if (of) tie = joinTies(tie, of.tie);
  const possessor = ownerOf(sentence, head);
  const numeral = childrenOf(sentence, head).find((t) => COUNTS[t.text.toLowerCase()] !== undefined);
  return {
    head: found.head,
    first: start,
    end:
      found.titles.length > 0
        ? officeEnd(sentence, of?.end ?? found.end, sentence.tokens[start - 1]?.text === ",")
        : (of?.end ?? found.end),
    core: Array.from({ length: found.end - found.first }, (_, i) => found.first + i),
    noun: head.lemma.toLowerCase(),
    words: headWords(sentence, labels, start, found.end, text),
    people: found.people,
    titles: found.titles,
    tie,
    each: each.length > 1 ? each : [],
    plural: found.plural,
    determiner: determinerOf(sentence, start, found.end, head),
    possessor: possessor ? possessor.index : null,
    count: numeral ? COUNTS[numeral.text.toLowerCase()]! : null,
  };
}

/** Descriptions by office words that no name has used up: "the French leader", "a Kremlin spokesman". */
export function titleDescriptions(
  text: string,
  sentence: Sentence,
  labels: readonly Label[],
  used: ReadonlySet<Label>,
  taken: (i: number) => boolean,
): Description[] {
  const out: Description[] = [];
  for (const label of labels) {
    if (label.is !== "title" || used.has(label) || taken(label.end - 1)) continue;
    const inside = sentence.tokens.slice(label.first, label.end);
    const head =
      inside.find((t) => (t.head < label.first || t.head >= label.end) && t.upos !== "PUNCT") ?? inside.at(-1)!;
    const next = sentence.tokens[label.end];
    if (
      hasRelation(head, "amod") ||
      (next && /^(NN|NNS)$/.test(next.xpos) && head.head === next.index && hasRelation(head, "compound"))
    )
      continue;
    const title = label.title!;
    const plural = title.plural || head.xpos === "NNS" || head.xpos === "NNPS" || head.features.number === "Plur";
    const words = text.slice(sentence.tokens[label.first]!.from, inside.at(-1)!.to);
    out.push(
      describe(text, sentence, labels, {
        head: head.index,
        first: label.first,
        end: label.end,
        people: peopleNouns().get(head.lemma.toLowerCase()) ?? null,
        titles: [{ title, words }],
        plural,
      }),
    );
  }
  return out;
}

/** Descriptions by common nouns for people: "Israeli officials", "his collaborators", "the government". */
export function nounDescriptions(
  text: string,
  sentence: Sentence,
  labels: readonly Label[],
  taken: (i: number) => boolean,
): Description[] {
  const out: Description[] = [];
  const nouns = peopleNouns();
  for (const token of sentence.tokens) {
    if (taken(token.index) || (token.upos !== "NOUN" && token.upos !== "PROPN")) continue;
    const lemma = token.lemma.toLowerCase();
    const before = sentence.tokens[token.index - 1];
    const pair = before ? nouns.get(`${before.lemma.toLowerCase()} ${lemma}`) : undefined;
    const people = pair ?? nouns.get(lemma) ?? nouns.get(lemma.replace(/s$/, ""));
    if (!people) continue;
    if (hasRelation(token, "compound") && headOf(sentence, token)?.upos === "NOUN") continue;
    const first = pair && before && !taken(before.index) ? before.index : token.index;
    const plural =
      token.xpos === "NNS" ||
      token.xpos === "NNPS" ||
      token.features.number === "Plur" ||
      lemma === "people" ||
      lemma === "police";
    out.push(
      describe(text, sentence, labels, { head: token.index, first, end: token.index + 1, people, titles: [], plural }),
    );
  }
  return out;
}
