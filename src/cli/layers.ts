import { userInfo } from "node:os";
import { type Command, Option } from "commander";
import { UsageError } from "../record/errors.ts";
import type { AnyEntry, Change, EntryType, LayerBody, LayerState, Store } from "../store/index.ts";
import { print } from "./output.ts";
import { STORE_HELP, storeOption, withStore } from "./store.ts";

interface Options {
  readonly store?: string;
  readonly reason?: string;
  readonly author?: string;
  readonly json?: true;
  readonly report?: string;
  readonly into?: string;
  readonly reports?: readonly string[];
}

const ENTRY = "the entry's key, as answers and `chancery entries` show it";
const TYPES = ["contact", "statement", "event", "sum"] as const;

/** The commands by which people correct what was read, and see what was corrected. */
export function addLayers(program: Command): void {
  changing(program, "correct", "put another value over one that was read", ["correct 1f0c…  date 2025-12-18"])
    .argument("<entry>", ENTRY)
    .argument("<field>", "the field's name in the record's schema")
    .argument("<value>", 'the value, as JSON or plain words ("null" for none)')
    .action((key: string, field: string, value: string, options: Options) =>
      change(options, () => ({ type: "correct", key, field, becomes: jsonOrWords(value) })),
    );
  changing(program, "confirm", "say that an entry was read rightly", ["confirm 1f0c…"])
    .argument("<entry>", ENTRY)
    .action((key: string, options: Options) => change(options, () => ({ type: "confirm", key })));
  changing(program, "remove", "take an entry out of the record", ["remove 1f0c…"])
    .argument("<entry>", ENTRY)
    .action((key: string, options: Options) => change(options, () => ({ type: "remove", key })));
  changing(program, "enter", "put an entry into the record that was not read", ["enter contact 9a3b17 '{…}'"])
    .argument("<type>", TYPES.join(", "))
    .argument("<report>", "the report's id, or its first characters")
    .argument("<entry>", "the entry as JSON, by the record's schema")
    .action((type: string, report: string, entry: string, options: Options) =>
      change(options, () => ({ type: "add", entryType: typeOf(type), report, entry: jsonOrWords(entry) as AnyEntry })),
    );
  changing(program, "merge", "say that several names are one actor's", ["merge Macron --into 'Emmanuel Macron'"])
    .argument("<names...>", "the names")
    .addOption(into())
    .action((names: string[], options: Options) =>
      change(options, () => ({ type: "merge", names, into: options.into ?? "" })),
    );
  changing(program, "split", "say that a name is another actor's in some reports", [
    "split 'George Bush' --into 'George H. W. Bush' --reports 9a3b17 77c0de",
  ])
    .argument("<name>", "the name")
    .addOption(into())
    .addOption(new Option("--reports <ids...>", "the reports in which it is the other's").makeOptionMandatory())
    .action((name: string, options: Options) =>
      change(options, async (store) => ({
        type: "split",
        name,
        into: options.into ?? "",
        reports: await wholeIds(store, options.reports ?? []),
      })),
    );
  changing(program, "undo", "undo a correction, merge, removal or undoing", ["undo 12"])
    .argument("<layer>", "its number, as `chancery layers` shows it")
    .action((layer: string, options: Options) => change(options, () => ({ type: "undo", layer: numberOf(layer) })));
  addList(program);
}

const into = (): Option => new Option("--into <name>", "the name under which it is kept").makeOptionMandatory();

function changing(program: Command, name: string, summary: string, examples: readonly string[]): Command {
  const lines = examples.map((line) => `  chancery ${line} --reason "the ministry's own release"`).join("\n");
  return program
    .command(name)
    .summary(summary)
    .description(
      `${summary[0]!.toUpperCase()}${summary.slice(1)}. What was read stays; \`chancery undo\` takes it back.`,
    )
    .addOption(storeOption())
    .requiredOption("--reason <words>", "why")
    .option("--author <name>", "who says so (default: CHANCERY_AUTHOR, else the user's name)")
    .option("--json", "print the layer as JSON")
    .addHelpText("after", `${STORE_HELP}\n\nExamples:\n${lines}`);
}

async function change(options: Options, make: (store: Store) => Change | Promise<Change>): Promise<void> {
  const author = options.author ?? process.env.CHANCERY_AUTHOR ?? userInfo().username;
  process.exitCode = await withStore(options.store, { mustExist: true }, async (store) => {
    const layer = await store.change(await make(store), { author, reason: options.reason ?? "" });
    await print(options.json ? `${JSON.stringify(layer)}\n` : `${layerLine(layer)}\n`);
    return 0;
  });
}

async function wholeIds(store: Store, starts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const start of starts) {
    const report = await store.report(start);
    if (!report) throw new UsageError(`There is no report ${start}.`);
    ids.push(report.id);
  }
  return ids;
}

/** JSON where it is that, else the words themselves. */
function jsonOrWords(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function typeOf(text: string): EntryType {
  const type = TYPES.find((one) => one === text);
  if (!type) throw new UsageError(`"${text}" is no type of entry; there are ${TYPES.join(", ")}.`);
  return type;
}

function numberOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is no number of a layer; \`chancery layers\` lists them.`);
}

function addList(program: Command): void {
  program
    .command("layers")
    .summary("list what people changed")
    .description("List what people changed, with who, when and why, the oldest first.")
    .addOption(storeOption())
    .option("--report <id>", "only what is about one report")
    .option("--json", "print JSON")
    .addHelpText("after", `${STORE_HELP}\n\nExamples:\n  chancery layers --report 9a3b17`)
    .action(async (options: Options) => {
      process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
        const layers = await store.layers({ report: options.report });
        if (options.json) await print(`${JSON.stringify(layers, null, 2)}\n`);
        else await print(layers.length > 0 ? `${layers.map(layerLine).join("\n")}\n` : "Nothing was changed.\n");
        return 0;
      });
    });
  program
    .command("entries")
    .summary("list a report's entries with their keys")
    .description("List the entries of a report as they stand, with the keys by which they are corrected.")
    .argument("<report>", "the report's id, or its first characters")
    .addOption(storeOption())
    .option("--json", "print JSON")
    .addHelpText("after", `${STORE_HELP}\n\nExamples:\n  chancery entries 9a3b17`)
    .action(async (id: string, options: Options) => {
      process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
        const report = await store.report(id);
        if (!report) throw new UsageError(`There is no report ${id}.`);
        if (options.json) await print(`${JSON.stringify(report.entries, null, 2)}\n`);
        else
          for (const { key, type, entry } of report.entries) await print(`${key}  ${type.padEnd(9)}  ${gist(entry)}\n`);
        return 0;
      });
    });
}

function gist(entry: AnyEntry): string {
  if ("parties" in entry)
    return `${entry.status} ${entry.kind} of ${entry.parties.join(", ")}; ${entry.date ?? "no date"}`;
  if ("speaker" in entry) return `${[entry.speaker].flat().join(", ")}: ${entry.content.replace(/\s+/g, " ")}`;
  if ("recipients" in entry)
    return `${entry.status} ${entry.type} by ${entry.actors.join(", ")} to ${entry.recipients.join(", ")}`;
  return `${entry.status} ${entry.text}: ${entry.from ?? "?"} to ${entry.to ?? "?"}`;
}

const layerLine = ({ id, author, at, reason, body, active }: LayerState): string =>
  `${id}  ${at.slice(0, 16).replace("T", " ")}  ${author}: ${did(body)} (${reason})${active ? "" : "  [undone]"}`;

function did(body: LayerBody): string {
  switch (body.type) {
    case "correct":
      return `corrected ${body.field} of ${body.target.type} ${body.target.key} to ${JSON.stringify(body.becomes)}`;
    case "confirm":
      return `confirmed ${body.target.type} ${body.target.key}`;
    case "remove":
      return `removed ${body.target.type} ${body.target.key}`;
    case "add":
      return `entered ${body.entryType} ${body.key}`;
    case "merge":
      return `merged ${body.names.join(", ")} into ${body.into}`;
    case "split":
      return `split ${body.name} in ${body.reports.map((id) => id.slice(0, 12)).join(", ")} off as ${body.into}`;
    case "undo":
      return `undid ${body.layer}`;
  }
}
