import { timeInWords } from "../../formats/dates.ts";
import { listed, readableActor, readableAmount, stateName } from "../../formats/names.ts";
import type { ContactKind, ContactStatus, Medium } from "../../record/schema.ts";
import type { Reach } from "./desk.ts";
import type { EncounterView } from "./schemas.ts";

/** Values in words, for the sentences of answers. */
export { listed, readableActor, readableAmount, stateName, timeInWords };

const KINDS: Readonly<Record<ContactKind, readonly [string, string]>> = {
  meeting: ["a meeting", "meetings"],
  visit: ["a visit", "visits"],
  talks: ["talks", "talks"],
  summit: ["a summit", "summits"],
  call: ["a phone call", "phone calls"],
  video: ["a video conference", "video conferences"],
  letter: ["a letter", "letters"],
  message: ["a message", "messages"],
  reception: ["a reception", "receptions"],
};
export const kindInWords = (kind: ContactKind): string => KINDS[kind][0];
export const kindsInWords = (kind: ContactKind): string => KINDS[kind][1];

const MEDIA: Readonly<Record<Medium, string>> = {
  "in-person": "in person",
  phone: "by phone",
  video: "by video",
  written: "in writing",
};
export const mediumInWords = (medium: Medium): string => MEDIA[medium];

const STATUSES: Readonly<Record<ContactStatus, string>> = {
  held: "held",
  planned: "planned",
  possible: "possible",
  negated: "not held",
};
export const statusInWords = (status: ContactStatus): string => STATUSES[status];

/** "1 report", "2 reports". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** When an encounter was, as far as is known: "on 1 July 2025", "at a time not told (reported on 21 December 2025)". */
export function whenInWords(view: Pick<EncounterView, "date" | "days" | "reported">): string {
  const { date, days, reported } = view;
  if (date?.includes("/")) return `from ${timeInWords(date)}`;
  if (date && !date.endsWith("_REF"))
    return `${/^\d{4}-\d{2}-\d{2}(T|$)/.test(date) ? "on" : "in"} ${timeInWords(date)}`;
  if (days.from && days.to)
    return days.from === days.to
      ? `on ${timeInWords(days.from)}`
      : `between ${timeInWords(days.from)} and ${timeInWords(days.to)}`;
  if (days.from) return `on ${timeInWords(days.from)} or later`;
  if (days.to && days.to !== reported) return `on ${timeInWords(days.to)} or earlier`;
  return reported ? `at a time not told (reported on ${timeInWords(reported)})` : "at a time not told";
}

/** "683 reports published from 20 January 2021 to 18 January 2025": what "not in the record" is bounded by. */
export function reachInWords({ reports, first, last }: Reach): string {
  if (reports === 0) return "the record is empty";
  const dates =
    !first || !last
      ? ""
      : first === last
        ? ` of ${timeInWords(first)}`
        : ` published from ${timeInWords(first)} to ${timeInWords(last)}`;
  return `the record holds ${counted(reports, "report")}${dates}`;
}

/** Not in the record, what was looked for, and where. */
export const notInRecord = (what: string, reach: Reach): string =>
  `Not in the record: ${what}; ${reachInWords(reach)}.`;
