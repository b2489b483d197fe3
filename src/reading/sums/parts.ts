import { type Amount, afterFigures, amountAt, amountStarts, unitsOf } from "./amounts.ts";
import { type Naming, namingAfter, signBefore } from "./currencies.ts";
import { isWeight, namesArea, rangeBefore } from "./words.ts";

/** An amount with the name or sign of its currency. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly amount: Amount;
  readonly naming: Naming & { readonly broken?: string };
}

/** A sum as its words stand, its currency not yet told from others that share a name or sign. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly valueTo?: number;
  readonly naming: Part["naming"];
  readonly mod?: Amount["mod"];
  readonly conversion?: Found;
}

const CODE_IN_BRACKETS = /\s?\(([A-Z]{3}|US)\)/y;
const YEAR = /^(?:19|20)\d\d$/;

const value = ({ figure, power, dotted }: Amount, shared = power): number => unitsOf(figure, dotted ? 3 : shared);

/** "$50 million Australian dollars", "$1.2 billion dollars", "$5m (AUD)": what after the amount says of the sign before. */
function repeated(text: string, sign: Naming, to: number): Naming | undefined {
  CODE_IN_BRACKETS.lastIndex = to;
  const code = CODE_IN_BRACKETS.exec(text)?.[1];
  const after = code ? namingAfter(` ${code === "US" ? "USD" : code}`, 0, false) : namingAfter(text, to, false);
  if (!after) return undefined;
  const shared = after.fits.filter((fit) => sign.fits.includes(fit));
  const dollars =
    sign.word === "$" && (/dollar|peso/i.test(after.word) || (after.sure && /dollar|peso/.test(after.fits[0]!.name)));
  if (shared.length === 0 && !dollars) return undefined;
  const fits = shared.length > 0 && !after.sure ? shared : after.fits;
  return { ...sign, fits, sure: after.sure || sign.sure, to: code ? to : after.to };
}

/** The sum whose amount begins at `at`, with its sign at or after `floor`. */
function partAt(text: string, at: number, floor: number, amount = amountAt(text, at)): Part | undefined {
  if (!amount) return undefined;
  const digits = /\d/.test(text.charAt(at));
  const sign = digits ? signBefore(text, at) : undefined;
  if (sign && sign.from >= floor && (amount.large || !sign.guarded) && !(sign.word === "?" && !amount.large)) {
    const again = repeated(text, sign, amount.to);
    return { from: sign.from, to: Math.max(amount.to, again?.to ?? 0), amount, naming: again ?? sign };
  }
  if (digits && /[\p{L}#№]/u.test(text.charAt(at - 1))) return undefined;
  const naming = namingAfter(text, amount.to, amount.mod !== undefined);
  if (!naming || (naming.guarded && !amount.large)) return undefined;
  const part = { from: at, to: naming.to, amount, naming };
  return isNoSum(text, part) ? undefined : part;
}

/** "in 2022 dollars", "20 euro area countries", "500-pound bombs". */
function isNoSum(text: string, { from, to, amount, naming }: Part): boolean {
  if (amount.large) return isWeight(text, from, to, naming.word, true);
  if (
    YEAR.test(amount.figure) &&
    (/\b(?:in|constant|of|since|by)\s+$/i.test(text.slice(Math.max(0, from - 10), from)) || !/s$/.test(naming.word))
  )
    return true;
  return namesArea(text, to) || isWeight(text, from, to, naming.word, false);
}

const CONNECTION = /[ \u00a0]?[-–—][ \u00a0]?|\s+to\s+|\s+and\s+|\s+or\s+/y;
const SECOND = /(?:[^\s\d]{1,6}[ \u00a0]?)?(?=\d)|(?=[a-z])/iy;

/** The sum, a range or one amount, that begins with the amount at `at`; else where to look on. */
function foundAt(text: string, at: number, floor: number): Found | number {
  const amount = amountAt(text, at);
  if (!amount) return /\d/.test(text.charAt(at)) ? afterFigures(text, at) : at + 1;
  const part = partAt(text, at, floor, amount);
  const range = rangeAt(text, amount, part);
  if (range) return range;
  if (!part) return Math.max(amount.to, /\d/.test(text.charAt(at)) ? afterFigures(text, at) : at + 1);
  return {
    from: part.from,
    to: part.to,
    value: value(amount),
    naming: part.naming,
    ...(amount.mod && { mod: amount.mod }),
  };
}

/** "$2-3 billion", "between $2 billion and $3 billion", "two to three million euros". */
function rangeAt(text: string, low: Amount, part: Part | undefined): Found | undefined {
  const end = part?.to ?? low.to;
  CONNECTION.lastIndex = end;
  const joined = CONNECTION.exec(text);
  if (!joined || low.mod) return undefined;
  SECOND.lastIndex = end + joined[0].length;
  const gap = SECOND.exec(text);
  if (!gap) return undefined;
  const at = SECOND.lastIndex;
  const high = amountAt(text, at);
  if (!high || high.mod) return undefined;
  const from = part?.from ?? low.from;
  const join = joined[0].trim();
  const lead = rangeBefore(text, from);
  if (join === "and" ? lead !== "between" : join === "to" && lead === "change") return undefined;
  const second = partAt(text, at, end, high);
  const naming = part?.naming ?? (second && second.from === at ? second.naming : undefined);
  if (!naming) return undefined;
  if (part && second && !sameNaming(part.naming, second.naming)) return undefined;
  if (part && !second && !bareEnd(text, part, high, join)) return undefined;
  const shares = low.power === 0 && !low.large && Number(low.figure) < Number(high.figure);
  if (!part && low.power === 0 && !shares) return undefined;
  const least = value(low, shares ? high.power : low.power);
  const most = value(high);
  if (!(least < most)) return undefined;
  const sure = second?.naming.sure ? second.naming : naming;
  return {
    from,
    to: second?.to ?? high.to,
    value: least,
    valueTo: most,
    naming: { ...naming, fits: sure.fits, sure: sure.sure },
  };
}

const sameNaming = (a: Naming, b: Naming): boolean => a.word === b.word || a.fits.some((fit) => b.fits.includes(fit));

/** "$2-3 billion", "$300-500", "$2 to 3 billion", but not "$5 million to 3 million people" nor "$2-5-year". */
function bareEnd(text: string, low: Part, high: Amount, join: string): boolean {
  if (low.amount.power > 0 || low.to !== low.amount.to) return false;
  const after = text.charAt(high.to);
  return high.power > 0 || (/^[-–—]$/.test(join) && !/[\p{L}\p{N}-]/u.test(after));
}

const OPENING = /\s?[([]\s*|,\s+or\s+|\s?\/\s?|\s+or\s+|,\s+(?:equivalent|equal|equating)\s+to\s+/y;
const LEAD =
  /(?:(?:or|about|around|approximately|approx\.|some|roughly|nearly|almost|over|more than|up to|at least|less than|just over|just under|worth|equal to|equivalent to|i\.e\.,?|c\.|ca\.?|[=~≈])\s*)*/iuy;
const NEXT = /\s*[;,/]\s*|\s+or\s+/y;
const CLOSING = /(?:\s+at\s+(?:current|today's|today’s|the\s+current|the\s+time|prevailing)[^()[\]]{0,30})?\s*[)\]]/y;

/** The conversion that stands in brackets (or after ", or") behind a sum, with the offset after it all. */
function conversionAt(text: string, sum: Found): { conversion: Found; to: number } | undefined {
  OPENING.lastIndex = sum.to;
  const opening = OPENING.exec(text)?.[0];
  if (!opening) return undefined;
  const bracket = /[([]/.test(opening);
  let at = sum.to + opening.length;
  let conversion: Found | undefined;
  for (let sums = 0; sums < 4; sums++) {
    LEAD.lastIndex = at;
    at += LEAD.exec(text)![0].length;
    SECOND.lastIndex = at;
    if (!SECOND.test(text)) return undefined;
    const next = foundAt(text, SECOND.lastIndex, at);
    if (typeof next === "number" || next.from !== at || sameNaming(next.naming, sum.naming)) return undefined;
    conversion ??= next;
    at = next.to;
    if (!bracket) return { conversion, to: at };
    CLOSING.lastIndex = at;
    const closing = CLOSING.exec(text);
    if (closing) return { conversion, to: at + closing[0].length };
    NEXT.lastIndex = at;
    const separator = NEXT.exec(text);
    if (!separator) return undefined;
    at += separator[0].length;
  }
  return undefined;
}

/** The sums of a text as its words give them, in order. Takes time linear in the text. */
export function findSums(text: string): Found[] {
  const sums: Found[] = [];
  const starts = amountStarts();
  let floor = 0;
  for (let start = starts.exec(text); start; start = starts.exec(text)) {
    const found = foundAt(text, start.index, floor);
    if (typeof found === "number") {
      starts.lastIndex = found;
      continue;
    }
    const converted = conversionAt(text, found);
    sums.push(converted ? { ...found, conversion: converted.conversion } : found);
    floor = converted?.to ?? found.to;
    starts.lastIndex = floor;
  }
  return sums;
}
