import type * as z from "zod";
import type { upcoming } from "../desk/questions/index.ts";
import { addDays } from "../desk/questions/when.ts";
import { listed, stateName } from "../formats/names.ts";

type Answer = z.output<typeof upcoming.output>;
type Coming = Answer["coming"][number];

/** What is coming as iCalendar (RFC 5545), to subscribe to. What has no time at all cannot stand in a calendar. */
export function calendarOf({ coming }: Answer): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Chancery//What is coming//EN",
    "CALSCALE:GREGORIAN",
    "X-WR-CALNAME:Chancery: what is coming",
    ...coming.flatMap(eventOf),
    "END:VCALENDAR",
  ];
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join("");
}

function eventOf({ encounter, window, factors, announced }: Coming): string[] {
  const first = window.from ?? window.to;
  if (first === null) return [];
  const last = window.to ?? first;
  const parties = listed(encounter.parties.map(({ name }) => name));
  const open = window.from !== last ? ["Day not settled: some time between the first and the last day shown."] : [];
  const words = encounter.evidence.map(({ quote, title }) => `“${quote}”${title ? ` (${title})` : ""}`);
  const hangs = factors.length > 0 ? [`Hangs on: ${factors.join("; ")}`] : [];
  return [
    "BEGIN:VEVENT",
    `UID:${encounter.id}@chancery`,
    // The last report of it, so that the same record gives the same calendar.
    `DTSTAMP:${basic(announced ?? first)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(first)}`,
    `DTEND;VALUE=DATE:${basic(addDays(last, 1))}`,
    `SUMMARY:${escaped(`${capital(encounter.kind)}: ${parties}${encounter.status === "possible" ? " (possible)" : ""}`)}`,
    ...(encounter.place ? [`LOCATION:${escaped(stateName(encounter.place))}`] : []),
    `DESCRIPTION:${escaped([...open, ...hangs, ...words].join("\n"))}`,
    `STATUS:${encounter.status === "planned" ? "CONFIRMED" : "TENTATIVE"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

const basic = (day: string): string => day.replaceAll("-", "");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|[\r\n]/g, "\\n")
    .replace(/\p{Cc}/gu, " ");

/** Lines of 75 bytes at most; what goes on begins with a space. */
function folded(line: string): string[] {
  const out: string[] = [];
  let part = "";
  let size = 0;
  for (const sign of line) {
    const bytes = Buffer.byteLength(sign);
    if (size + bytes > 75) {
      out.push(part);
      part = " ";
      size = 1;
    }
    part += sign;
    size += bytes;
  }
  return [...out, part];
}
