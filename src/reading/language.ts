import { cellValues, lexiconRows } from "../lexicon/tsv.ts";

interface Language {
  readonly code: string;
  readonly letters: string;
}

const ROWS = lexiconRows<"language" | "script" | "words" | "letters">("languages.tsv");
const BY_SCRIPT = Map.groupBy(ROWS, (row) => row.script);
const LANGUAGES: readonly Language[] = ROWS.map((row) => ({ code: row.language, letters: row.letters }));
/** For each common word: the languages in which it is one. */
const WORDS = new Map<string, string[]>();
for (const { language, words } of ROWS)
  for (const word of cellValues(words)) WORDS.set(word, [...(WORDS.get(word) ?? []), language]);

const SCRIPTS = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Arabic",
  "Hebrew",
  "Devanagari",
  "Bengali",
  "Thai",
  "Georgian",
  "Armenian",
  "Ethiopic",
  "Myanmar",
  "Khmer",
  "Lao",
  "Sinhala",
  "Tamil",
  "Hangul",
  "Han",
] as const;
const SCRIPT_LETTERS = new Map<string, RegExp>([
  ...SCRIPTS.map((script): [string, RegExp] => [script, new RegExp(`\\p{Script=${script}}`, "gu")]),
  ["Kana", /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
]);

/** The language shows in the first pages; the rest is not looked at. */
const LOOKED_AT = 12_000;
const LEAST_LETTERS = 12;
/** Common words needed at least, and their least share of all words. */
const LEAST_WORDS = 2;
const LEAST_SHARE = 0.1;
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

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
  const count = (script: string): number => sample.match(SCRIPT_LETTERS.get(script)!)?.length ?? 0;
  const kana = count("Kana");
  const counts = SCRIPTS.map((script): [string, number] => [script, count(script)]);
  const [script, letters] = counts.reduce((most, next) => (next[1] > most[1] ? next : most));
  const enough = script === "Han" || kana > letters ? LEAST_LETTERS / 2 : LEAST_LETTERS;
  if (letters + kana < enough) return undefined;
  return kana * 10 > letters && (script === "Han" || kana > letters) ? "Kana" : script;
}

/** The language of which the text has most common words; letters of its own decide between close ones. */
function byWords(sample: string, candidates: ReadonlySet<string>): string {
  const score = new Map<string, number>();
  const hits = new Map<string, number>();
  const add = (map: Map<string, number>, code: string, value: number) => map.set(code, (map.get(code) ?? 0) + value);
  let total = 0;
  for (const [found] of sample.matchAll(WORD)) {
    total += 1;
    // Initials and the letters of "U.S." are no words.
    if (found.length === 1 && found !== found.toLowerCase()) continue;
    const word = found.toLowerCase().replaceAll("’", "'");
    const known = (WORDS.get(word) ?? []).filter((code) => candidates.has(code));
    for (const code of known) {
      add(hits, code, 1);
      add(score, code, 1 + 1 / known.length);
    }
    for (const { code, letters } of LANGUAGES)
      if (letters !== "" && candidates.has(code) && [...letters].some((letter) => word.includes(letter)))
        add(score, code, 0.25);
  }
  const ranked = [...hits].filter(([, n]) => n >= LEAST_WORDS && n / total >= LEAST_SHARE).map(([code]) => code);
  ranked.sort((a, b) => score.get(b)! - score.get(a)!);
  return ranked[0] ?? "und";
}
