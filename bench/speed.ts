import { readFileSync } from "node:fs";
import { readReport } from "../src/reading/read.ts";
import { parseText } from "../src/syntax/parse.ts";
import { jsonLines } from "./lines.ts";

interface Row {
  readonly text: string;
  readonly published?: string | null;
}

/** The project's own example reports, over and over, where no file is given: about as many tokens as a short book. */
function exampleRows(): Row[] {
  const names = ["agency-report", "readout", "communique", "first-person-release", "interview"];
  const rows = names.map((n) => ({
    text: readFileSync(new URL(`../examples/${n}.txt`, import.meta.url), "utf8"),
    published: "2027-03-12",
  }));
  return Array.from({ length: 40 }, () => rows).flat();
}

/** Seconds of processor time, all threads of the process together: a busy machine does not change them much. */
const seconds = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

/**
 * `bench speed [FILE.jsonl[.gz]] [--rows N]`: tokens a second through the whole reader on one core, syntax alone, and
 * wink-nlp merely tagging the same texts in the same run, all by processor time; peak memory of the process.
 */
export async function main(args: string[]): Promise<void> {
  const [file] = args.filter((a, i) => !a.startsWith("--") && args[i - 1] !== "--rows");
  const limit = args.includes("--rows") ? Number(args[args.indexOf("--rows") + 1]) : 300;
  const rows = (file ? jsonLines<Row>(file) : exampleRows()).slice(0, limit);
  for (const row of rows.slice(0, 20)) readReport(row.text, { published: row.published ?? null });
  let tokens = 0;
  const syntax = seconds(() => {
    for (const row of rows) for (const s of parseText(row.text).sentences) tokens += s.tokens.length;
  });
  const reader = seconds(() => {
    for (const row of rows) readReport(row.text, { published: row.published ?? null });
  });
  const peak = process.resourceUsage().maxRSS / 1024;
  const { default: wink } = await import("wink-nlp");
  const { default: model } = await import("wink-eng-lite-web-model");
  const nlp = wink(model, ["sbd", "pos"]);
  nlp.readDoc(rows[0]!.text);
  let tagged = 0;
  const tagging = seconds(() => {
    for (const row of rows) tagged += nlp.readDoc(row.text).tokens().length();
  });
  const figures = {
    texts: rows.length,
    tokens,
    reader: tokens / reader,
    syntax: tokens / syntax,
    winkTagging: tagged / tagging,
    peakMB: peak,
  };
  console.log(`${rows.length} texts, ${tokens} tokens, one core`);
  console.log("what                          tokens/s");
  console.log(`whole reader            ${figures.reader.toFixed(0).padStart(14)}`);
  console.log(`syntax alone            ${figures.syntax.toFixed(0).padStart(14)}`);
  console.log(`wink-nlp, tagging only  ${figures.winkTagging.toFixed(0).padStart(14)}`);
  console.log(`peak memory before wink-nlp ${peak.toFixed(0)} MB`);
  console.log(JSON.stringify({ bench: "speed", ...figures }));
}

if (import.meta.main) await main(process.argv.slice(2));
