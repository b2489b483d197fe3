import { type Command, Option } from "commander";
import { brief as question } from "../desk/brief/brief.ts";
import { briefHtml } from "../desk/brief/html.ts";
import { briefMarkdown } from "../desk/brief/markdown.ts";
import { ask } from "../desk/desk.ts";
import { todayOf } from "./ask.ts";
import { EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { STORE_HELP, storeOption, withStore } from "./store.ts";

interface BriefOptions {
  readonly store?: string;
  readonly today?: string;
  readonly format: "md" | "html" | "json";
}

const HELP = `${STORE_HELP}
Exit code 2: a name is of nobody in the record, or of several.

Examples:
  chancery brief Macron Putin
  chancery brief France Türkiye --format html > brief.html`;

/** `chancery brief`: one page before a call. */
export function addBrief(program: Command): void {
  program
    .command("brief")
    .summary("write one page before a call")
    .description(
      "Write what two actors last did, say, plan and promise, each sentence with the report's words it rests on.",
    )
    .argument("<a>", "a name, office or state")
    .argument("<b>", "another")
    .addOption(storeOption())
    .addOption(new Option("-f, --format <format>", "how it is written").choices(["md", "html", "json"]).default("md"))
    .option("--today <date>", "the day that the brief is for, YYYY-MM-DD (default: the system's date)")
    .addHelpText("after", HELP)
    .action(async (a: string, b: string, options: BriefOptions) => {
      const today = todayOf(options.today);
      process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
        const { answer, texts } = await ask(store, question, { a, b, today });
        const { format } = options;
        await print(
          format === "html"
            ? briefHtml(answer, texts)
            : format === "md"
              ? briefMarkdown(answer, texts)
              : `${JSON.stringify(answer, null, 2)}\n`,
        );
        return EXIT.ok;
      });
    });
}
