import { fold } from "../lexicon/fold.ts";
import { cellValues, lexiconRows } from "../lexicon/tsv.ts";

interface Variants {
  /** Folded given name → the first spelling of its row. */
  readonly given: ReadonlyMap<string, string>;
  readonly letters: readonly (readonly [RegExp, string])[];
  readonly honorifics: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
}

let loaded: Variants | undefined;

function variants(): Variants {
  if (loaded) return loaded;
  const given = new Map<string, string>();
  const letters: (readonly [RegExp, string])[] = [];
  const honorifics = new Set<string>();
  const articles = new Set<string>();
  for (const { kind, words, becomes } of lexiconRows<"kind" | "words" | "becomes" | "why">("name-variants.tsv")) {
    if (kind === "letters") {
      letters.push([new RegExp(words, "g"), becomes]);
      continue;
    }
    const all = cellValues(words).map(fold);
    if (kind === "given") for (const w of all) given.set(w, all[0]!);
    else for (const w of all) (kind === "honorific" ? honorifics : articles).add(w);
  }
  loaded = { given, letters, honorifics, articles };
  return loaded;
}

const partsOf = new Map<string, readonly string[]>();
const keyOf = new Map<string, readonly string[]>();
const MOST = 100_000;

/** What was found for a name before: reports name few people, and those often. */
function before(found: Map<string, readonly string[]>, name: string, find: () => readonly string[]): readonly string[] {
  const known = found.get(name);
  if (known !== undefined) return known;
  if (found.size >= MOST) found.clear();
  const list = find();
  found.set(name, list);
  return list;
}

/** The parts of a personal name that tell whose it is: folded, without honorifics, articles and initials. */
export const nameParts = (name: string): readonly string[] => before(partsOf, name, () => findParts(name));

function findParts(name: string): string[] {
  const { honorifics, articles } = variants();
  const words = fold(name)
    .replace(/[.,](?=\s|$)/g, "")
    .split(/[\s’'.-]+/)
    .filter(Boolean);
  const bare = words.filter((w) => !honorifics.has(w));
  const kept = (bare.length > 0 ? bare : words).filter((w) => !articles.has(w));
  const long = kept.filter((w) => w.length > 1 || /\d/.test(w));
  return long.length > 0 ? long : words;
}

const spelt = new Map<string, string>();

/** A part of a name in one spelling for all its transliterations. */
export function oneSpelling(part: string): string {
  const known = spelt.get(part);
  if (known !== undefined) return known;
  let out = part;
  for (const [pattern, becomes] of variants().letters) out = out.replace(pattern, becomes);
  if (spelt.size > 100_000) spelt.clear();
  spelt.set(part, out);
  return out;
}

/** A name as a list of parts that are the same for every usual spelling of it: the given name by its full form. */
export const nameKey = (name: string): readonly string[] =>
  before(keyOf, name, () => {
    const parts = nameParts(name);
    const first = parts.length > 1 ? variants().given.get(parts[0]!) : undefined;
    return [first ?? parts[0]!, ...parts.slice(1)].map(oneSpelling);
  });

/** Whether every part of `short` stands in `long`, in order, with the same first and last part. */
export function shortens(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const part of long) if (part === short[at]) at += 1;
  return at === short.length;
}
