import { makeSentence } from "./sentence.ts";
import type { Features, Sentence, Token } from "./types.ts";

/** One sentence of a CoNLL-U file: its comments without "# ", and its words (empty nodes are left out). */
export interface ConlluSentence {
  readonly comments: readonly string[];
  readonly words: readonly ConlluWord[];
}

/** One word of a CoNLL-U file; fields as they are there, "_" where empty. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** 1-based, 0 for the root, -1 where the file has none. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  /** Whether a space (or the sentence's end) follows. */
  readonly spaceAfter: boolean;
}

/** Reads CoNLL-U. Throws, naming the line, on a line of fewer than ten fields. */
export function readConllu(text: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let words: ConlluWord[] = [];
  let joinedTo = 0;
  let joinedSpace = true;
  const close = (): void => {
    if (words.length > 0) sentences.push({ comments, words });
    comments = [];
    words = [];
    joinedTo = 0;
  };
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line === "") {
      close();
      continue;
    }
    if (line.startsWith("#")) {
      comments.push(line.slice(1).trim());
      continue;
    }
    const cells = line.split("\t");
    if (cells.length < 10) throw new Error(`line ${i + 1} of the CoNLL-U text has ${cells.length} fields, not 10`);
    const space = !/(^|\|)SpaceAfter=No(\||$)/.test(cells[9]!);
    const range = /^\d+-(\d+)$/.exec(cells[0]!);
    if (range) {
      joinedTo = Number(range[1]);
      joinedSpace = space;
    } else if (/^\d+$/.test(cells[0]!)) {
      const id = Number(cells[0]);
      words.push(wordOf(cells, id < joinedTo ? false : id === joinedTo ? joinedSpace : space));
    }
  }
  close();
  return sentences;
}

const wordOf = (cells: readonly string[], spaceAfter: boolean): ConlluWord => ({
  form: cells[1]!,
  lemma: cells[2]!,
  upos: cells[3]!,
  xpos: cells[4]!,
  feats: cells[5]!,
  head: /^\d+$/.test(cells[6]!) ? Number(cells[6]) : -1,
  deprel: cells[7]!,
  misc: cells[9]!,
  spaceAfter,
});

/** The text of a CoNLL-U sentence, by its words and the spaces between them. */
export const conlluText = (sentence: ConlluSentence): string =>
  sentence.words
    .map((w) => w.form + (w.spaceAfter ? " " : ""))
    .join("")
    .trimEnd();

/** A CoNLL-U sentence as the rest of Chancery sees one; offsets point into {@link conlluText}, from `offset` on. */
export function sentenceOfConllu(sentence: ConlluSentence, index = 0, offset = 0): Sentence {
  let from = offset;
  const tokens = sentence.words.map((w, i): Token => {
    const to = from + w.form.length;
    const token = {
      index: i,
      text: w.form,
      from,
      to,
      lemma: w.lemma,
      xpos: w.xpos,
      upos: w.upos,
      features: featuresOf(w.feats),
      head: w.head - 1,
      deprel: w.deprel,
    };
    from = w.spaceAfter ? to + 1 : to;
    return token;
  });
  return makeSentence(index, 0, tokens);
}

const FEATURES = ["Tense", "Mood", "Number", "Voice", "VerbForm"] as const;

/** The features that {@link Features} has, out of a FEATS field. */
export function featuresOf(feats: string): Features {
  const found: Record<string, string> = {};
  for (const part of feats.split("|")) {
    const [name, value] = part.split("=") as [(typeof FEATURES)[number], string?];
    if (value && FEATURES.includes(name)) found[name[0]!.toLowerCase() + name.slice(1)] = value;
  }
  if (found.number === "Ptan") found.number = "Plur";
  return found as Features;
}

/** Writes parsed sentences as CoNLL-U; `text` is the text that they came from. */
export function writeConllu(sentences: readonly Sentence[], text: string): string {
  return sentences.map((s) => `${block(s, text)}\n`).join("\n");
}

function block(sentence: Sentence, text: string): string {
  const words = text.slice(sentence.from, sentence.to).replace(/\s+/g, " ");
  const rows = sentence.tokens.map((t, i) => {
    const next = sentence.tokens[i + 1];
    const misc = [
      ...(t.entity ? [`EntityType=${t.entity}`] : []),
      ...(next && next.from === t.to ? ["SpaceAfter=No"] : []),
    ];
    const form = t.text.replace(/\s+/g, " ");
    const lemma = t.lemma.replace(/\s+/g, " ");
    return [
      i + 1,
      form,
      lemma,
      t.upos,
      t.xpos,
      feats(t.features),
      t.head + 1,
      t.deprel,
      "_",
      misc.join("|") || "_",
    ].join("\t");
  });
  return [`# sent_id = ${sentence.index + 1}`, `# text = ${words}`, ...rows].join("\n");
}

const feats = (features: Features): string =>
  Object.entries(features)
    .map(([name, value]) => `${name[0]!.toUpperCase()}${name.slice(1)}=${value}`)
    .sort()
    .join("|") || "_";
