import type { Token } from "../../syntax/types.ts";
import type { Item } from "./pattern.ts";

/** Where a rule matched, for a guard to look around. */
export interface Place {
  readonly items: readonly Item[];
  readonly start: number;
  /** After the last item taken. */
  readonly end: number;
  /** The syntactic token that stands at an offset of the text. */
  readonly tokenAt: (offset: number) => Token | undefined;
  /** Whether the text knows a person named May. */
  readonly mayIsName: boolean;
}

/** Tells whether what a rule matched is a time, where its words have other senses too. */
export type Guard = (place: Place) => boolean;

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const NAMED = ["MONTH", "MON", "MAY", "WEEKDAY", "WEEKDAYS", "WDAY"];
const isCapital = (item: Item | undefined): boolean => item !== undefined && /^\p{Lu}/u.test(item.text);
const isWord = (item: Item | undefined): boolean => item !== undefined && /^\p{L}/u.test(item.text);

const before = (place: Place, n = 1): Item | undefined =>
  place.items[place.start]?.newLine ? undefined : place.items[place.start - n];
const after = (place: Place, n = 0): Item | undefined =>
  place.items[place.end]?.newLine ? undefined : place.items[place.end + n];
const taken = (place: Place): readonly Item[] => place.items.slice(place.start, place.end);
const named = (place: Place): Item | undefined =>
  taken(place).find((item) => NAMED.some((name) => item.classes.has(name)));

/** Whether the item begins a sentence or a line, where a capital says nothing. */
const opens = (place: Place): boolean => {
  const previous = before(place);
  return !previous || /^[.!?"“”'‘’:•*(-]$/.test(previous.text);
};

const capital: Guard = (place) => isCapital(named(place) ?? taken(place).find((item) => item.lower !== "the"));

const BEFORE_MONTH = words(
  "in since by until till of during from to through between and or after before for on this last next early late mid - – ( , following around throughout every each its their the his a an than beyond till towards toward despite because",
);

/** "March", "April", "June", "August": a month, not a verb, a name or a Long March. */
const month: Guard = (place) => {
  if (!capital(place)) return false;
  const previous = before(place);
  const next = after(place);
  // "April Glaspie said": a given name.
  const isGivenName = isCapital(next) && isWord(next) && next!.classes.size === 0;
  if (previous && BEFORE_MONTH.has(previous.lower)) return !isGivenName || previous.lower !== "and";
  if (isGivenName || (isCapital(previous) && isWord(previous) && !opens(place))) return false;
  const tag = place.tokenAt(named(place)!.from)?.xpos;
  return tag === undefined || !tag.startsWith("V");
};

const BEFORE_MAY = words("in since by until till during from last next early late this mid and between -");
const PARTS_OF_MAY = words("end start beginning middle month out outset half days week day");

/** "May" the month, not the verb, and not Theresa. */
const may: Guard = (place) => {
  if (!capital(place)) return false;
  const previous = before(place);
  if (previous?.lower === "of") return PARTS_OF_MAY.has(before(place, 2)?.lower ?? "");
  if (!previous || place.mayIsName || !BEFORE_MAY.has(previous.lower)) return false;
  return place.tokenAt(named(place)!.from)?.xpos !== "MD" || previous.lower === "in";
};

const BEFORE_YEAR = words(
  "in since by until till of from for during between and to through after before early late mid around about circa than beyond as - – — / the a its his their our ( , this following throughout or spring summer autumn winter fall",
);
const SIGNS = words(
  "$ € £ ¥ ¤ # % no number nr flight route highway model boeing airbus resolution km us$ usd eur gbp + . over nearly almost approximately some least",
);
const COUNTED = words(
  "% percent per million billion trillion thousand hundred people soldiers troops men women dollars euros pounds km miles kilometers kilometres metres meters tons tonnes feet hours days years workers employees jobs members",
);

/** Four digits that are a year: not a sum, a count or a number of something. */
const year: Guard = (place) => {
  const item = place.items[place.start]!;
  const value = Number(item.text);
  const previous = before(place);
  const next = after(place);
  if (previous && SIGNS.has(previous.lower)) return false;
  if (next && (COUNTED.has(next.lower) || (next.glued && !isMark(next)))) return false;
  // "resolutions 1718 (2006) and 2087 (2013)".
  if (next?.text === "(" && after(place, 1)?.classes.has("YEAR")) return false;
  if (next?.glued && /^[.,:/]$/.test(next.text) && after(place, 1)?.glued && after(place, 1)?.classes.has("DIGITS"))
    return false;
  if (item.glued && previous && !/^[-–—/("'‘“,[]$/.test(previous.text)) return false;
  if (previous && BEFORE_YEAR.has(previous.lower)) {
    const plural = next && !next.meaning && place.tokenAt(next.from)?.xpos === "NNS";
    // "in 2000 villages" counts; "the 2000 elections" dates.
    if (plural && previous.lower !== "the") return false;
    return value >= 1900
      ? value <= 2100
      : value >= 1000 && /^(in|since|of|from|until|by|to|between|and|[-–—])$/.test(previous.lower);
  }
  // "WWDC 2005", "Conference 2010", a year alone on its line or in front of its sentence.
  if (value < 1950 || value > 2049) return false;
  if (!previous) return !next || !isWord(next) || value > 1950;
  // "that 2026 would be a year of peace".
  if (value >= 1990 && next && /^(?:MD|VB[DZ])$/.test(place.tokenAt(next.from)?.xpos ?? "")) return true;
  return (
    isCapital(previous) &&
    isWord(previous) &&
    place.tokenAt(previous.from)?.xpos !== "CD" &&
    (!next || !isCapital(next) || !isWord(next))
  );
};

const isMark = (item: Item): boolean => !isWord(item) && !item.classes.has("DIGITS");

const SPECIAL_DAYS = words("black good bloody palm easter ash super cyber maundy holy shrove whit");
const weekday: Guard = (place) =>
  capital(place) && !(SPECIAL_DAYS.has(before(place)?.lower ?? "") && isCapital(before(place)));

const season: Guard = (place) => {
  const next = after(place);
  const item = place.items[place.end - 1]!;
  return !isCapital(next) && !(place.tokenAt(item.from)?.xpos.startsWith("V") ?? false) && next?.lower !== "-";
};

/** "the summer of 2024", not "the Arab Spring of 2011". */
const seasonName: Guard = (place) =>
  !(isCapital(place.items[place.start]) && isCapital(before(place)) && isWord(before(place)));

/** "the IMF's Autumn meetings", but neither "the Arab Spring" nor "the Summer Olympics". */
const namedSeason: Guard = (place) =>
  isCapital(place.items[place.start]) &&
  !opens(place) &&
  !isCapital(before(place)) &&
  isWord(after(place)) &&
  !isCapital(after(place));

const LONG_UNITS = words("week month year decade century");
const lastItem = (place: Place): Item => place.items[place.end - 1]!;

/** "last week", "next year"; "the next year" counts from what was told before, "the last year" is a span. */
const shift: Guard = (place) => {
  const shiftWord = taken(place).find((item) => item.classes.has("SHIFT"))!;
  if (
    !LONG_UNITS.has(String(lastItem(place).classes.get("UNIT"))) ||
    shiftWord.lower === "past" ||
    shiftWord.lower === "coming"
  )
    return false;
  if (before(place)?.lower !== "the") return true;
  return shiftWord.lower !== "next" && after(place)?.lower !== "of";
};

const unitSpan: Guard = (place) =>
  !taken(place).some((item) => item.lower === "last") || LONG_UNITS.has(String(lastItem(place).classes.get("UNIT")));
const span: Guard = (place) => taken(place).every((item) => item.classes.get("SHIFT") !== 0);

const BEFORE_UNIT = words(
  "for in within over than most about around nearly almost least after under only just took take takes taken lasted lasting last spent spend once half every roughly approximately up",
);
const AFTER_UNIT = words("before after later earlier ago from or long hence");
const aUnit: Guard = (place) => {
  // "for a second time" counts no seconds.
  if (lastItem(place).lower === "second" && isWord(after(place))) return false;
  if (after(place)?.lower === "-" && after(place, 1)?.lower === "long") return false;
  return BEFORE_UNIT.has(before(place)?.lower ?? "") || AFTER_UNIT.has(after(place)?.lower ?? "");
};

const BEFORE_OVER = words(
  "of for in lasted lasting last lasts after within took take taking spent spend by a the since just well to ( is was were are been with",
);
/** "a call of over two hours", but neither "over the next four years" nor "$20 million over five years". */
const approximate: Guard = (place) => {
  const meaning = lastItem(place).meaning;
  if (meaning?.kind === "duration" && (meaning.toward !== undefined || lastItem(place).lower.startsWith("the ")))
    return false;
  const previous = before(place);
  return place.items[place.start]!.lower !== "over" || !previous || BEFORE_OVER.has(previous.lower);
};

const pluralUnit: Guard = (place) => {
  const next = after(place);
  return !(lastItem(place).lower === "minutes" && next?.lower === "of") && !(next?.lower === "-" && !next.glued);
};

const rate: Guard = (place) => {
  if (place.items[place.start]!.lower === "per") return true;
  const previous = before(place);
  if (!previous || previous.meaning) return false;
  if (previous.classes.has("NO") || /^(%|million|billion|trillion|percent|times)$/.test(previous.lower)) return true;
  return place.tokenAt(previous.from)?.xpos === "NNS";
};

const adverb: Guard = (place) => {
  const [first, next] = [place.items[place.start]!, after(place)];
  if (next?.glued && next.text === "-") return false;
  return (!isCapital(first) || opens(place)) && !(first.lower === "now" && next?.lower === "that");
};

const lowerCase: Guard = (place) => !isCapital(place.items[place.start]) || opens(place);
const recent: Guard = (place) => lowerCase(place) && !/^(most|more)$/.test(before(place)?.lower ?? "");
const soon: Guard = (place) => !/^(as|how|too)$/.test(before(place)?.lower ?? "");

const AFTER_DAY = words("of when that before after the he she they we it i - to who which");
const theDay: Guard = (place) => !AFTER_DAY.has(after(place)?.lower ?? "") && before(place, 2)?.lower !== "order";

const BEFORE_CLOCK = words("at by until till from around about before after since to - – between and");
/** "at 10:30", "10:30 a.m.", but no score and no verse. */
const clock: Guard = (place) =>
  taken(place).some((item) => item.classes.has("AMPM") || item.classes.has("ZONE")) ||
  (BEFORE_CLOCK.has(before(place)?.lower ?? "") && !(after(place)?.glued && after(place)?.lower === ":"));

const hour: Guard = (place) => {
  const value = Number(place.items[place.start]!.classes.get("N2") ?? place.items[place.start]!.classes.get("NUMWORD"));
  return value >= 1 && value <= 12;
};

const thatUnit: Guard = (place) =>
  /^(day|week|month|year|decade)$/.test(lastItem(place).lower) && !(after(place)?.glued && after(place)?.lower === "-");

/** "May 5 and 20 people were killed": what ends a range is no count. */
const rangeEnd: Guard = (place) => {
  if (!capital(place)) return false;
  const next = after(place);
  const tag = next ? place.tokenAt(next.from)?.xpos : undefined;
  return (
    !next ||
    !(tag === "NNS" || tag === "JJ" || COUNTED.has(next.lower)) ||
    taken(place).some((item) => item.classes.has("YEAR"))
  );
};

export const GUARDS: Readonly<Record<string, Guard>> = {
  capital,
  month,
  may,
  year,
  weekday,
  season,
  shift,
  span,
  rate,
  adverb,
  recent,
  soon,
  clock,
  hour,
  approximate,
  "named-season": namedSeason,
  "season-name": seasonName,
  "unit-span": unitSpan,
  "a-unit": aUnit,
  "plural-unit": pluralUnit,
  "lower-case": lowerCase,
  "the-day": theDay,
  "that-unit": thatUnit,
  "range-end": rangeEnd,
};
