/** An amount without its currency, as written. `to` is the offset after its last word. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  /** The figure before "million" and the like, as a decimal ("1.5"). */
  readonly figure: string;
  /** Power of ten that "million" and the like give; 0 without such a word. */
  readonly power: number;
  /** "1,500": written with its thousands apart, or with such a word, so that it is no year and no number of a list. */
  readonly large: boolean;
  /** "1.500": a thousand and a half to some, one and a half to others. */
  readonly dotted: boolean;
  /** What a vague amount gives ("millions": more than one). */
  readonly mod?: "MORE_THAN" | "APPROX";
}

/** Offsets at which an amount may begin: a figure, or a word for one. Use with a fresh `lastIndex`. */
export const amountStarts = (): RegExp =>
  /\d|\b(?:half|quarter|three|an?(?=\s+(?:few|couple|quarter|half|hundred|thousand|million|billion|trillion|lakh|crore))|one|two|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|tens|dozens|hundreds|thousands|millions|billions|trillions|several|many|crores|lakhs)\b/gi;

const GROUPED = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?/y;
const GROUPED_DOTS = /\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d{1,2}(?!\d))?/y;
const GROUPED_BLANKS = /\d{1,3}(?:[ \u00a0\u202f\u2009’']\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?/y;
const PLAIN = /\d+(?:[.,]\d+)?/y;
const FRACTION = /\s?(?:½|¼|¾|1\/2|1\/4|3\/4)(?!\d)/y;
const FRACTIONS: Readonly<Record<string, number>> = {
  "½": 0.5,
  "¼": 0.25,
  "¾": 0.75,
  "1/2": 0.5,
  "1/4": 0.25,
  "3/4": 0.75,
};

const POWERS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  lakh: 5,
  lac: 5,
  million: 6,
  crore: 7,
  billion: 9,
  milliard: 9,
  trillion: 12,
  quadrillion: 15,
  k: 3,
  m: 6,
  mn: 6,
  mln: 6,
  mil: 6,
  mm: 6,
  cr: 7,
  b: 9,
  bn: 9,
  bln: 9,
  bil: 9,
  t: 12,
  tn: 12,
  tr: 12,
  trn: 12,
};
const POWER_WORD =
  /(?:[\s\u00a0]{1,3}|-)?(hundred|thousand|lakh|lac|million|crore|billion|milliard|trillion|quadrillion)(s?)(?![\p{L}\p{N}])/iuy;
const POWER_LETTERS =
  /(?:k|mm|mln|mil|mn|m|cr|bln|bil|bn|b|trn|tn|tr|t)\.?(?![\p{L}\p{N}])|[ \u00a0](?:mln|mn|m|cr|bln|bn|trn|tn)\.?(?![\p{L}\p{N}])/iuy;

const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const WORD = `(?:${[...UNITS.slice(1).reverse(), ...TENS.slice(2)].join("|")}|hundred)`;
const WORDS = new RegExp(`${WORD}(?:(?:\\s+|-)(?:and\\s+)?${WORD}){0,8}(?!\\p{L})`, "iuy");
const AHEAD = "(?=(?:hundred|thousand|lakh|million|crore|billion|trillion)s?(?!\\p{L}))";
/** Fixed phrases before "million" and the like: the figure they give, and how sure it is. */
const PHRASES: readonly (readonly [RegExp, string, Amount["mod"]?])[] = [
  [new RegExp(`(?:half\\s+an?|an?\\s+half)\\s+${AHEAD}`, "iuy"), "0.5"],
  [new RegExp(`(?:three|3)[\\s-]quarters\\s+of\\s+an?\\s+${AHEAD}`, "iuy"), "0.75"],
  [new RegExp(`(?:an?\\s+)?quarter(?:\\s+of)?(?:\\s+an?)?\\s+${AHEAD}`, "iuy"), "0.25"],
  [new RegExp(`an?\\s+couple\\s+(?:of\\s+)?${AHEAD}`, "iuy"), "2", "APPROX"],
  [new RegExp(`(?:several|many|an?\\s+few)\\s+${AHEAD}`, "iuy"), "1", "MORE_THAN"],
  [new RegExp(`an?\\s+${AHEAD}`, "iuy"), "1"],
];
const AND_A_HALF = /\s+and\s+a\s+half(?=\s)/iuy;
const MULTITUDE =
  /(tens|dozens|hundreds|thousands)\s+of\s+(thousands|lakhs|millions|crores|billions|trillions)(?!\p{L})|(hundreds|thousands|lakhs|millions|crores|billions|trillions)(?!\p{L})/iuy;
const MULTITUDES: Readonly<Record<string, number>> = { tens: 1, dozens: 1, hundreds: 2, thousands: 3 };

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The figure that begins at `at`, and the offset after it; undefined for one of more digits than a number holds. */
function figureAt(
  text: string,
  at: number,
): { figure: string; to: number; grouped: boolean; dotted: boolean } | undefined {
  const grouped = matchAt(GROUPED, text, at)?.[0];
  const dots = grouped ? undefined : matchAt(GROUPED_DOTS, text, at)?.[0];
  const apart = grouped || dots ? undefined : matchAt(GROUPED_BLANKS, text, at)?.[0];
  // "On May 20 500 million euros were pledged": thousands set apart go with no "million".
  const blanks = apart && powerAt(text, at + apart.length).power === 0 ? apart : undefined;
  const written = grouped ?? dots ?? blanks ?? matchAt(PLAIN, text, at)?.[0];
  if (!written || written.length > 24) return undefined;
  let figure = written;
  if (grouped) figure = written.replaceAll(",", "");
  else if (dots) figure = written.replaceAll(".", "").replace(",", ".");
  else if (blanks) figure = written.replace(/[^\d.,]/g, "").replace(",", ".");
  else figure = written.replace(",", ".");
  const fraction = matchAt(FRACTION, text, at + written.length)?.[0];
  if (fraction && !figure.includes(".")) figure = String(Number(figure) + FRACTIONS[fraction.trim()]!);
  const to = at + written.length + (fraction && figure !== written ? fraction.length : 0);
  return { figure, to, grouped: Boolean(grouped ?? dots ?? blanks), dotted: /^\d{1,3}\.\d{3}$/.test(written) };
}

/** "million", "bn", "lakh crore" from `at` on: the power of ten, and the offset after. */
export function powerAt(text: string, at: number): { power: number; to: number } {
  let power = 0;
  let to = at;
  const letters = matchAt(POWER_LETTERS, text, at);
  if (letters)
    return {
      power: POWERS[letters[0].trim().replace(".", "").toLowerCase()]!,
      to: at + letters[0].replace(/\.$/, "").length,
    };
  for (let words = 0; words < 3; words++) {
    const word = matchAt(POWER_WORD, text, to);
    if (!word) break;
    power += POWERS[word[1]!.toLowerCase()]!;
    to += word[0].length;
  }
  return { power, to };
}

/** The number that words name ("two hundred and fifty"). */
function wordsValue(words: string): number {
  let value = 0;
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    if (word === "hundred") value = Math.max(value, 1) * 100;
    else value += TENS.indexOf(word) > 1 ? TENS.indexOf(word) * 10 : Math.max(0, UNITS.indexOf(word));
  }
  return value;
}

function amount(from: number, to: number, figure: string, power: number, mod?: Amount["mod"]): Amount {
  return { from, to, figure, power, large: true, dotted: false, ...(mod && { mod }) };
}

/** The amount in words that begins at `at`. */
function wordsAt(text: string, at: number): Amount | undefined {
  const many = matchAt(MULTITUDE, text, at);
  if (many) {
    const last = (many[2] ?? many[3])!.toLowerCase().slice(0, -1);
    return amount(
      at,
      at + many[0].length,
      "1",
      (MULTITUDES[many[1]?.toLowerCase() ?? ""] ?? 0) + POWERS[last]!,
      "MORE_THAN",
    );
  }
  for (const [pattern, figure, mod] of PHRASES) {
    const phrase = matchAt(pattern, text, at);
    if (!phrase) continue;
    const { power, to } = powerAt(text, at + phrase[0].length);
    return amount(at, to, figure, power, mod);
  }
  const words = matchAt(WORDS, text, at);
  if (!words) return undefined;
  const half = matchAt(AND_A_HALF, text, at + words[0].length);
  const after = at + words[0].length + (half?.[0].length ?? 0);
  const { power, to } = powerAt(text, after);
  if (half && power === 0) return undefined;
  return { ...amount(at, to, String(wordsValue(words[0]) + (half ? 0.5 : 0)), power), large: power > 0 };
}

/** The amount that begins at `at`: figures or words, with "million" and the like. Looks a bounded way ahead. */
export function amountAt(text: string, at: number): Amount | undefined {
  if (!/\d/.test(text.charAt(at))) return wordsAt(text, at);
  const figure = figureAt(text, at);
  if (!figure) return undefined;
  const { power, to } = powerAt(text, figure.to);
  return {
    from: at,
    to,
    figure: figure.figure,
    power,
    large: figure.grouped || power > 0,
    dotted: figure.dotted && power === 0,
  };
}

/** The amount in units, exact where a decimal is ("1.1" million is 1100000). */
export const unitsOf = (figure: string, power: number): number => Number(`${figure}e${power}`);

/** Offset after the digits, dots and commas that go on from `at`. */
export function afterFigures(text: string, at: number): number {
  let to = at;
  while (to < text.length && /[\d.,]/.test(text.charAt(to))) to += 1;
  return to;
}
