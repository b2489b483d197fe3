import type { Command } from "commander";
import { said } from "../../desk/questions/said.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putStatement } from "./encounter.ts";

interface SaidOptions extends Common {
  readonly limit?: string;
  readonly [filter: string]: unknown;
}

const MODES = { direct: "Quoted", mixed: "In part", indirect: "Reported" } as const;

/** `chancery said A`. */
export function addSaid(program: Command): void {
  questionCommand(program, said, ["said Macron --about ceasefire", "said Putin --via Peskov"])
    .argument("<a>", "a name, office or state")
    .option("--about <topic>", "a topic, or words that must be in it")
    .option("--to <who>", "who was addressed")
    .option("--via <who>", "the spokesman or medium that relays it")
    .option("--since <day>", "first day, YYYY-MM-DD")
    .option("--until <day>", "last day, YYYY-MM-DD")
    .option("--limit <n>", "the most statements (default: 50)")
    .action(async (a: string, { store, json, limit, ...filters }: SaidOptions) => {
      const input = { a, ...filters, ...(limit === undefined ? {} : { limit: Number(limit) }) };
      await answer(said, input, { ...(store && { store }), ...(json && { json }) }, (page, found) => {
        page.answer(found.sentence, found.asked.a, found.asked.to, found.asked.via);
        for (const one of found.statements)
          putStatement(page, one, MODES[one.mode], one.topics.length > 0 ? one.topics.join(", ") : null);
      });
    });
}
