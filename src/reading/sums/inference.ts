import { type Currency, currencyFor, currencyOf } from "./currencies.ts";

/** A sum whose currency is sure, as evidence for others. */
export interface Certain {
  readonly at: number;
  readonly to: number;
  readonly value: number;
  readonly currency: string;
  /** How it was written: a sign that survived says that a broken one is another. */
  readonly word: string;
}

/** A currency that was concluded, with what from, as the tail of a sentence. */
export interface Inferred {
  readonly currency: string;
  readonly from: string;
  /** True for the customary reading of a word or sign, of which nobody needs to be told ("£"). */
  readonly customary?: boolean;
}

/** No currency: ISO 4217's code for what cannot be told. */
const NONE = "XXX";
const NEAR = 400;
const LOOKED_AT = 200;
const NAME_WORDS = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}.-]*(?:[ \u00a0]\p{Lu}[\p{L}.-]*){0,3}|euro ?zone|euro area/gu;

interface Spoken {
  readonly at: number;
  readonly word: string;
  readonly currency: string;
}

/** The words of a text that speak for a currency, in order. */
function contextOf(text: string): Spoken[] {
  const found: Spoken[] = [];
  for (const { 0: words, index } of text.matchAll(NAME_WORDS)) {
    let at = 0;
    while (at < words.length) {
      const rest = words.slice(at);
      let taken = rest.search(/[ \u00a0]|$/);
      for (const end of [...rest.matchAll(/[ \u00a0]|$/g)].map((gap) => gap.index).reverse()) {
        const word = rest.slice(0, end).replace(/(?<!\p{L}\.\p{L})[.-]+$/u, "");
        const currency = currencyFor(word) ?? currencyFor(rest.slice(0, end));
        if (!currency) continue;
        found.push({ at: index + at, word, currency });
        taken = end;
        break;
      }
      at += taken + 1;
    }
  }
  return found;
}

/** Orders by distance from a sum; what precedes it in its sentence counts for more than what follows. */
const nearestTo = (at: number) => {
  const distance = (spoken: Spoken): number => (spoken.at < at ? at - spoken.at : 2 * (spoken.at - at));
  return (a: Spoken, b: Spoken): number => distance(a) - distance(b);
};

/** Index of the first element at or after an offset. */
function indexFrom(list: readonly { readonly at: number }[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a text as a whole says of its currencies. Made once for a text; `certain` in order of place. */
export class CurrencyEvidence {
  readonly #text: string;
  readonly #byCurrency = new Map<string, Certain>();
  readonly #counts = new Map<string, number>();
  readonly #byValue = new Map<number, Certain>();
  #context: Spoken[] | undefined;

  constructor(text: string, certain: readonly Certain[]) {
    this.#text = text;
    for (const sum of certain) {
      if (!this.#byCurrency.has(sum.currency)) this.#byCurrency.set(sum.currency, sum);
      this.#byValue.set(sum.value, sum);
      // A dollar sign never breaks: the sums that bear one say nothing of a broken sign.
      if (!sum.word.endsWith("$")) this.#counts.set(sum.currency, (this.#counts.get(sum.currency) ?? 0) + 1);
    }
  }

  get #spoken(): Spoken[] {
    this.#context ??= contextOf(this.#text);
    return this.#context;
  }

  /** The words that speak for a currency in the sentence around an offset, within 400 characters. */
  #inSentence(at: number): Spoken[] {
    const before = this.#text.slice(Math.max(0, at - NEAR), at);
    const after = this.#text.slice(at, at + NEAR);
    const from = at - before.length + Math.max(0, before.search(/[.!?]\s+\p{Lu}(?!.*[.!?]\s+\p{Lu})|\n(?!.*\n)/su) + 1);
    const to = at + (/[.!?](?:\s+\p{Lu}|\s*$)|\n/u.exec(after)?.index ?? after.length);
    const first = indexFrom(this.#spoken, from);
    return this.#spoken.slice(first, first + LOOKED_AT).filter((spoken) => spoken.at < to);
  }

  /** Words near an offset that speak for one of some currencies: those of the sentence, else the nearest of the text. */
  #nearest(at: number, codes: ReadonlySet<string>): { spoken: Spoken; where: string } | undefined {
    const nearest = (list: readonly Spoken[]): Spoken | undefined =>
      list.filter(({ currency }) => codes.has(currency)).sort(nearestTo(at))[0];
    const inside = nearest(this.#inSentence(at));
    if (inside) return { spoken: inside, where: "in the same sentence" };
    const middle = indexFrom(this.#spoken, at);
    const outside = nearest(this.#spoken.slice(Math.max(0, middle - LOOKED_AT), middle + LOOKED_AT));
    return outside && { spoken: outside, where: "in the text" };
  }

  /** Which of several currencies a name or sign means. `home` is that of the source. */
  among(word: string, fits: readonly Currency[], at: number, home: string | undefined): Inferred {
    const codes = new Set(fits.map(({ code }) => code));
    const first = fits.find((currency) => currency.first);
    const dollars = word === "$" || first?.code === "USD";
    if (home && (codes.has(home) || (word === "$" && currencyOf(home)?.name.match(/dollar|peso/)))) {
      return { currency: home, from: "that is the currency of the source" };
    }
    if (dollars) return { currency: "USD", from: "nothing beside it names another country's" };
    const named = this.#sameName(codes);
    if (named) return { currency: named.currency, from: `the text says so of another sum (“${this.#quote(named)}”)` };
    const near = this.#nearest(at, codes);
    const own = first && near && near.spoken.currency === first.code;
    if (near && (!first || own || near.where === "in the same sentence")) {
      const from = `“${near.spoken.word}” is named ${near.where}`;
      return { currency: near.spoken.currency, from, ...(own && { customary: true }) };
    }
    if (first)
      return {
        currency: first.code,
        from: "that is what the word means where nothing near says otherwise",
        customary: first.code === "GBP",
      };
    return { currency: NONE, from: "" };
  }

  /** A sum whose currency is the only one of several that the text names for sure. */
  #sameName(codes: ReadonlySet<string>): Certain | undefined {
    const found = [...codes].flatMap((code) => this.#byCurrency.get(code) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }

  #quote = (sum: Certain): string => this.#text.slice(sum.at, sum.to);

  /** What a broken sign stands for. The sign that breaks in a change of encoding is seldom another than the euro's. */
  broken(sign: string, value: number, at: number): Inferred {
    const same = this.#byValue.get(value);
    if (same && !same.word.endsWith("$"))
      return { currency: same.currency, from: `the same amount is given as “${this.#quote(same)}”` };
    const sentence = this.#inSentence(at);
    const [union] = sentence.filter(({ currency }) => currency === "EUR").sort(nearestTo(at));
    if (union) return { currency: "EUR", from: `“${union.word}” is named in the same sentence` };
    const [most] = [...this.#counts].sort((a, b) => b[1] - a[1]);
    if (most) return { currency: most[0], from: "the other sums of the text are in it" };
    const pound = sentence.find(({ currency }) => currency === "GBP" || currency === "JPY");
    if (pound) return { currency: pound.currency, from: `“${pound.word}” is named in the same sentence` };
    const anywhere = this.#spoken.slice(0, LOOKED_AT * 5).find(({ currency }) => currency === "EUR");
    if (anywhere) return { currency: "EUR", from: `“${anywhere.word}” is named in the text` };
    return { currency: "EUR", from: `€ turns into “${sign}” when a text is read in the wrong encoding` };
  }
}
