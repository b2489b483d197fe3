/** Words to look for, as a person typed them. */
export interface WordQuery {
  /** All of these must be there. A term of several words is a phrase; `prefix` takes longer words too. */
  readonly all: readonly Term[];
  /** None of these may be there. */
  readonly none: readonly Term[];
}

export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** Words that say nothing alone; PostgreSQL's English dictionary leaves them out, so both stores do. */
const EMPTY = new Set(
  "a an and are as at be by for from had has have he her his i in is it its of on or she that the their them they this to was we were will with you not no do does did been but if so than then there these those which who whom what when where why how".split(
    " ",
  ),
);

/**
 * Reads a query: words must all be there, "several words" stand together, a word with * takes longer ones, and -word
 * must not be there. Accents do not count. Null where nothing is left to look for.
 */
export function wordQuery(text: string): WordQuery | null {
  const all: Term[] = [];
  const none: Term[] = [];
  for (const match of text.matchAll(/(-?)(?:"([^"]*)"|(\S+))/g)) {
    const [, minus, phrase, word] = match;
    const words = plainWords(phrase ?? word ?? "");
    const term = { words, prefix: word?.endsWith("*") ?? false };
    if (words.length === 0 || (words.length === 1 && !term.prefix && EMPTY.has(words[0]!))) continue;
    (minus ? none : all).push(term);
  }
  return all.length > 0 ? { all, none } : null;
}

/** The words of a text in small letters without accents. */
const plainWords = (text: string): string[] => foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Small letters without accents, as both indexes hold them. */
export const foldWords = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
