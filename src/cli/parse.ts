import type { Command } from "commander";
import { InputError } from "../record/errors.ts";
import { loadReport } from "../source/load.ts";
import { type ConlluSentence, readConllu, writeConllu } from "../syntax/conllu.ts";
import { print } from "./output.ts";

interface ParseOptions {
  readonly conllu?: true;
  readonly allowPrivate?: true;
}

const HELP = `
Examples:
  chancery parse report.txt
  echo "Macron phoned Putin on Monday." | chancery parse -
  chancery parse --conllu gold.conllu > parsed.conllu`;

/** `chancery parse`: sentences, tags, lemmas and dependency trees as CoNLL-U. */
export function addParse(program: Command): void {
  program
    .command("parse")
    .summary("print sentences, tags, lemmas and trees as CoNLL-U")
    .description("Print the sentences of a text with tags, lemmas and dependency trees, as CoNLL-U.")
    .argument("[where]", 'a path, an http or https address, or "-" for standard input', "-")
    .option("--conllu", "the input is CoNLL-U: keep its words and sentences, and print its comments again")
    .option("--allow-private", "let an address lead to private and loopback hosts")
    .addHelpText("after", HELP)
    .action(async (where: string, options: ParseOptions) => {
      const { text } = await loadReport(where, { allowPrivate: options.allowPrivate });
      const { parseText, parseTokens } = await import("../syntax/parse.ts");
      if (!options.conllu) return print(writeConllu(parseText(text).sentences, text));
      const sentences = conlluOf(text);
      for (const [i, sentence] of sentences.entries()) {
        const words = sentence.words.map((word) => word.form);
        const rows = writeConllu([parseTokens(words)], words.join(" "));
        await print((i > 0 ? "\n" : "") + withComments(sentence, rows));
      }
    });
}

function conlluOf(text: string): ConlluSentence[] {
  try {
    const sentences = readConllu(text.replace(/ +$/gm, ""));
    if (sentences.length > 0) return sentences;
  } catch (error) {
    throw new InputError(`The input is not CoNLL-U: ${(error as Error).message}.`);
  }
  throw new InputError("The input is not CoNLL-U: it has no sentence.");
}

/** A sentence's new rows under its own comments. */
function withComments(sentence: ConlluSentence, rows: string): string {
  return sentence.comments.map((comment) => `# ${comment}\n`).join("") + rows.replace(/^#.*\n/gm, "");
}
