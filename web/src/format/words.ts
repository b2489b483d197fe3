import states from "virtual:states";
import { dayWithWeekday, timeInWords } from "../../../src/formats/dates.ts";
import { actorInWords, listed, readableAmount } from "../../../src/formats/plain.ts";
import type { ContactKind, EntryType, Medium, Status } from "../data/types.ts";

export { dayWithWeekday, listed, readableAmount, timeInWords };

/** The name of a state by its code, or the code where it is not known. */
export const stateName = (code: string): string => states[code] ?? code;

/** An actor's standard name as a person would write it. */
export const actorName = (name: string): string => actorInWords(name, stateName);

export const KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  meeting: "Meeting",
  visit: "Visit",
  talks: "Talks",
  summit: "Summit",
  call: "Phone call",
  video: "Video conference",
  letter: "Letter",
  message: "Message",
  reception: "Reception",
};

export const MEDIUM_WORDS: Readonly<Record<Medium, string>> = {
  "in-person": "in person",
  phone: "by phone",
  video: "by video",
  written: "in writing",
};

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  held: "held",
  planned: "planned",
  possible: "possible",
  negated: "not held",
};

export const TYPE_WORDS: Readonly<Record<EntryType, string>> = {
  contact: "Contact",
  statement: "Statement",
  event: "Act",
  sum: "Sum",
};

/** PLOVER types as a desk officer would name them. */
export const EVENT_WORDS: Readonly<Record<string, string>> = {
  AGREE: "agrees",
  SUPPORT: "supports",
  CONCEDE: "concedes",
  COOPERATE: "cooperates",
  AID: "aids",
  RETREAT: "retreats",
  REQUEST: "requests",
  ACCUSE: "accuses",
  REJECT: "rejects",
  THREATEN: "threatens",
  PROTEST: "protests",
  SANCTION: "sanctions",
  MOBILIZE: "mobilizes",
  COERCE: "coerces",
  ASSAULT: "assaults",
};

/** "1 report", "2 reports", "3,000 entries". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** "5 Sep" or, of another year than the one shown beside it, "5 Sep 2027". For axes and narrow columns. */
export function shortDay(day: string, year?: string): string {
  const [y = "", m = "1", d] = day.split("-");
  const month = new Date(Date.UTC(2000, Number(m) - 1, 1)).toLocaleDateString("en-GB", {
    month: "short",
    timeZone: "UTC",
  });
  const head = d === undefined ? month : `${Number(d)} ${month}`;
  return year === y ? head : `${head} ${y}`;
}

interface When {
  readonly date: string | null;
  readonly days: { readonly from: string | null; readonly to: string | null };
  readonly reported: string | null;
}

/** When an encounter was or is to be, as far as is known. */
export function whenOf({ date, days: { from, to }, reported }: When): string {
  if (date && !date.endsWith("_REF")) return timeInWords(date);
  if (from && to) return from === to ? timeInWords(from) : `${timeInWords(from)} – ${timeInWords(to)}`;
  if (from) return `${timeInWords(from)} or later`;
  if (to && to !== reported) return `${timeInWords(to)} or earlier`;
  return reported ? `no day told; reported ${timeInWords(reported)}` : "no day told";
}
