import type { Command } from "commander";
import { upcoming } from "../../desk/questions/upcoming.ts";
import { timeInWords } from "../../desk/questions/words.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putEncounter } from "./encounter.ts";

interface UpcomingOptions extends Common {
  readonly actor?: string;
  readonly with?: string;
  readonly today?: string;
}

/** `chancery upcoming`. */
export function addUpcoming(program: Command): void {
  questionCommand(program, upcoming, ["upcoming --actor Macron", "upcoming --today 2025-12-22"])
    .option("--actor <who>", "a party: a name, office or state")
    .option("--with <who>", "another party beside it")
    .option("--today <day>", "look ahead from this day, YYYY-MM-DD (default: the system's date)")
    .action(async ({ actor, with: other, today, ...options }: UpcomingOptions) => {
      await answer(upcoming, { actor, with: other, today }, options, (page, found) => {
        page.answer(found.sentence, found.asked.actor, found.asked.with);
        for (const { encounter, announced, window_from } of found.coming) {
          putEncounter(page, encounter);
          if (window_from === "none" && announced)
            page.detail(`no time is told; last spoken of ${timeInWords(announced)}`);
        }
        if (found.passed.length === 0) return;
        page.heading("Passed", `${found.passed_total}; no report says what became of them`);
        for (const { encounter } of found.passed.slice(-10)) putEncounter(page, encounter, 1);
      });
    });
}
