import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";
import type { EventType, Statement } from "../../record/schema.ts";
import { type Word, wordsOf } from "../stems.ts";
import { valueAt } from "../uses.ts";
import { type Tone, toneScale } from "./tone.ts";

/** How a statement stands towards what it is about. */
export interface Stance {
  /** 1 favours it, -1 opposes or blames it, 0 neither or both. */
  readonly polarity: -1 | 0 | 1;
  /** 1 leaves room ("could", "hopes"), 2 plain, 3 leaves none ("must", "never"). */
  readonly strength: 1 | 2 | 3;
  /** The words or PLOVER types on which it rests. */
  readonly because: readonly string[];
}

type Kind = "for" | "against" | "not" | "weak" | "firm";
interface Pattern {
  readonly kind: Kind;
  readonly stems: readonly string[];
}
interface Hit {
  readonly kind: Kind;
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

let loaded: ReadonlyMap<string, readonly Pattern[]> | undefined;

function patterns(): ReadonlyMap<string, readonly Pattern[]> {
  if (loaded) return loaded;
  const rows = lexiconRows<"kind" | "words">("stance.tsv");
  const all = rows.flatMap(({ kind, words }) =>
    cellValues(words).map(
      (phrase): Pattern => ({ kind: kind as Kind, stems: wordsOf(phrase).map(({ stem }) => stem) }),
    ),
  );
  loaded = Map.groupBy(all, ({ stems }) => stems[0]!);
  return loaded;
}

/** How far before a word a "not" turns it round. */
const NEGATION_REACH = 3;

/** The types of acts that stand on one side by lexicon/tone.tsv. */
const onSide = (types: readonly EventType[], side: Tone["side"]): EventType[] =>
  types.filter((type) => toneScale().get(type)?.side === side);

/**
 * The stance of a statement: the words of lexicon/stance.tsv in its cue and content, turned round by a "not" up to
 * three words before; where they say nothing, the PLOVER types of the speaker's acts on the same line, by their side in
 * lexicon/tone.tsv.
 */
export function stanceOf(statement: Worded, types: () => readonly EventType[] = () => []): Stance {
  const inWords = stanceInWords(statement);
  if (inWords.because.length > 0) return inWords;
  return stanceOfActs(inWords.strength, types());
}

/** The stance that acts tell where words say nothing. */
export function stanceOfActs(strength: Stance["strength"], acts: readonly EventType[]): Stance {
  const [friendly, hostile] = [onSide(acts, "support"), onSide(acts, "criticism")];
  const polarity = Math.sign(friendly.length - hostile.length) as Stance["polarity"];
  return { polarity, strength, because: [...friendly, ...hostile] };
}

type Worded = Pick<Statement, "cue" | "content">;

const known = new WeakMap<Worded, Stance>();

/** What the words of a statement alone say, worked out once; `because` is empty where they say nothing. */
export const stanceInWords = (statement: Worded): Stance => valueAt(known, statement, () => workOut(statement));

/** Takes in what was worked out of a statement before. */
export const recallStance = (statement: Worded, stance: Stance): void => void known.set(statement, stance);

function workOut({ cue, content }: Worded): Stance {
  const both = [hitsOf(cue), hitsOf(content)];
  const turned = both.flatMap(polarities);
  const sum = turned.reduce((total, { sign }) => total + sign, 0);
  const because = turned.map(({ text }) => text);
  return { polarity: Math.sign(sum) as Stance["polarity"], strength: strengthOf(both.flat()), because };
}

function hitsOf(text: string): Hit[] {
  const words = wordsOf(text);
  const found: Hit[] = [];
  words.forEach((word, at) => {
    for (const { kind, stems } of patterns().get(word.stem) ?? []) {
      if (!stems.every((stem, i) => words[at + i]?.stem === stem)) continue;
      found.push({ kind, at, length: stems.length, text: textOf(text, words, at, stems.length) });
    }
  });
  return found.filter((hit) => !found.some((other) => other.length > hit.length && covers(other, hit)));
}

const textOf = (text: string, words: readonly Word[], at: number, length: number): string =>
  text.slice(words[at]!.from, words[at + length - 1]!.to);

const covers = (outer: Hit, inner: Hit): boolean =>
  outer.at <= inner.at &&
  inner.at + inner.length <= outer.at + outer.length &&
  !(isStrength(outer) !== isStrength(inner));

const isStrength = ({ kind }: Hit): boolean => kind === "weak" || kind === "firm";

function polarities(hits: readonly Hit[]): { readonly sign: number; readonly text: string }[] {
  return hits.flatMap((hit) => {
    if (hit.kind !== "for" && hit.kind !== "against") return [];
    const not = hits.find(
      ({ kind, at, length }) => kind === "not" && at + length <= hit.at && hit.at - (at + length) < NEGATION_REACH,
    );
    const sign = (hit.kind === "for" ? 1 : -1) * (not ? -1 : 1);
    return [{ sign, text: not ? `${not.text} … ${hit.text}` : hit.text }];
  });
}

function strengthOf(hits: readonly Hit[]): Stance["strength"] {
  if (hits.some(({ kind }) => kind === "firm")) return 3;
  return hits.some(({ kind }) => kind === "weak") ? 1 : 2;
}
