/**
 * How good and how fast the trees are: `node bench/syntax.ts FILE...` with CoNLL-U files, plain or gzipped.
 * With the files' own tokens: tags and attachment; from their raw text: tokens, sentences and speed on one core.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { UsageError } from "../src/record/errors.ts";
import { type ConlluSentence, conlluText, readConllu } from "../src/syntax/conllu.ts";
import { parseText, parseTokens } from "../src/syntax/parse.ts";

/** Counts over one set of sentences. */
interface Counts {
  words: number;
  xpos: number;
  uas: number;
  las: number;
  bare: number;
}

const bare = (relation: string): string => relation.split(":")[0]!;

/** Runs the bench over the files named in `args`; prints a table and, as the last line, JSON. */
export function main(args: readonly string[]): void {
  if (args.length === 0) throw new UsageError("usage: node bench/syntax.ts FILE.conllu[.gz]...");
  const files = args.map((name) => ({ name: name.split("/").at(-1)!, sentences: readFile(name) }));
  const rows = new Map<string, Counts>();
  for (const file of files) rows.set(file.name, score(file.sentences));
  const news = files.flatMap((f) => f.sentences).filter((s) => s.comments.some((c) => /^sent_id.*_news_/.test(c)));
  if (news.length > 0) rows.set("news sentences", score(news));
  const all = files.flatMap((f) => f.sentences);
  const speed = measureSpeed(all.map(conlluText));
  print(rows, speed, segmentation(files.map((f) => f.sentences)));
}

function readFile(name: string): ConlluSentence[] {
  const bytes = readFileSync(name);
  return readConllu((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
}

function score(sentences: readonly ConlluSentence[]): Counts {
  const counts = { words: 0, xpos: 0, uas: 0, las: 0, bare: 0 };
  for (const { words } of sentences) {
    const { tokens } = parseTokens(words.map((w) => w.form));
    words.forEach((gold, i) => {
      const said = tokens[i]!;
      const attached = said.head + 1 === gold.head;
      counts.words++;
      if (said.xpos === gold.xpos) counts.xpos++;
      if (attached) counts.uas++;
      if (attached && said.deprel === gold.deprel) counts.las++;
      if (attached && bare(said.deprel) === bare(gold.deprel)) counts.bare++;
    });
  }
  return counts;
}

interface Speed {
  tokens: number;
  /** Tokens per second of wall clock, and of processor time (fairer where the machine is busy). */
  perSecond: number;
  perProcessorSecond: number;
}

/** Speed of parseText on paragraphs of ten sentences, after a warm-up; at least 200,000 tokens. */
function measureSpeed(texts: readonly string[]): Speed {
  const paragraphs: string[] = [];
  for (let i = 0; i < texts.length; i += 10) paragraphs.push(texts.slice(i, i + 10).join(" "));
  for (const text of paragraphs.slice(0, 50)) parseText(text);
  const began = performance.now();
  const before = process.cpuUsage();
  let tokens = 0;
  while (tokens < 100_000)
    for (const text of paragraphs) for (const s of parseText(text).sentences) tokens += s.tokens.length;
  const used = process.cpuUsage(before);
  return {
    tokens,
    perSecond: tokens / ((performance.now() - began) / 1000),
    perProcessorSecond: tokens / ((used.user + used.system) / 1e6),
  };
}

interface Segmentation {
  tokenF1: number;
  sentenceF1: number;
}

/** F1 of tokens and sentences found in the raw text of documents against the files'. */
function segmentation(files: readonly ConlluSentence[][]): Segmentation {
  const token = { both: 0, said: 0, gold: 0 };
  const sentence = { both: 0, said: 0, gold: 0 };
  for (const document of files.flatMap(documents)) {
    const gold = { tokens: new Set<string>(), sentences: new Set<string>() };
    let text = "";
    for (const s of document) {
      // The treebanks do not say where paragraphs end: a sentence without a final mark is taken for a heading.
      if (text) text += /[.?!…:;,"”'’)\]-]$/.test(text) ? " " : "\n";
      const from = text.length;
      for (const [i, w] of s.words.entries()) {
        gold.tokens.add(`${text.length} ${text.length + w.form.length}`);
        text += w.form + (w.spaceAfter && i < s.words.length - 1 ? " " : "");
      }
      gold.sentences.add(`${from} ${text.length}`);
    }
    for (const s of parseText(text).sentences) {
      for (const t of s.tokens) tally(token, gold.tokens.has(`${t.from} ${t.to}`));
      tally(sentence, gold.sentences.has(`${s.from} ${s.to}`));
    }
    token.gold += gold.tokens.size;
    sentence.gold += gold.sentences.size;
  }
  return { tokenF1: f1(token), sentenceF1: f1(sentence) };
}

const tally = (count: { both: number; said: number }, right: boolean): void => {
  count.said++;
  if (right) count.both++;
};

const f1 = (c: { both: number; said: number; gold: number }): number => (2 * c.both) / (c.said + c.gold);

function documents(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const found: ConlluSentence[][] = [];
  for (const s of sentences) {
    if (found.length === 0 || s.comments.some((c) => c.startsWith("newdoc"))) found.push([]);
    found.at(-1)!.push(s);
  }
  return found;
}

function print(rows: ReadonlyMap<string, Counts>, speed: Speed, found: Segmentation): void {
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(2).padStart(7);
  console.log(`${"".padEnd(22)}  words   XPOS    UAS    LAS    LAS without subtypes`);
  const json: Record<string, unknown> = {};
  for (const [name, c] of rows) {
    const shares = [c.xpos, c.uas, c.las, c.bare].map((part) => percent(part, c.words)).join("");
    console.log(name.padEnd(22) + String(c.words).padStart(7) + shares);
    const share = (part: number): number => Number((part / c.words).toFixed(4));
    json[name] = { words: c.words, xpos: share(c.xpos), uas: share(c.uas), las: share(c.las), lasBare: share(c.bare) };
  }
  console.log(`from raw text: tokens F1 ${found.tokenF1.toFixed(4)}, sentences F1 ${found.sentenceF1.toFixed(4)}`);
  console.log(
    `${Math.round(speed.perSecond)} tokens/s (${Math.round(speed.perProcessorSecond)} a second of processor time)`,
  );
  console.log(JSON.stringify({ bench: "syntax", ...json, ...found, speed }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
