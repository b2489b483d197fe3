import { readFileSync } from "node:fs";
import { Command } from "commander";
import { addAdd } from "./add.ts";
import { addAsk } from "./ask.ts";
import { addBrief } from "./brief.ts";
import { addExamples } from "./examples.ts";
import { EXIT_HELP } from "./exit.ts";
import { addFeeds } from "./feeds.ts";
import { addLayers } from "./layers.ts";
import { addParse } from "./parse.ts";
import { addQuestions } from "./questions/index.ts";
import { addRead } from "./read.ts";
import { addReread } from "./reread.ts";
import { addSchema } from "./schema.ts";
import { addServe } from "./serve.ts";
import { addStore } from "./store.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/** The command line with all its commands. Wrong use throws CommanderError after its message was printed. */
export function createProgram(): Command {
  const program = new Command("chancery")
    .description("Reads news reports about diplomacy and keeps the diplomatic record.")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help, or a command's")
    .showHelpAfterError("(--help shows what can be given)")
    .addHelpText(
      "after",
      `\n${EXIT_HELP}\n\nCHANCERY_DEBUG=1 adds stack traces to errors. NO_COLOR=1 turns colour off.`,
    )
    .exitOverride();
  addRead(program);
  addParse(program);
  addSchema(program);
  addExamples(program);
  addAdd(program);
  addFeeds(program);
  addReread(program);
  addStore(program);
  addLayers(program);
  addAsk(program);
  addBrief(program);
  addQuestions(program);
  addServe(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
