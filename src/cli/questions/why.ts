import type { Command } from "commander";
import type * as z from "zod";
import { why } from "../../desk/questions/why.ts";
import { statusInWords, timeInWords } from "../../desk/questions/words.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { capital, putEncounter } from "./encounter.ts";
import type { Page } from "./page.ts";

type Pair = z.output<typeof why.output>["joined"][number];

/** `chancery why ENCOUNTER`. */
export function addWhy(program: Command): void {
  questionCommand(program, why, ["why x1234567890ab", "why x1234567890ab --json"])
    .argument("<encounter>", "id of an encounter, as `chancery log` shows it, or its start")
    .action(async (encounter: string, options: Common) => {
      await answer(why, { encounter }, options, (page, found) => {
        page.answer(found.sentence);
        putEncounter(page, found.encounter, 8);
        if (found.life.length > 1) {
          page.heading("Life", "as the reports have it, in order");
          for (const { status, published, entry } of found.life)
            page.detail(`${published ? timeInWords(published) : "undated"}: ${statusInWords(status)}`, entry);
        }
        if (found.values.length > 0) page.heading("Values", "and how many reports say them");
        for (const { field, value, evidence } of found.values)
          page.detail(`${field}: ${value}`, `${new Set(evidence.map(({ report }) => report)).size}`);
        putPairs(page, "Joined", "entries of this encounter, two by two", found.joined);
        putPairs(page, "Near misses", "entries that might have been of it", found.near_misses);
      });
    });
}

const SHOWN = 20;

function putPairs(page: Page, title: string, gloss: string, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return;
  page.heading(title, gloss);
  for (const { a, b, joined, score, rules } of pairs.slice(0, SHOWN)) {
    page.entry(
      joined ? "Joined" : "Apart",
      joined ? "sure" : "open",
      `“${a.quote}” and “${b.quote}”`,
      score?.toFixed(1),
    );
    for (const { rule, weight, why: reason } of rules)
      page.detail(
        `${capital(rule)}${weight === null ? " keeps them apart" : ` ${weight > 0 ? "+" : ""}${weight}`}: ${reason}`,
      );
    page.evidence([a, b], 2);
  }
  if (pairs.length > SHOWN) page.paragraph(`${pairs.length - SHOWN} more; --json has all.`);
}
