import { type Command, Option } from "commander";
import { last } from "../../desk/questions/last.ts";
import { Medium } from "../../record/schema.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putEncounter } from "./encounter.ts";

/** `chancery last A B`. */
export function addLast(program: Command): void {
  questionCommand(program, last, ["last Macron Putin", 'last "the French president" Putin --by phone'])
    .argument("<a>", "a name, office or state")
    .argument("<b>", "the other")
    .addOption(new Option("--by <medium>", "only contacts of this medium").choices(Medium.options))
    .action(async (a: string, b: string, options: Common & { readonly by?: string }) => {
      await answer(last, { a, b, by: options.by }, options, (page, found) => {
        page.answer(found.sentence, found.asked.a, found.asked.b);
        if (found.last) putEncounter(page, found.last);
        if (found.other_media) {
          page.heading("Later", "by another medium");
          putEncounter(page, found.other_media);
        }
        if (found.maybe_later.length > 0) {
          page.heading("Perhaps later", "held, on days that no report tells");
          for (const one of found.maybe_later.slice(0, 5)) putEncounter(page, one, 1);
        }
        if (found.before.length > 0) {
          page.heading("Before", `${found.count} in all`);
          for (const one of found.before) putEncounter(page, one, 1);
        }
      });
    });
}
