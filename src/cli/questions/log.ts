import { type Command, Option } from "commander";
import { log } from "../../desk/questions/log.ts";
import { ContactKind, ContactStatus } from "../../record/schema.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putEncounter } from "./encounter.ts";

interface LogOptions extends Common {
  readonly limit?: string;
  readonly [filter: string]: unknown;
}

/** `chancery log`. */
export function addLog(program: Command): void {
  questionCommand(program, log, ["log --actor Macron --with Putin", "log --kind call --since 2025-01-01 --place Paris"])
    .option("--actor <who>", "a party: a name, office or state")
    .option("--with <who>", "another party beside it")
    .addOption(new Option("--kind <kind>", "only contacts of this kind").choices(ContactKind.options))
    .addOption(new Option("--status <status>", "only contacts of this status").choices(ContactStatus.options))
    .option("--since <day>", "first day, YYYY-MM-DD")
    .option("--until <day>", "last day, YYYY-MM-DD")
    .option("--place <place>", "a city, or a state by its name")
    .option("--limit <n>", "the most entries (default: 50)")
    .action(async ({ store, json, limit, ...filters }: LogOptions) => {
      const input = { ...filters, ...(limit === undefined ? {} : { limit: Number(limit) }) };
      await answer(log, input, { ...(store && { store }), ...(json && { json }) }, (page, found) => {
        page.answer(found.sentence, found.asked.actor, found.asked.with);
        for (const one of found.encounters) putEncounter(page, one, 1);
      });
    });
}
