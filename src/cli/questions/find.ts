import type { Command } from "commander";
import type * as z from "zod";
import { find } from "../../desk/questions/find.ts";
import { dayWithWeekday } from "../../formats/dates.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { capital } from "./encounter.ts";
import type { Page } from "./page.ts";

interface FindOptions extends Common {
  readonly actor?: string;
  readonly kind?: string;
  readonly year?: string;
  readonly limit?: string;
}

/** `chancery find WORDS`. */
export function addFind(program: Command): void {
  questionCommand(program, find, ['find "frozen assets"', "find sanctions --actor Macron --kind statement"])
    .argument(
      "<words...>",
      'words that must all be there; "several words" in a row; word* for longer ones; -word for none',
    )
    .option("--actor <who>", "only entries with this actor")
    .option("--kind <kind>", "only entries of this type or kind: contact, statement, event, sum, call, ACCUSE …")
    .option("--year <year>", "only entries of this year")
    .option("--limit <n>", "the most reports and entries (default: 20)")
    .action(async (words: string[], { actor, kind, year, limit, ...options }: FindOptions) => {
      const joined = words.map((word) => (/\s/.test(word) && !word.includes('"') ? `"${word}"` : word)).join(" ");
      const input = { words: joined, actor, kind, year, ...(limit === undefined ? {} : { limit: Number(limit) }) };
      await answer(find, input, options, (page, found) => {
        page.answer(found.sentence);
        putFacets(page, found.facets);
        if (found.entries.length > 0) page.heading("Entries", `${found.total}`);
        for (const entry of found.entries) {
          page.entry(
            capital(entry.type),
            "plain",
            entry.actors.map(({ name }) => name).join(", ") || "nobody named",
            entry.kind,
          );
          page.evidence(entry.evidence, 1);
        }
        if (found.reports.length > 0) page.heading("Reports", `${found.reports.length}`);
        for (const { title, report, published, snippet } of found.reports) {
          page.entry("Report", "plain", title ?? report.slice(0, 12), published && dayWithWeekday(published));
          page.detail(snippet);
        }
      });
    });
}

function putFacets(page: Page, facets: z.output<typeof find.output>["facets"]): void {
  const shown = { ...facets, actors: facets.actors.map(({ name, count }) => ({ value: name, count })) };
  for (const [name, counts] of Object.entries(shown)) {
    if (counts.length > 0)
      page.detail(
        `${capital(name)}: ${counts
          .slice(0, 8)
          .map(({ value, count }) => `${value} ${count}`)
          .join(", ")}`,
      );
  }
}
