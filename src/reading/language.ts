import { cellValues, lexiconRows } from "../lexicon/tsv.ts";

const ROWS = lexiconRows<"language" | "script" | "words" | "letters">("languages.tsv");
const BY_SCRIPT = Map.groupBy(ROWS, (row) => row.script);
/** For each common word, and for each letter of few languages: the languages in which it is one. */
const WORDS = new Map<string, string[]>();
const LETTERS = new Map<string, string[]>();
for (const { language, words, letters } of ROWS) {
  for (const word of cellValues(words)) WORDS.set(word, [...(WORDS.get(word) ?? []), language]);
  for (const letter of letters) LETTERS.set(letter, [...(LETTERS.get(letter) ?? []), language]);
}

/** The scripts, with Hiragana and Katakana as one. */
const SCRIPTS = [...new Set(ROWS.map((row) => row.script))].map((script) => ({
  script,
  letter: new RegExp(script === "Kana" ? "[\\p{sc=Hiragana}\\p{sc=Katakana}]" : `\\p{sc=${script}}`, "u"),
}));
const scripts = new Map<string, string | undefined>();

function scriptOfLetter(letter: string): string | undefined {
  if (!scripts.has(letter)) scripts.set(letter, SCRIPTS.find((known) => known.letter.test(letter))?.script);
  return scripts.get(letter);
}

/** The language shows in the first pages; the rest is not looked at. */
const LOOKED_AT = 12_000;
const LEAST_LETTERS = 12;
/** Common words needed at least, and their least share of all words. */
const LEAST_WORDS = 2;
/** Two words in a short English sentence may be common words elsewhere ("aid to Mali"). */
const LEAST_WORDS_ELSEWHERE = 3;
const LEAST_SHARE = 0.1;
const OTHER_LETTER = /[^a-z']/;
const LETTER = /[\p{L}\p{M}]/u;
const letterKnown = new Map<number, boolean>();

/** Whether a character is a letter or a mark on one. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  const known = letterKnown.get(code) ?? LETTER.test(String.fromCodePoint(code));
  letterKnown.set(code, known);
  return known;
}

/** The end of the run of letters that begins at an offset; the offset itself where none does. */
function lettersEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.codePointAt(at)!;
    if (!isLetter(code)) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** The words of a text: letters, with single apostrophes and hyphens between them. */
function* wordsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    let end = lettersEnd(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    while (text[end] === "'" || text[end] === "’" || text[end] === "-") {
      const next = lettersEnd(text, end + 1);
      if (next === end + 1) break;
      end = next;
    }
    yield text.slice(at, end);
    at = end;
  }
}

/**
 * The ISO 639-1 code of the language of a text ("ckb" for Sorani, which has none), by its script, its common words and
 * its letters; "und" where it is too short to tell, or is mostly names. Looks at the first 12,000 characters.
 */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, LOOKED_AT);
  const script = scriptOf(sample);
  const languages = script === undefined ? [] : (BY_SCRIPT.get(script) ?? []);
  if (languages.length === 1) return languages[0]!.language;
  return languages.length === 0 ? "und" : byWords(sample, new Set(languages.map((row) => row.language)));
}

/** The script of most letters; undefined where there are hardly any. Japanese is told by its kana, however few. */
function scriptOf(sample: string): string | undefined {
  const counts = new Map<string, number>();
  let plain = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const code = sample.charCodeAt(i);
    if (code < 0x80) {
      if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) plain += 1;
      continue;
    }
    const letter = String.fromCodePoint(sample.codePointAt(i)!);
    i += letter.length - 1;
    const script = scriptOfLetter(letter);
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  counts.set("Latin", (counts.get("Latin") ?? 0) + plain);
  const kana = counts.get("Kana") ?? 0;
  const [script, letters] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ["", 0]);
  const eastern = script === "Han" || script === "Kana";
  if (letters + (eastern ? kana : 0) < (eastern ? LEAST_LETTERS / 2 : LEAST_LETTERS)) return undefined;
  return eastern && kana * 10 > letters ? "Kana" : script;
}

/** The language of which the text has most common words; letters of its own decide between close ones. */
function byWords(sample: string, candidates: ReadonlySet<string>): string {
  const score = new Map<string, number>();
  const hits = new Map<string, number>();
  const add = (map: Map<string, number>, code: string, value: number) => map.set(code, (map.get(code) ?? 0) + value);
  let total = 0;
  for (const found of wordsOf(sample)) {
    total += 1;
    // Initials and the letters of "U.S." are no words.
    if (found.length === 1 && found !== found.toLowerCase()) continue;
    const word = found.toLowerCase().replaceAll("’", "'");
    const known = WORDS.get(word)?.filter((code) => candidates.has(code)) ?? [];
    for (const code of known) {
      add(hits, code, 1);
      add(score, code, 1 + 1 / known.length);
    }
    if (!OTHER_LETTER.test(word)) continue;
    for (const letter of new Set(word.match(/[^a-z']/g)))
      for (const code of LETTERS.get(letter) ?? []) if (candidates.has(code)) add(score, code, 0.25);
  }
  const ranked = [...hits]
    .filter(([code, n]) => n >= (code === "en" ? LEAST_WORDS : LEAST_WORDS_ELSEWHERE) && n / total >= LEAST_SHARE)
    .map(([code]) => code);
  ranked.sort((a, b) => score.get(b)! - score.get(a)!);
  return ranked[0] ?? "und";
}
