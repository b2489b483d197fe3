import { fold } from "../../lexicon/fold.ts";
import type { World } from "../../lexicon/world.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { glued, isProper, type Label, ORG_WORDS } from "./labels.ts";
import { joinTies, tieOf } from "./ties.ts";
import { NO_TIE, type Tie, type TitleUse } from "./types.ts";

/** A name with what stands before and behind it, before it becomes a mention. */
export interface NamedPerson {
  readonly first: number;
  readonly end: number;
  readonly nameFirst: number;
  readonly nameEnd: number;
  readonly titles: readonly TitleUse[];
  readonly tie: Tie;
  readonly honorific: string | null;
  /** Labels of titles and adjectives that this person has used up. */
  readonly used: ReadonlySet<Label>;
}

const CONNECTORS = new Set(["of", "the", "to", "for", "'s", "’s", "on", "-", "at"]);
const BEFORE_TITLE = new Set([
  "former",
  "then",
  "ex",
  "acting",
  "outgoing",
  "incoming",
  "new",
  "current",
  "late",
  "moderate",
  "interim",
  "-",
  "deputy",
  "senior",
  "their",
  "its",
  "our",
  "his",
  "her",
]);

const labelAt = (labels: readonly Label[], i: number): Label | undefined =>
  labels.find((l) => l.first <= i && i < l.end);
const isPersonLabel = (l: Label | undefined): boolean => l?.meanings?.some((m) => m.is === "person") ?? false;

interface Before {
  readonly start: number;
  readonly titles: TitleUse[];
  readonly tie: Tie;
  readonly honorific: string | null;
  readonly used: Set<Label>;
}

const textOf = (sentence: Sentence, text: string, first: number, end: number): string =>
  text.slice(sentence.tokens[first]!.from, sentence.tokens[end - 1]!.to);

/** Honorifics straight before a name ("HE Mr", "the Rt. Hon."). */
function honorificsBefore(
  sentence: Sentence,
  labels: readonly Label[],
  nameFirst: number,
): { at: number; honorific: string | null } {
  let at = nameFirst;
  let honorific: string | null = null;
  for (;;) {
    const label = labelAt(labels, at - 1);
    if (label?.is === "honorific") {
      honorific ??= sentence.tokens[label.first]!.text;
      at = label.first;
    } else if (
      at > 1 &&
      sentence.tokens[at - 1]!.text === "," &&
      /^(highness|excellency|majesty|holiness)$/i.test(sentence.tokens[at - 2]!.text)
    )
      at -= 1;
    else if (at < nameFirst && at > 0 && sentence.tokens[at - 1]!.text === ".") at -= 1;
    else break;
  }
  if (
    at < nameFirst &&
    at > 0 &&
    /^(his|her|their)$/i.test(sentence.tokens[at - 1]!.text) &&
    /excellency|highness|majesty|holiness/i.test(sentence.tokens[at]!.text)
  )
    at -= 1;
  return { at, honorific };
}

/** The titles that stand before a name: "French President", "Assistant to the President for Homeland Security". */
function titlesBefore(sentence: Sentence, text: string, labels: readonly Label[], nameFirst: number): Before {
  const { at, honorific } = honorificsBefore(sentence, labels, nameFirst);
  const used = new Set<Label>();
  const ties: Tie[] = [];
  let title: Label | undefined;
  let crossed = false;
  for (let j = at - 1; j >= 0; ) {
    const token = sentence.tokens[j]!;
    const label = labelAt(labels, j);
    if (label?.is === "title") {
      if (title && crossed === false && label.end !== title.first) break;
      title = label;
      used.add(label);
      crossed = false;
      j = label.first - 1;
    } else if (label?.is === "named" && !isPersonLabel(label)) {
      ties.unshift(tieOf(label.meanings!));
      used.add(label);
      j = label.first - 1;
    } else if (label?.is === "name" && !looksPersonal(sentence, label)) {
      j = label.first - 1;
    } else if (token.text === ")" && sentence.tokens[j - 2]?.text === "(") {
      j -= 3;
    } else if (
      /^(and|&)$/.test(token.text) &&
      title?.first === j + 1 &&
      isOffice(labels, sentence, j - 1) &&
      titleBehind(labels, sentence, j) &&
      !isLoneOffice(labels, sentence, j - 1)
    ) {
      j -= 1;
      crossed = true;
    } else if (
      token.text === "and" &&
      !title &&
      j < at - 1 &&
      sentence.tokens[j - 1]?.entity !== "person" &&
      titleBehind(labels, sentence, j)
    ) {
      crossed = true;
      j -= 1;
    } else if (!label && j > 0 && /^\p{Lu}/u.test(token.text) && token.upos === "ADJ" && j < at - 1) {
      j -= 1;
    } else if (CONNECTORS.has(token.text) && j < at - 1) {
      crossed = true;
      j -= 1;
    } else break;
  }
  if (!title) return { start: at, titles: [], tie: NO_TIE, honorific, used: new Set() };
  let start = title.first;
  let tie = ties.reduce(joinTies, NO_TIE);
  for (;;) {
    const label = labelAt(labels, start - 1);
    const token = sentence.tokens[start - 1];
    if (label?.is === "named" && !isPersonLabel(label)) {
      tie = joinTies(tieOf(label.meanings!), tie);
      used.add(label);
      start = label.first;
    } else if (token && BEFORE_TITLE.has(token.text.toLowerCase())) start -= 1;
    else if (
      token?.text === ")" &&
      sentence.tokens[start - 3]?.text === "(" &&
      labelAt(labels, start - 4)?.is === "named"
    )
      start -= 3;
    else if (
      token &&
      /^['’]s$/.test(token.text) &&
      labelAt(labels, start - 2)?.is === "named" &&
      !isPersonLabel(labelAt(labels, start - 2))
    )
      start -= 1;
    else if (
      label?.is === "name" &&
      label.end === start &&
      (ORG_WORDS.test(sentence.tokens[label.end - 1]!.text) || /^[A-Z]{2,}$/.test(sentence.tokens[start - 1]!.text))
    )
      start = label.first;
    else if (token && /^(19|20)\d\d$/.test(token.text)) start -= 1;
    else if (token && /^[’']?\d|^-$/.test(token.text) && glued(token, sentence.tokens[start])) start -= 1;
    else break;
  }
  const courtesy = honorificsBefore(sentence, labels, start);
  if (courtesy.at < start && sentence.tokens[start - 1]?.text === ",") start = courtesy.at;
  while (start < title.first && /^(['’]s|-)$/.test(sentence.tokens[start]!.text)) start += 1;
  const words = textOf(sentence, text, title.first, at);
  return { start, titles: [{ title: title.title!, words: tidyTitle(words) }], tie, honorific, used };
}

/** Whether what ends at a token is part of an office: a title, a body, or a name such as "Expatriates" or "Staff". */
function isOffice(labels: readonly Label[], sentence: Sentence, at: number): boolean {
  const label = labelAt(labels, at);
  if (!label || isPersonLabel(label)) return false;
  return (
    label.is === "title" ||
    label.is === "named" ||
    (label.is === "name" && label.end - label.first === 1 && sentence.tokens[at]!.entity !== "person") ||
    ORG_WORDS.test(sentence.tokens[at]!.text)
  );
}

/** "the President and Speaker Pelosi": an office with its own article is another person. */
function isLoneOffice(labels: readonly Label[], sentence: Sentence, at: number): boolean {
  const label = labelAt(labels, at);
  return label?.is === "title" && /^the$/i.test(sentence.tokens[label.first - 1]?.text ?? "");
}

/** Whether only capitals and small connecting words lie between here and a title further left. */
function titleBehind(labels: readonly Label[], sentence: Sentence, from: number): boolean {
  for (let j = from - 1; j >= 0 && j > from - 9; j -= 1) {
    const label = labelAt(labels, j);
    if (label?.is === "title") return true;
    if (isPersonLabel(label) || (!label && !CONNECTORS.has(sentence.tokens[j]!.text)) || label?.is === "honorific")
      return false;
  }
  return false;
}

const tidyTitle = (words: string): string =>
  words
    .replace(/[\s,]+$/, "")
    .replace(/\s+(the|of|for|to)$/i, "")
    .replace(/\s+/g, " ");

/** A run that reads as a person's own name rather than as part of an office. */
function looksPersonal(sentence: Sentence, label: Label): boolean {
  return !ORG_WORDS.test(sentence.tokens[label.end - 1]!.text) && sentence.tokens[label.end - 1]!.entity === "person";
}

/** Whether a run of capitalised words without a title is a person's name. */
export function isPersonal(
  world: World,
  sentence: Sentence,
  label: Label,
  knownSurnames: ReadonlySet<string>,
): boolean {
  const tokens = sentence.tokens.slice(label.first, label.end);
  const last = tokens.at(-1)!;
  if (ORG_WORDS.test(last.text) || /^\p{Lu}{2,}s?$/u.test(last.text) || tokens.some((t) => /\d/.test(t.text)))
    return false;
  if (sentence.tokens[label.first - 1]?.text.toLowerCase() === "the") return false;
  const first = fold(tokens[0]!.text);
  const next = sentence.tokens[label.end];
  if (next && /^[A-Z]/.test(next.text) && glued(last, next)) return false;
  if (tokens.length === 1) {
    if (knownSurnames.has(fold(last.text))) return true;
    if (last.entity === "place" || last.entity === "organization" || first.length < 2) return false;
    const bearers = world.bySurname.get(first) ?? [];
    return last.entity === "person"
      ? bearers.length > 0
      : isProper(last) &&
          bearers.some(
            (p) => p.surnames.has(first) && p.terms.some((t) => /^(head-of|foreign-minister)/.test(t.office)),
          );
  }
  if (tokens.length > 6) return false;
  if (world.givenNames.has(first) && first.length > 1) return true;
  const head = tokens.find((t) => t.entity !== undefined);
  return (
    head?.entity === "person" &&
    tokens.every((t) => isProper(t) || t.upos === "PROPN" || t.text === "-" || t.text.length <= 3)
  );
}

/** The next state of a list that goes on at a token: ", France", "and the Netherlands". */
function listedStateAt(sentence: Sentence, labels: readonly Label[], at: number): Label | undefined {
  let i = at;
  while (/^(,|and|the)$/.test(sentence.tokens[i]?.text ?? "") && i < at + 3) i += 1;
  const label = i > at ? labelAt(labels, i) : undefined;
  return label?.first === i && label.meanings?.some((m) => m.is === "state" && m.how === "name") ? label : undefined;
}

/** The state or body named in an "of" phrase right behind a name or title: "of Bangladesh", "of the Republic of Korea (ROK)". */
export function ofPhrase(
  sentence: Sentence,
  labels: readonly Label[],
  at: number,
  words: readonly string[] = ["of"],
  list = false,
): { end: number; tie: Tie } | undefined {
  const { tokens } = sentence;
  if (!tokens[at] || !words.includes(tokens[at]!.text.toLowerCase())) return undefined;
  let i = at + 1;
  while (tokens[i] && /^(the|his|her|its|our|their)$/i.test(tokens[i]!.text)) i += 1;
  const label = labelAt(labels, i);
  if (label?.is !== "named" || label.first !== i || isPersonLabel(label)) return undefined;
  let end = label.end;
  let tie = tieOf(label.meanings!);
  if (tokens[end]?.text === "(" && tokens[end + 2]?.text === ")") end += 3;
  // "the head of the EU mission": the body only qualifies what follows.
  const last = tokens[label.end - 1]!;
  while (
    end === label.end &&
    tokens[end]?.upos === "NOUN" &&
    last.head >= end &&
    last.head < end + 3 &&
    /^(compound|amod|nmod)/.test(last.deprel)
  ) {
    while (end <= last.head) end += 1;
  }
  for (;;) {
    const next = list ? listedStateAt(sentence, labels, end) : undefined;
    if (!next) return { end, tie };
    tie = joinTies(tie, tieOf(next.meanings!));
    end = next.end;
  }
}

/** The people named in a sentence, with their titles. */
export function namedPeople(
  world: World,
  text: string,
  sentence: Sentence,
  labels: readonly Label[],
  knownSurnames: ReadonlySet<string>,
): NamedPerson[] {
  const people: NamedPerson[] = [];
  for (const label of labels) {
    const known = isPersonLabel(label);
    if (label.is !== "name" && !known) continue;
    const before = titlesBefore(sentence, text, labels, label.first);
    const titled = before.titles.some((t) => t.title.beforeName) || before.honorific !== null;
    const tokens: Token[] = sentence.tokens.slice(label.first, label.end);
    if (!known && !titled && !isPersonal(world, sentence, label, knownSurnames)) continue;
    if (!known && titled && before.honorific === null && ORG_WORDS.test(tokens.at(-1)!.text)) continue;
    const of = before.titles.length > 0 || known ? ofPhrase(sentence, labels, label.end) : undefined;
    people.push({
      first: before.start,
      end: of?.end ?? label.end,
      nameFirst: label.first,
      nameEnd: label.end,
      titles: before.titles,
      tie: joinTies(of?.tie ?? NO_TIE, before.tie),
      honorific: before.honorific,
      used: before.used,
    });
  }
  return people;
}
