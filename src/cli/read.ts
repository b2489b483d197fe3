import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { textFormat } from "../formats/text.ts";
import { UsageError } from "../record/errors.ts";
import type { Record } from "../record/schema.ts";
import { publishedOption } from "../source/dates.ts";
import { type LoadOptions, loadReport } from "../source/load.ts";
import type { Report } from "../source/report.ts";
import { complain, EXIT, exitCode } from "./exit.ts";
import { print } from "./output.ts";
import { readStream } from "./stream.ts";
import { terminal } from "./terminal.ts";

interface ReadOptions {
  readonly published?: string;
  readonly format?: "text" | "json";
  readonly allowPrivate?: true;
  readonly why?: true;
  readonly jsonl?: true;
  readonly workers?: number;
  readonly maxSize: number;
}

const HELP = `
Examples:
  chancery read report.txt --published 2025-12-21
  chancery read https://example.org/news/1 --format json
  pdftotext report.pdf - | chancery read -
  chancery read --jsonl rows.jsonl > records.jsonl

A row of a --jsonl stream is {"id", "published", "text", "title"?, "publisher"?, "url"?}; its answer is
{"id", ...record}, or {"id", "row", "error"}, in the same order.`;

/** `chancery read`: reports in, records out. */
export function addRead(program: Command): void {
  program
    .command("read")
    .summary("read reports into records")
    .description("Read reports (text, HTML, PDF) and print who met, called, visited, said, did and paid what.")
    .argument("[where...]", 'paths, http or https addresses, or "-" for standard input (the default)')
    .option(
      "-p, --published <date>",
      "day of publication, YYYY-MM-DD; without it a page's own date is used, never today's",
    )
    .addOption(new Option("-f, --format <format>", "how records are printed (default: text)").choices(["text", "json"]))
    .option("--why", "in text, add the rule behind each value, and whether it was stated or inferred")
    .option("--jsonl", "read a stream of JSON rows and print one record a line, in the same order")
    .addOption(new Option("--workers <n>", "threads for --jsonl (default: one a core)").argParser(positive))
    .addOption(new Option("--max-size <mb>", "the most megabytes of a file or row").argParser(positive).default(64))
    .option("--allow-private", "let addresses lead to private and loopback hosts")
    .addHelpText("after", HELP)
    .action(async (where: string[], options: ReadOptions) => {
      process.exitCode = options.jsonl ? await streamRows(where, options) : await readAll(where, options);
    });
}

async function streamRows(where: string[], options: ReadOptions): Promise<number> {
  if (where.length > 1) throw new UsageError("--jsonl reads one stream at a time; use cat to join files.");
  if (options.published)
    throw new UsageError('--jsonl takes the date from each row\'s "published"; leave out --published.');
  if (options.format === "text" || options.why)
    throw new UsageError("--jsonl prints JSON; leave out --format text and --why.");
  const from = where[0] ?? "-";
  if (from === "-") hintOnTerminal();
  const maxRow = options.maxSize * 1024 * 1024;
  return readStream(from, { workers: options.workers ?? availableParallelism(), maxRow });
}

async function readAll(where: string[], options: ReadOptions): Promise<number> {
  if (options.workers) throw new UsageError("--workers goes with --jsonl.");
  const places = where.length === 0 ? ["-"] : where;
  const load: LoadOptions = {
    published: options.published === undefined ? undefined : publishedOption(options.published),
    allowPrivate: options.allowPrivate,
    maxBytes: options.maxSize * 1024 * 1024,
  };
  const { rulesReader } = await import("../readers/rules.ts");
  let code: number = EXIT.ok;
  for (const place of places) {
    try {
      if (place === "-") hintOnTerminal();
      const report = await loadReport(place, load);
      await print(printed(report, rulesReader.read(report), place, places.length, options));
    } catch (error) {
      complain(error, place === "-" ? undefined : place);
      code = code === EXIT.ok || code === EXIT.input ? exitCode(error) : code;
    }
  }
  return code;
}

/** One record alone is a JSON document; several are JSON Lines with the place as `id`, as `--jsonl` prints them. */
function printed(report: Report, record: Record, place: string, count: number, options: ReadOptions): string {
  if (options.format !== "json") {
    const heading = count > 1 ? { heading: place } : {};
    return textFormat(report, record, { ...terminal(), ...heading, why: options.why === true });
  }
  return count > 1 ? `${JSON.stringify({ id: place, ...record })}\n` : `${JSON.stringify(record, null, 2)}\n`;
}

function hintOnTerminal(): void {
  if (process.stdin.isTTY) process.stderr.write("Reading from the terminal; end with Ctrl-D.\n");
}

function positive(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 4096)
    throw new InvalidArgumentError("It must be a whole number from 1 to 4096.");
  return number;
}
