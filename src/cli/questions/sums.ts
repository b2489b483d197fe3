import type { Command } from "commander";
import type * as z from "zod";
import { type SumView, sums } from "../../desk/questions/sums.ts";
import { readableAmount, timeInWords } from "../../desk/questions/words.ts";
import type { Tone } from "../../formats/sheet.ts";
import type { EventStatus } from "../../record/schema.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import type { Page } from "./page.ts";

interface SumOptions extends Common {
  readonly from?: string;
  readonly to?: string;
  readonly purpose?: string;
  readonly since?: string;
  readonly until?: string;
}

const STATUS: Readonly<Record<EventStatus, readonly [string, Tone]>> = {
  actual: ["Done", "sure"],
  planned: ["Planned", "coming"],
  possible: ["Possible", "open"],
  negated: ["Not done", "against"],
};

/** `chancery sums`. */
export function addSums(program: Command): void {
  questionCommand(program, sums, ["sums --to Ukraine", "sums --from EU --purpose loan"])
    .option("--from <who>", "who gives")
    .option("--to <who>", "who gets")
    .option("--purpose <words>", "words of the purpose, or a topic")
    .option("--since <day>", "published on or after, YYYY-MM-DD")
    .option("--until <day>", "published on or before, YYYY-MM-DD")
    .action(async ({ from, to, purpose, since, until, ...options }: SumOptions) => {
      await answer(sums, { from, to, purpose, since, until }, options, (page, found) => {
        page.answer(found.sentence, found.asked.from, found.asked.to);
        for (const one of found.sums) putSum(page, one);
      });
    });
}

/** A sum with who gives and gets it. */
export function putSum(page: Page, one: z.output<typeof SumView>): void {
  const upper = one.amount_to === null ? "" : ` to ${readableAmount(one.amount_to)}`;
  const way = `${one.from ? ` from ${one.from.name}` : ""}${one.to ? ` to ${one.to.name}` : ""}`;
  page.entry(
    ...STATUS[one.status],
    `${one.currency} ${readableAmount(one.amount)}${upper}`,
    `${one.purpose ?? "purpose not told"}${way}`,
    one.first && `first reported ${timeInWords(one.first)}`,
    one.currency_inferred && "currency inferred",
  );
  page.evidence(one.evidence);
}
