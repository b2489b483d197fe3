import type { Note } from "../record/schema.ts";
import { spanOf } from "../record/span.ts";
import { currencyName } from "./sums/currencies.ts";
import { CurrencyEvidence, type Inferred } from "./sums/inference.ts";
import { type Found, findSums } from "./sums/parts.ts";
import { modOf } from "./sums/words.ts";
import type { Published, SumMention, Sums } from "./types.ts";

/** What is known of the source: `home` is the ISO 4217 code of its own currency, in whose releases "$" means that. */
export interface SumOptions {
  readonly home?: string;
}

/**
 * The sums of money of a text in order, with the exact words that name them ("$1.5bn", not "more than $1.5bn").
 * Amounts are in units of the currency. A conversion behind a sum ("90 billion euros ($105 billion)") belongs to it.
 * A sign or name that fits several currencies, or was broken, gets the likeliest (`inferred`), and a note says from what;
 * "XXX" where nothing tells. Prices count, percentages and other measures do not. Never throws; linear in the text.
 */
export function readSums(text: string, _published: Published = null, { home }: SumOptions = {}): Sums {
  const found = findSums(text);
  const certain = found.flatMap(({ naming, from, to, value }) =>
    naming.sure ? [{ at: from, to, value, currency: naming.fits[0]!.code, word: naming.word }] : [],
  );
  const evidence = new CurrencyEvidence(text, certain);
  const notes = new Map<string, Note>();
  const sums = found.map((sum): SumMention => {
    const inferred = inferredFor(sum, evidence, home);
    const currency = inferred?.currency ?? sum.naming.fits[0]!.code;
    if (inferred) noteInto(notes, text, sum, inferred);
    const mod = modOf(text, sum.from, sum.to) ?? sum.mod;
    return {
      from: sum.from,
      to: sum.to,
      amount: sum.value,
      ...(sum.valueTo !== undefined && { amountTo: sum.valueTo }),
      currency,
      inferred: inferred !== undefined && !(inferred.customary && currency === "GBP"),
      ...(mod && { mod }),
      ...(sum.conversion && { conversion: conversionOf(sum.conversion, currency, evidence, home) }),
      rule: ruleOf(sum),
    };
  });
  return { sums, notes: [...notes.values()] };
}

/** The currency of a sum that does not say it for sure. */
function inferredFor(
  { naming, value, from }: Found,
  evidence: CurrencyEvidence,
  home: string | undefined,
): Inferred | undefined {
  if (naming.sure) return undefined;
  if (naming.broken === undefined) return evidence.among(naming.word, naming.fits, from, home);
  if (naming.broken === "") return evidence.broken(naming.word, value, from);
  return {
    currency: naming.broken,
    from: `its sign falls apart into “${naming.word}” when a text is read in the wrong encoding`,
  };
}

/** The conversion's own amount and currency. "A$5m ($3.3m)": a bare dollar sign there is not the home currency again. */
function conversionOf(
  sum: Found,
  of: string,
  evidence: CurrencyEvidence,
  home: string | undefined,
): NonNullable<SumMention["conversion"]> {
  const inferred = inferredFor(sum, evidence, home === of ? undefined : home);
  return { amount: sum.value, currency: inferred?.currency ?? sum.naming.fits[0]!.code, from: sum.from, to: sum.to };
}

function noteInto(notes: Map<string, Note>, text: string, sum: Found, { currency, from, customary }: Inferred): void {
  if (customary) return;
  const { word, broken } = sum.naming;
  const key = broken === undefined ? `${word.toLowerCase()} ${currency} ${from}` : `${sum.from}`;
  if (notes.has(key)) return;
  const evidence = spanOf(text, sum.from, sum.to);
  const quoted = broken === undefined ? `“${word}”` : `The broken sign “${word}” in “${evidence.quote}”`;
  const message =
    currency === "XXX"
      ? `“${word}” is the name of several currencies, and nothing in the text tells which.`
      : `${quoted} is taken for ${currencyName(currency)}: ${from}.`;
  notes.set(key, { kind: "currency-inferred", message, evidence });
}

/** The rule's name, as in docs/reader.md. */
function ruleOf({ naming, valueTo, mod, from }: Found): string {
  if (naming.broken !== undefined) return "sum-broken-sign";
  if (valueTo !== undefined) return "sum-range";
  if (mod) return "sum-vague";
  return naming.from === from ? "sum-sign" : "sum-name";
}
