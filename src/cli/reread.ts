import { availableParallelism } from "node:os";
import { type Command, Option } from "commander";
import { Batches } from "../intake/batches.ts";
import { inOrder } from "../intake/ordered.ts";
import { Pool } from "../intake/pool.ts";
import type { Item, Store } from "../store/index.ts";
import { complain, EXIT } from "./exit.ts";
import { print } from "./output.ts";
import { progressOn } from "./progress.ts";
import { counted, misfitText, positive, STORE_HELP, storeOption, withStore } from "./store.ts";

interface Options {
  readonly store?: string;
  readonly workers?: number;
}

const HELP = `${STORE_HELP}

What the former reader read stays in the store beside it. Corrections, merges and removals still apply; those that do
not fit what is read now are listed for a person to look at.

Examples:
  chancery reread`;

/** `chancery reread`: reads every report of the store again. */
export function addReread(program: Command): void {
  program
    .command("reread")
    .summary("read every report of the store again with the present reader")
    .description("Read every report of the store again with the present reader; people's corrections still apply.")
    .addOption(storeOption())
    .addOption(new Option("--workers <n>", "threads that read (default: one a core)").argParser(positive))
    .addHelpText("after", HELP)
    .action(async (options: Options) => {
      process.exitCode = await withStore(options.store, {}, (store) =>
        reread(store, options.workers ?? availableParallelism()),
      );
    });
}

const WINDOW = { items: 8, weight: 64 * 1024 * 1024 };
const BATCH = { items: 32, weight: 4 * 1024 * 1024, wait: 1000 };

async function reread(store: Store, workers: number): Promise<number> {
  const { readReport } = await import("../intake/adding.ts");
  const { reports } = await store.info();
  const progress = progressOn(process.stderr, reports);
  const pool = new Pool(workers, new URL("../intake/add-worker.ts", import.meta.url));
  let [read, changed, failed] = [0, 0, 0];
  const batches = new Batches<{ readonly id: string } & Item>(BATCH, async (items) => {
    const answers = await store.rereadAll(items);
    changed += answers.filter((answer) => answer.new).length;
  });
  const one = async (
    id: string,
  ): Promise<({ readonly id: string } & Item) | { readonly id: string; readonly error: unknown }> => {
    const found = (await store.report(id))!;
    return readReport(found.report, pool).then(
      (item) => ({ id, ...item }),
      (error: unknown) => ({ id, error }),
    );
  };
  try {
    await inOrder(
      everyReport(store),
      { ...WINDOW, items: WINDOW.items * workers },
      () => 1,
      one,
      async (answer) => {
        progress.row("error" in answer, 1);
        if ("error" in answer) {
          failed += 1;
          complain(answer.error, answer.id.slice(0, 12));
        } else {
          read += 1;
          await batches.add(answer, answer.report.text.length);
        }
      },
    );
    await batches.end();
  } finally {
    progress.stop();
    await pool.close();
  }
  const misfits = await store.misfits();
  await print(`${counted(read, "report")} read again; ${changed} read otherwise than before.\n${misfitText(misfits)}`);
  return failed > 0 ? EXIT.input : EXIT.ok;
}

/** The ids of all reports, the oldest first. */
async function* everyReport(store: Store): AsyncGenerator<string> {
  let after: string | undefined;
  do {
    const { items, next } = await store.reports({ order: "oldest", limit: 500, after });
    for (const { id } of items) yield id;
    after = next ?? undefined;
  } while (after !== undefined);
}
