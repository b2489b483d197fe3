import { type Command, Option } from "commander";
import type * as z from "zod";
import { counted, statusInWords, timeInWords } from "../../desk/questions/words.ts";
import { today } from "../../desk/today/today.ts";
import { positive } from "../store.ts";
import { putClaim } from "./check.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putEncounter } from "./encounter.ts";
import type { Page } from "./page.ts";
import { putChange } from "./positions.ts";
import { putSum } from "./sums.ts";

interface TodayOptions extends Common {
  readonly since?: string;
  readonly reports?: number;
  readonly today?: string;
  readonly limit?: number;
}

/** `chancery today`. */
export function addToday(program: Command): void {
  questionCommand(program, today, ["today", "today --reports 5", "today --since 2025-12-15 --json"])
    .option("--since <day>", "reports published on or after this day, YYYY-MM-DD")
    .addOption(new Option("--reports <n>", "the latest so many reports").argParser(positive))
    .option("--today <day>", "look ahead from this day (default: that of the newest report)")
    .addOption(new Option("--limit <n>", "the most entries of each list (default: 20)").argParser(positive))
    .action(async ({ since, reports, today: day, limit, ...options }: TodayOptions) => {
      await answer(today, { since, reports, today: day, limit }, options, putToday);
    });
}

type Answer = z.output<typeof today.output>;

function putToday(page: Page, found: Answer): void {
  page.answer(found.sentence);
  if (!found.found) return;
  put(page, "Reports", found.totals.reports, found.reports, (one) => {
    const gave = [
      counted(one.contacts, "contact"),
      counted(one.statements, "statement"),
      counted(one.events, "event"),
      counted(one.sums, "sum"),
    ];
    page.entry(one.id.slice(0, 8), "plain", one.title ?? "untitled", one.published ?? "undated", one.publisher);
    page.detail(gave.join(", "));
  });
  put(page, "New contacts", found.totals.new_contacts, found.new_contacts, (one) => putEncounter(page, one));
  put(page, "Turned", found.totals.turned, found.turned, ({ encounter, from, to, before, after }) => {
    putEncounter(page, encounter, 0);
    page.detail(`${statusInWords(from)}, now ${statusInWords(to)}`);
    page.evidence([before, after]);
  });
  put(page, "Positions", found.totals.moved, found.moved, ({ topic, change }) => putChange(page, change, topic));
  put(page, "Claims", found.totals.claims, found.claims, ({ claim, report }) =>
    putClaim(page, claim, report.title ?? report.id.slice(0, 8)),
  );
  put(page, "Reports disagree", found.totals.contradictions, found.contradictions, ({ encounter, disagree }) => {
    putEncounter(page, encounter, 0);
    for (const { evidence } of disagree) page.evidence(evidence.map(({ words }) => words));
  });
  put(page, "Sums", found.totals.sums, found.sums, (one) => putSum(page, one));
  const ahead = found.asked.today ? `from ${timeInWords(found.asked.today)} on` : "";
  put(page, "Coming", found.totals.coming, found.coming, ({ encounter }) => putEncounter(page, encounter, 1), ahead);
}

function put<T>(
  page: Page,
  title: string,
  total: number,
  all: readonly T[],
  one: (value: T) => void,
  gloss = "",
): void {
  if (all.length === 0) return;
  const some = total > all.length ? `${all.length} of ${total.toLocaleString("en")}` : "";
  page.heading(title, [some, gloss].filter((part) => part).join(", "));
  for (const value of all) one(value);
}
