import { ChanceryError, UsageError } from "../src/record/errors.ts";

/** The benchmarks by name; each prints a table and a last line of JSON. */
const BENCHES: Readonly<Record<string, () => Promise<{ main: (args: string[]) => Promise<void> | void }>>> = {
  gold: () => import("./gold.ts"),
  times: () => import("./times.ts"),
  plover: () => import("./plover.ts"),
  syntax: () => import("./syntax.ts"),
  readouts: () => import("./readouts.ts"),
  speed: () => import("./speed.ts"),
  encounters: () => import("./encounters.ts"),
  store: () => import("./store.ts"),
};

const USAGE = `usage: npm run -s bench -- NAME …
  gold DIR [--only LIST] [--without LIST] [--misses] strict and soft F1 on annotated reports
  times FILE                                         TIMEX3 span and value F1
  plover FILE [--folds 5] [--out FILE]               PLOVER type, macro-F1
  syntax FILE...                                     XPOS, UAS, LAS, tokens a second
  readouts FILE [--misses]                           share of readouts whose title's contact is read from the text
  encounters FILE...                                 precision and recall of joining contacts across reports
  speed [FILE]                                       tokens a second through the whole reader, peak memory
  store [--reports FILE] [--gold DIR] [--times N]    rate, size, and each question's p50 and p99 on a store`;

const [name = "", ...args] = process.argv.slice(2);
try {
  const bench = BENCHES[name];
  if (!bench) throw new UsageError(USAGE);
  await (await bench()).main(args);
} catch (error) {
  if (!(error instanceof ChanceryError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
