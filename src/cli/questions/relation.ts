import type { Command } from "commander";
import type * as z from "zod";
import { relation } from "../../desk/questions/relation.ts";
import { timeInWords } from "../../desk/questions/words.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putAct, putEncounter } from "./encounter.ts";
import type { Page } from "./page.ts";

interface RelationOptions extends Common {
  readonly since?: string;
  readonly until?: string;
}

const SHOWN = 5;
type Found = z.output<typeof relation.output>;

/** `chancery relation A B`. */
export function addRelation(program: Command): void {
  questionCommand(program, relation, ["relation France Russia", "relation Macron Putin --since 2025-01-01"])
    .argument("<a>", "a name, office or state")
    .argument("<b>", "the other")
    .option("--since <day>", "first day, YYYY-MM-DD")
    .option("--until <day>", "last day, YYYY-MM-DD")
    .action(async (a: string, b: string, { since, until, ...options }: RelationOptions) => {
      await answer(relation, { a, b, since, until }, options, (page, found) => {
        page.answer(found.sentence, found.asked.a, found.asked.b);
        putTone(page, found);
        const { held, planned, possible, negated, newest } = found.contacts;
        if (newest.length > 0) {
          page.heading("Contacts", `${held} held, ${planned} planned, ${possible} possible, ${negated} not held`);
          for (const one of newest.slice(0, SHOWN)) putEncounter(page, one, 1);
        }
        const [nameA, nameB] = [found.asked.a.actor.name, found.asked.b.actor.name];
        putActs(page, `${nameA} to ${nameB}`, found.a_to_b);
        putActs(page, `${nameB} to ${nameA}`, found.b_to_a);
      });
    });
}

function putTone(page: Page, { tone, asked }: Found): void {
  if (tone.length === 0) return;
  const [a, b] = [asked.a.actor.name, asked.b.actor.name];
  page.heading("Tone", "mean of the acts each way, -10 hostile to 10 friendly (lexicon/tone.tsv)");
  for (const { period, a_to_b, b_to_a, contacts } of tone) {
    const way = (value: number | null): string => (value === null ? "–" : value.toFixed(1));
    page.detail(
      `${timeInWords(period)}: ${a} → ${b} ${way(a_to_b)}`,
      `${b} → ${a} ${way(b_to_a)}`,
      contacts > 0 && `${contacts} contact${contacts === 1 ? "" : "s"}`,
    );
  }
}

function putActs(page: Page, title: string, { support, criticism, requests, totals }: Found["a_to_b"]): void {
  if (support.length + criticism.length + requests.length === 0) return;
  page.heading(title, `${totals.support} of support, ${totals.criticism} of criticism, ${totals.requests} requests`);
  for (const act of [...support.slice(0, SHOWN), ...criticism.slice(0, SHOWN), ...requests.slice(0, 2)])
    putAct(page, act);
}
