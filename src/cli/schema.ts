import type { Command } from "commander";
import { recordJsonSchema } from "../record/schema.ts";
import { print } from "./output.ts";

/** `chancery schema`: the JSON Schema of a record. */
export function addSchema(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of a record")
    .description("Print the JSON Schema (draft 2020-12) of the records that `read --format json` and `--jsonl` print.")
    .addHelpText("after", "\nExamples:\n  chancery schema > record.schema.json")
    .action(() => print(`${JSON.stringify(recordJsonSchema(), null, 2)}\n`));
}
