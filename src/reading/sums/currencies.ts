import { cellValues, lexiconRows } from "../../lexicon/tsv.ts";

/** A currency of `lexicon/currencies.tsv`. */
export interface Currency {
  /** ISO 4217. */
  readonly code: string;
  readonly name: string;
  readonly countries: readonly string[];
  /** Taken where a name or sign fits several currencies and nothing tells which. */
  readonly first: boolean;
  readonly guard: ReadonlySet<string>;
}

/** A name or sign as it stands in a text, and the currencies that it fits. */
export interface Naming {
  readonly from: number;
  readonly to: number;
  readonly word: string;
  readonly fits: readonly Currency[];
  /** True where one currency alone is meant: by a code, its own sign, or a word beside the name ("Australian dollars"). */
  readonly sure: boolean;
  /** True where the word means something else too unless the amount is a large one ("won", "COP"). */
  readonly guarded: boolean;
}

type CurrencyKey = "code" | "name" | "names" | "signs" | "countries" | "minor" | "first" | "guard" | "until";

const BY_CODE = new Map<string, Currency>();
const BY_NAME = new Map<string, Currency[]>();
const BY_SIGN = new Map<string, Currency[]>();
const BY_COUNTRY = new Map<string, Currency>();
/** Words beside a name or sign that tell the state: adjectives and names of states, in lower case. */
const STATES = new Map<string, string[]>();
const CONTEXT = new Map<string, string>();
/** Codes and signs of letters that also stand beside small amounts: no other word looks like them. */
const PLAIN_LETTERS = new Set([
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "CNY",
  "CHF",
  "AUD",
  "NZD",
  "SEK",
  "NOK",
  "DKK",
  "INR",
  "HKD",
  "SGD",
  "Rs",
  "Rs.",
]);
const LONGEST_SIGN = 7;

const into = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (!list) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
};

for (const row of lexiconRows<CurrencyKey>("currencies.tsv")) {
  const { code, name } = row;
  const countries = cellValues(row.countries);
  const currency: Currency = { code, name, countries, first: row.first === "1", guard: new Set(cellValues(row.guard)) };
  BY_CODE.set(code, currency);
  for (const word of cellValues(row.names)) into(BY_NAME, word.toLowerCase(), currency);
  for (const sign of [code, ...cellValues(row.signs)]) into(BY_SIGN, sign, currency);
  if (row.until === "")
    for (const country of countries) if (!BY_COUNTRY.has(country)) BY_COUNTRY.set(country, currency);
}
for (const row of lexiconRows<"iso3" | "name" | "names" | "adjectives" | "people" | "capitals">("states.tsv")) {
  for (const word of new Set([row.name, ...cellValues(row.names), ...cellValues(row.adjectives)]))
    into(STATES, word.toLowerCase(), row.iso3);
  const currency = BY_COUNTRY.get(row.iso3);
  if (!currency) continue;
  for (const cell of [row.name, row.names, row.adjectives, row.people, row.capitals])
    for (const word of cellValues(cell))
      if (/^\p{Lu}/u.test(word) && !CONTEXT.has(word)) CONTEXT.set(word, currency.code);
}
for (const row of lexiconRows<"currency" | "words">("currency-context.tsv"))
  for (const word of cellValues(row.words)) CONTEXT.set(word, row.currency);

/** What stands where a sign was broken by a change of encoding (""), or the currency whose sign fell apart so. */
const BROKEN = new Map<string, string>(
  lexiconRows<"kind" | "words" | "gives">("sum-words.tsv")
    .filter((row) => row.kind === "broken" || row.kind === "garbled")
    .flatMap((row) => cellValues(row.words).map((word): [string, string] => [word, row.gives])),
);

/** The name of a currency in the plural ("US dollars"), for messages. */
export function currencyName(code: string): string {
  const name = BY_CODE.get(code)?.name;
  if (!name) return code;
  return /(?:dollar|pound|franc|rupee|peso|dinar|rouble|shilling|euro|rial|riyal|lira|krone|krona)$/.test(name)
    ? `${name}s`
    : name;
}

/** The currency of a code; undefined for what is none. */
export const currencyOf = (code: string): Currency | undefined => BY_CODE.get(code);

/** The code of the currency for which a word speaks ("Brussels", "Kenyan"); undefined for a word that speaks for none. */
export const currencyFor = (word: string): string | undefined => CONTEXT.get(word);

const fitting = (fits: readonly Currency[], states: readonly string[] | undefined): Currency | undefined =>
  states && fits.find((currency) => currency.countries.some((country) => states.includes(country)));

/** The sign or code that ends at `to`, right before an amount. `broken` tells of a sign that was lost. */
export function signBefore(text: string, to: number): (Naming & { broken?: string }) | undefined {
  const end = /[\s\u00a0\u202f]/.test(text.charAt(to - 1)) ? to - 1 : to;
  for (let length = Math.min(LONGEST_SIGN, end); length > 0; length--) {
    const sign = text.slice(end - length, end);
    const before = text.charAt(end - length - 1);
    const fits = BY_SIGN.get(sign);
    if (fits && !(/^\p{L}/u.test(sign) && /[\p{L}\p{N}$]/u.test(before))) {
      const guarded = /^[\p{L}.]+$/u.test(sign) && !PLAIN_LETTERS.has(sign);
      return withState(text, {
        from: end - length,
        to: end,
        word: sign,
        fits,
        sure: fits.length === 1 && sign !== "$",
        guarded,
      });
    }
    const broken = BROKEN.get(sign);
    if (broken !== undefined && (sign !== "?" || (end === to && /[\s([]/.test(before))))
      return { from: end - length, to: end, word: sign, fits: [], sure: false, guarded: false, broken };
  }
  return undefined;
}

/** The sign with the state named before it ("Australian $50 million"), which settles what it means. */
function withState(text: string, sign: Naming): Naming {
  if (sign.sure || sign.guarded) return sign;
  const before = text.slice(Math.max(0, sign.from - 30), sign.from);
  const words = /(?:[\p{L}.]+[\s\u00a0]){1,3}$/u.exec(before)?.[0].trimEnd().toLowerCase();
  const fits = sign.word === "$" ? (BY_NAME.get("dollar") ?? []) : sign.fits;
  for (let rest = words; rest; rest = /\s(.*)$/s.exec(rest)?.[1]) {
    const currency = fitting(fits, STATES.get(rest));
    if (currency) return { ...sign, fits: [currency], sure: true };
  }
  return sign;
}

const SIGN_AFTER = /[\s\u00a0\u202f]?([€£¥₹₽₴₺₪₩₫₱₦₸₾₼¤�]|\$(?!\s?\d)|zł|Kč|Ft)(?![\p{L}\p{N}])/uy;
const WORDS_AFTER = /(?:[\s\u00a0\u202f]{1,2}|-)(of\s+)?(\p{L}[\p{L}.'’]*(?:[\s-]+\p{L}[\p{L}.'’]*){0,4})/uy;

/** The name, code or sign that begins after an amount's end. `of` allows "of" before it ("millions of dollars"). */
export function namingAfter(text: string, at: number, of: boolean): (Naming & { broken?: string }) | undefined {
  SIGN_AFTER.lastIndex = at;
  const sign = SIGN_AFTER.exec(text);
  if (sign) {
    const word = sign[1]!;
    const span = { from: at + sign[0].length - word.length, to: at + sign[0].length, word };
    const fits = BY_SIGN.get(word);
    if (fits) return { ...span, fits, sure: fits.length === 1 && word !== "$", guarded: word === "Ft" };
    return { ...span, fits: [], sure: false, guarded: false, broken: BROKEN.get(word) ?? "" };
  }
  WORDS_AFTER.lastIndex = at;
  const match = WORDS_AFTER.exec(text);
  if (!match || (match[1] && !of)) return undefined;
  const words = match[2]!;
  return namingIn(words.slice(0, 60), at + match[0].length - words.length);
}

/** The naming at the start of some words: a code, a name of up to four words, or either behind a state's. */
function namingIn(words: string, from: number): Naming | undefined {
  const ends = [...words.matchAll(/[\s-]+|$/g)].map((gap) => gap.index).slice(0, 5);
  const plain = nameAt(words, 0, ends);
  if (plain) return { ...plain, from, to: from + plain.to, sure: plain.fits.length === 1 };
  for (const end of ends.slice(0, 4)) {
    const states = STATES.get(words.slice(0, end).toLowerCase());
    const start = end + (/^[\s-]+/.exec(words.slice(end))?.[0].length ?? 0);
    const name = states && nameAt(words, start, ends);
    const currency = name && fitting(name.fits, states);
    if (name && currency) return { ...name, from, to: from + name.to, fits: [currency], sure: true };
  }
  return undefined;
}

function nameAt(words: string, start: number, ends: readonly number[]): Omit<Naming, "from" | "sure"> | undefined {
  for (const to of ends
    .filter((end) => end > start)
    .slice(0, 4)
    .reverse()) {
    const word = words.slice(start, to).replace(/[.'’]+$/, "");
    const code = /^[A-Z]{3}$/.test(word) ? BY_CODE.get(word) : undefined;
    const fits = code ? [code] : BY_NAME.get(word.toLowerCase());
    if (!fits) continue;
    const guarded =
      fits.some(({ guard }) => guard.has(word.toLowerCase())) || (code !== undefined && !PLAIN_LETTERS.has(word));
    return { to: start + word.length, word, fits, guarded };
  }
  return undefined;
}
