import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { parse } from "yaml";
import * as z from "zod";
import { textFormat } from "../formats/text.ts";
import { DataError } from "../record/errors.ts";
import { loadReport } from "../source/load.ts";
import { print } from "./output.ts";
import { terminal } from "./terminal.ts";

const FOLDER = new URL("../../examples/", import.meta.url);

const Index = z.array(
  z.object({
    file: z.string(),
    title: z.string().nullish(),
    published: z.string().nullish(),
    kind: z.string().nullish(),
  }),
);

/** `chancery examples`: the records of the reports that come with Chancery. */
export function addExamples(program: Command): void {
  program
    .command("examples")
    .summary("read the example reports that come with Chancery")
    .description("Read the reports in examples/, written for this project, and print their records.")
    .option("--why", "add the rule behind each value, and whether it was stated or inferred")
    .addHelpText("after", "\nExamples:\n  chancery examples | less")
    .action(async (options: { readonly why?: true }) => {
      const { rulesReader } = await import("../readers/rules.ts");
      for (const [i, example] of index().entries()) {
        const path = fileURLToPath(new URL(example.file, FOLDER));
        const loaded = await loadReport(path, { published: example.published ?? undefined });
        const report = { ...loaded, title: loaded.title ?? example.title ?? null };
        const heading = `examples/${example.file}${example.kind ? ` (${example.kind})` : ""}`;
        const text = textFormat(report, rulesReader.read(report), {
          ...terminal(),
          heading,
          why: options.why === true,
        });
        await print(i > 0 ? `\n\n${text}` : text);
      }
    });
}

function index(): z.infer<typeof Index> {
  try {
    return Index.parse(parse(readFileSync(new URL("index.yaml", FOLDER), "utf8")));
  } catch (error) {
    throw new DataError(`examples/index.yaml is missing or malformed (${(error as Error).message.split("\n")[0]}).`);
  }
}
