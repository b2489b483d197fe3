import type { Command } from "commander";
import { type Change, positions } from "../../desk/questions/positions.ts";
import { timeInWords } from "../../desk/questions/words.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { capital, putStatement } from "./encounter.ts";
import type { Page } from "./page.ts";

interface PositionOptions extends Common {
  readonly topic?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Topics shown where none was asked for. */
const MOST_TOPICS = 12;
const NEWEST = 5;

/** `chancery positions A`. */
export function addPositions(program: Command): void {
  questionCommand(program, positions, ["positions Macron", "positions Putin --topic ceasefire"])
    .argument("<a>", "a name, office or state")
    .option("--topic <topic>", "a topic of lexicon/topics.tsv, or words of one")
    .option("--since <day>", "first day, YYYY-MM-DD")
    .option("--until <day>", "last day, YYYY-MM-DD")
    .action(async (a: string, { topic, since, until, ...options }: PositionOptions) => {
      await answer(positions, { a, topic, since, until }, options, (page, found) => {
        page.answer(found.sentence, found.asked.a);
        for (const ledger of found.topics.slice(0, topic ? undefined : MOST_TOPICS)) {
          page.heading(ledger.topic, `${ledger.total} statement${ledger.total === 1 ? "" : "s"}`);
          for (const change of ledger.changes) putChange(page, change);
          const shown = new Set(ledger.changes.flatMap(({ before, after }) => [before?.statement, after.statement]));
          const rest = ledger.positions.filter(({ statement }) => !shown.has(statement));
          for (const { statement } of rest.slice(-NEWEST)) putStatement(page, statement, timeOf(statement.day));
        }
        if (!topic && found.topics_total > MOST_TOPICS)
          page.paragraph(`\n${found.topics_total - MOST_TOPICS} more topics; --topic asks for one.`);
      });
    });
}

const timeOf = (day: string | null): string => (day ? timeInWords(day.slice(0, 4)) : "");

/** A change of position with both quotations; `about` says whose and on what. */
export function putChange(page: Page, { kind, before, after, why }: Change, about?: string): void {
  const label = kind === "first-mention" ? "First" : capital(kind);
  if (before) {
    page.entry(label, "open", about ?? why, about && why);
    putStatement(page, before.statement, "Before");
  }
  putStatement(page, after.statement, before ? "After" : label, before ? null : (about ?? null));
}
