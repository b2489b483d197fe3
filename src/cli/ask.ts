import type { Command } from "commander";
import { ask as question } from "../desk/ask/ask.ts";
import { askText } from "../desk/ask/text.ts";
import { ask } from "../desk/desk.ts";
import { UsageError } from "../record/errors.ts";
import { isoDate } from "../source/dates.ts";
import { EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { STORE_HELP, storeOption, withStore } from "./store.ts";
import { terminal } from "./terminal.ts";

interface AskOptions {
  readonly store?: string;
  readonly today?: string;
  readonly json?: true;
}

const HELP = `${STORE_HELP}
Exit code 2: the question was not understood, or a name in it is of nobody in the record or of several.

Examples:
  chancery ask "When did Macron and Putin last speak?"
  chancery ask How often did Macron call Zelenskyy in 2022
  chancery ask "What is planned next month?" --today 2027-10-20 --json`;

/** `chancery ask`: a question in plain English, answered from the store. */
export function addAsk(program: Command): void {
  program
    .command("ask")
    .summary("answer a question in plain English")
    .description(
      "Answer a question in plain English from the store, with the reports' words, and show how it was read.",
    )
    .argument("<question...>", "the question; quotation marks around it keep the shell from its question mark")
    .addOption(storeOption())
    .option("--today <date>", 'the day from which "last week" is counted, YYYY-MM-DD (default: the system\'s date)')
    .option("--json", "print JSON")
    .addHelpText("after", HELP)
    .action(async (words: string[], options: AskOptions) => {
      const today = todayOf(options.today);
      process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
        const { answer, texts } = await ask(store, question, { question: words.join(" "), today });
        await print(options.json ? `${JSON.stringify(answer, null, 2)}\n` : askText(answer, { ...terminal(), texts }));
        return answer.outcome === "answered" || answer.outcome === "not-in-record" ? EXIT.ok : EXIT.usage;
      });
    });
}

/** The day that was given, else the system's. */
export function todayOf(given: string | undefined): string {
  const day = isoDate(given?.trim() ?? new Date().toISOString().slice(0, 10));
  if (day) return day;
  throw new UsageError(`--today must be a real day as YYYY-MM-DD, such as 2025-12-21; "${given}" is not.`);
}
