import type { Command } from "commander";
import * as z from "zod";
import type { Question } from "../../desk/questions/question.ts";
import { UsageError } from "../../record/errors.ts";
import { EXIT } from "../exit.ts";
import { print } from "../output.ts";
import { STORE_HELP, storeOption, withStore } from "../store.ts";
import { Page } from "./page.ts";

/** What every question's command takes. */
export interface Common {
  readonly store?: string;
  readonly json?: true;
}

/** A command's name, help and examples, with the options that all questions have. */
export function questionCommand(program: Command, question: Question, examples: readonly string[]): Command {
  return program
    .command(question.name)
    .summary(question.summary)
    .description(
      `${capital(question.summary)}. The answer comes first, then the reports' own words; docs/questions.md has the rules.`,
    )
    .addOption(storeOption())
    .option("--json", "print the typed answer as JSON")
    .addHelpText("after", `${STORE_HELP}\n\nExamples:\n${examples.map((line) => `  chancery ${line}`).join("\n")}`);
}

/**
 * Asks the store and prints the answer, as JSON or as `put` lays it on a page. Input that the question refuses is wrong
 * use; an answer that is not in the record is none.
 */
export async function answer<Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
  input: unknown,
  options: Common,
  put: (page: Page, answer: z.output<Output>) => void,
): Promise<void> {
  const checked = question.input.safeParse(input);
  if (!checked.success) throw new UsageError(z.prettifyError(checked.error).replace(/\s*\n\s*/g, " "));
  process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
    const { ask } = await import("../../desk/desk.ts");
    const answered = await ask(store, question, input as z.input<Input>);
    if (options.json) await print(`${JSON.stringify(answered.answer, null, 2)}\n`);
    else {
      const page = new Page(answered.texts);
      put(page, answered.answer);
      await print(page.toString());
    }
    return EXIT.ok;
  });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
