import { fold } from "../lexicon/fold.ts";
import { type World, world } from "../lexicon/world.ts";
import { caseOf } from "../syntax/tree.ts";
import type { Sentence, Syntax } from "../syntax/types.ts";
import { type Description, nounDescriptions, titleDescriptions } from "./mentions/descriptions.ts";
import { type Label, labelsOf } from "./mentions/labels.ts";
import { isPersonal, type NamedPerson, namedPeople } from "./mentions/people.ts";
import { joinTies, tieOf } from "./mentions/ties.ts";
import { type Mention, NO_TIE, type TitleUse } from "./mentions/types.ts";

export type * from "./mentions/types.ts";

/** What the mentions stage gives. */
export interface Mentions {
  readonly mentions: readonly Mention[];
  /** The mention that a token of a sentence stands for. */
  readonly at: (sentence: number, token: number) => Mention | undefined;
}

const PRONOUNS = new Set(
  "he him his she her hers they them their theirs it its we us our ours i me my you your himself herself itself themselves both who".split(
    " ",
  ),
);
const PLACE_CASES = new Set([
  "in",
  "at",
  "near",
  "from",
  "into",
  "through",
  "across",
  "inside",
  "outside",
  "around",
  "throughout",
  "within",
  "over",
  "via",
]);

type Draft = Mention extends infer M ? (M extends Mention ? Omit<M, "index"> : never) : never;

/** Surnames of people who are named in full somewhere in the text; a lone surname is then one of them. */
function surnamesOf(lex: World, sentences: readonly Sentence[], labels: readonly Label[][]): Set<string> {
  const found = new Set<string>();
  sentences.forEach((sentence, s) => {
    for (const label of labels[s]!) {
      const person = label.meanings?.some((m) => m.is === "person");
      const titled =
        label.is === "name" &&
        labels[s]!.some(
          (l) => (l.is === "honorific" || (l.is === "title" && l.title!.beforeName)) && l.end === label.first,
        );
      if (!person && !titled && !(label.is === "name" && isPersonal(lex, sentence, label, new Set()))) continue;
      for (const t of sentence.tokens.slice(label.first, label.end)) if (t.text.length > 2) found.add(fold(t.text));
    }
  });
  return found;
}

/** "a UN spokeswoman in Bangkok, Amanda Pitt": only where somebody works stands between the office and the comma. */
const isPlaced = (tokens: Sentence["tokens"], from: number, to: number): boolean =>
  to > from + 1 &&
  to - from < 6 &&
  /^(in|at|for|from|of)$/.test(tokens[from]?.text ?? "") &&
  tokens.slice(from + 1, to).every((t) => /^\p{Lu}/u.test(t.text) || t.text === "the");

/** Joins "the Kremlin spokesperson, Dmitri Peskov" and "Shimon Peres, the Israeli president" into one mention. */
function joinApposition(
  sentence: Sentence,
  person: NamedPerson,
  descriptions: Description[],
  starts: ReadonlySet<number>,
): { person: NamedPerson; joined: Description[] } {
  const { tokens } = sentence;
  const joined: Description[] = [];
  let { first, end, tie } = person;
  const titles: TitleUse[] = [...person.titles];
  const comma = (i: number): boolean => tokens[i]?.text === "," || tokens[i]?.text === "–" || tokens[i]?.text === "(";
  if (first > 1 && person.honorific !== null && /^the$/i.test(tokens[first - 1]!.text) && comma(first - 2)) first -= 1;
  const before = descriptions.find(
    (d) =>
      (d.end === first - 1 || isPlaced(tokens, d.end, first - 1)) &&
      comma(first - 1) &&
      !d.plural &&
      !d.titles[0]?.title.plural &&
      (d.determiner !== "none" || d.tie.countries.length + d.tie.bodies.length > 0 || d.first === 0),
  );
  if (before && person.titles.length === 0) {
    titles.push(...before.titles);
    tie = joinTies(before.tie, tie);
    first = before.first;
    joined.push(before);
  }
  const after = descriptions.find(
    (d) =>
      d.first === end + 1 &&
      comma(end) &&
      !d.plural &&
      (tokens[d.end] === undefined ||
        tokens[d.end]!.upos === "PUNCT" ||
        /^(who|said|told|of|for|to|at|on|in|from)$/.test(tokens[d.end]!.text)) &&
      !starts.has(d.end),
  );
  if (after && !before) {
    titles.push(...after.titles);
    tie = joinTies(tie, after.tie);
    end = after.end;
    joined.push(after);
  }
  return { person: { ...person, first, end, tie, titles }, joined };
}

function sentenceDrafts(
  lex: World,
  text: string,
  sentence: Sentence,
  labels: readonly Label[],
  surnames: ReadonlySet<string>,
): Draft[] {
  const drafts: Draft[] = [];
  const { tokens } = sentence;
  const span = (first: number, end: number) => ({ from: tokens[first]!.from, to: tokens[end - 1]!.to });
  const people = namedPeople(lex, text, sentence, labels, surnames);
  const used = new Set<Label>(people.flatMap((p) => [...p.used]));
  const owner = new Map<number, unknown>();
  for (const p of people) for (let i = p.first; i < p.nameEnd; i += 1) owner.set(i, p);
  for (const l of labels)
    if (l.is === "named" || (l.is === "name" && !owner.has(l.first)))
      for (let i = l.first; i < l.end; i += 1) if (!owner.has(i)) owner.set(i, l);
  const taken = (i: number): boolean => owner.has(i);
  const titled = titleDescriptions(text, sentence, labels, used, taken);
  for (const d of titled) for (const i of d.core) owner.set(i, d);
  const nouns = nounDescriptions(text, sentence, labels, taken);
  let left = [...titled];
  const starts = new Set(people.map((p) => p.nameFirst));
  for (const found of people) {
    const noun = nouns.find((d) => d.end === found.first && !d.plural && d.determiner !== "a");
    const { person, joined } = joinApposition(
      sentence,
      noun ? { ...found, first: noun.first, tie: joinTies(found.tie, noun.tie) } : found,
      left,
      starts,
    );
    left = left.filter((d) => !joined.includes(d));
    const core = [
      ...Array.from({ length: person.nameEnd - found.first }, (_, i) => found.first + i),
      ...joined.flatMap((d) => d.core),
    ];
    drafts.push({
      is: "person",
      sentence: sentence.index,
      first: person.first,
      end: person.end,
      head: headAmong(sentence, core),
      core,
      ...span(person.first, person.end),
      name: text.slice(tokens[person.nameFirst]!.from, tokens[person.nameEnd - 1]!.to),
      nameRange: span(person.nameFirst, person.nameEnd),
      titles: person.titles,
      honorific: person.honorific,
      tie: person.tie,
    });
  }
  const beforeName = new Map(people.map((p) => [p.first, p]));
  const isApposed = (d: Description): boolean => beforeName.has(d.end) && !d.plural && d.determiner !== "a";
  for (const d of [...left, ...nouns].filter((x) => !isApposed(x)))
    drafts.push({ is: "description", sentence: sentence.index, ...span(d.first, d.end), ...d });
  const personTokens = new Set(
    people.flatMap((p) => Array.from({ length: p.nameEnd - p.nameFirst }, (_, i) => p.nameFirst + i)),
  );
  for (const label of labels) {
    if (label.is === "title" || label.is === "honorific" || personTokens.has(label.first)) continue;
    const head = headIn(sentence, label);
    const base = {
      sentence: sentence.index,
      first: label.first,
      end: label.end,
      head,
      core: Array.from({ length: label.end - label.first }, (_, i) => label.first + i),
      ...span(label.first, label.end),
      locative: PLACE_CASES.has(caseOf(sentence, tokens[head]!) ?? ""),
    };
    if (label.is === "named") drafts.push({ is: "named", ...base, meanings: label.meanings! });
    else {
      const entity = tokens.slice(label.first, label.end).find((t) => t.entity)?.entity;
      const adjective = labels.find((l) => l.is === "named" && l.end === label.first);
      drafts.push({
        is: "unknown",
        ...base,
        name: text.slice(base.from, base.to),
        guess: entity === "place" || entity === "organization" ? entity : null,
        tie: adjective ? tieOf(adjective.meanings!) : NO_TIE,
      });
    }
  }
  for (const t of tokens) {
    if ((t.upos !== "PRON" && t.upos !== "DET" && t.upos !== "NUM") || owner.has(t.index)) continue;
    const word = t.text.toLowerCase();
    // "The two also pledged": a numeral that stands for people.
    const several =
      t.upos === "NUM" &&
      /^(two|three|four|five)$/.test(word) &&
      (/^(nsubj|obj|iobj|obl|nmod)/.test(t.deprel) || tokens[t.index + 1]?.text === "last") &&
      sentence.tokens[t.index - 1]?.text.toLowerCase() === "the";
    if (!several && (t.upos === "NUM" || !PRONOUNS.has(word) || word === "who")) continue;
    drafts.push({
      is: "pronoun",
      sentence: sentence.index,
      first: t.index,
      end: t.index + 1,
      head: t.index,
      core: [t.index],
      from: t.from,
      to: t.to,
      pronoun: word,
    });
  }
  return drafts;
}

/** The token of a mention that the rest of its sentence hangs on or from. */
function headAmong(sentence: Sentence, core: readonly number[]): number {
  const inside = new Set(core);
  return (
    core.find((i) => !inside.has(sentence.tokens[i]!.head) && sentence.tokens[i]!.upos !== "PUNCT") ?? core.at(-1)!
  );
}

const headIn = (sentence: Sentence, label: Label): number => {
  for (let i = label.end - 1; i >= label.first; i -= 1) {
    const h = sentence.tokens[i]!.head;
    if (h < label.first || h >= label.end) return i;
  }
  return label.end - 1;
};

/**
 * Finds what may refer to an actor: names, offices, descriptions, groups, pronouns.
 * Nothing is resolved yet; a mention says what the words themselves say.
 */
export function readMentions(syntax: Syntax): Mentions {
  const lex = world();
  const folded = fold(syntax.text);
  const labels = syntax.sentences.map((s) => labelsOf(lex, folded, s));
  const surnames = surnamesOf(lex, syntax.sentences, labels);
  const drafts = syntax.sentences.flatMap((s, i) =>
    sentenceDrafts(lex, syntax.text, s, labels[i]!, surnames).sort((a, b) => a.from - b.from || b.to - a.to),
  );
  const mentions = drafts.map((d, index) => Object.assign(d, { index }) as Mention);
  const byToken = new Map<number, Mention>();
  const key = (sentence: number, token: number): number => sentence * 100_000 + token;
  const rank = (m: Mention): number => (m.is === "person" ? 0 : m.is === "description" ? 1 : m.is === "named" ? 2 : 3);
  for (const m of [...mentions].sort((a, b) => rank(b) - rank(a))) {
    for (const i of m.core) {
      const known = byToken.get(key(m.sentence, i));
      if (!known || rank(m) <= rank(known)) byToken.set(key(m.sentence, i), m);
    }
  }
  return { mentions, at: (sentence, token) => byToken.get(key(sentence, token)) };
}
