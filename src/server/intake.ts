import { availableParallelism } from "node:os";
import { readReport } from "../intake/adding.ts";
import { Pool } from "../intake/pool.ts";
import { type Bytes, isAddress, type LoadOptions, loadReport } from "../source/load.ts";
import type { Report } from "../source/report.ts";
import { type Item, type Kept, reportId, type Store } from "../store/index.ts";
import type { Hub } from "./hub.ts";
import { ProblemError, problemOf } from "./problem.ts";

/** Reads a report in the background. */
export type ReadItem = (report: Report) => Promise<Item>;

/** What was kept, with how many entries were read where it is new. */
export interface Added {
  readonly kept: Kept;
  readonly item: Item | null;
}

/** Takes reports in: loads, reads and keeps them. */
export interface Intake {
  /** A report that is at hand. */
  add(name: string, report: Report): Promise<Added>;
  /** Bytes, or an address, which only the guarded fetcher opens. */
  load(name: string, where: string | Bytes, options: LoadOptions): Promise<Added>;
  /** A report that is still to be loaded. */
  take(name: string, load: () => Promise<Report>): Promise<Added>;
  /** Reads a report without keeping it. */
  read: ReadItem;
  close(): Promise<void>;
}

/** So many reports may wait to be read; more are refused rather than held in memory. */
const WAITING = 64;

export interface IntakeOptions {
  /** How reports are read; threads by default. */
  readonly read?: ReadItem | undefined;
  /** Hosts that addresses may lead to though they are private; only for tests. */
  readonly allowPrivate?: LoadOptions["allowPrivate"];
}

/** An intake into a store. Threads start with the first report. */
export function makeIntake(store: Store, hub: Hub, options: IntakeOptions = {}): Intake {
  let pool: Pool | undefined;
  let waiting = 0;
  const inThread: ReadItem = (report) => {
    pool ??= new Pool(Math.min(2, availableParallelism()), new URL("../intake/add-worker.ts", import.meta.url));
    return readReport(report, pool);
  };
  const read = options.read ?? inThread;

  async function take(name: string, load: () => Promise<Report>): Promise<Added> {
    if (waiting >= WAITING)
      throw new ProblemError("too-many", `${WAITING} reports wait to be read already; try again when some are done.`);
    waiting += 1;
    hub.tell({ type: "reading", name });
    try {
      const report = await load();
      const id = reportId(report.text);
      if ((await store.known([id])).has(id)) return { kept: { id, new: false }, item: null };
      const item = await read(report);
      return { kept: await store.keep(item.report, item.record), item };
    } catch (error) {
      hub.tell({ type: "reading-failed", name, detail: problemOf(error).detail });
      throw error;
    } finally {
      waiting -= 1;
    }
  }

  return {
    take,
    add: (name, report) => take(name, async () => report),
    load(name, where, load) {
      // The loader would open a path of this machine too.
      if (typeof where === "string" && !isAddress(where))
        throw new ProblemError("address", "Only addresses are fetched.");
      return take(name, () => loadReport(where, { ...load, allowPrivate: options.allowPrivate ?? false }));
    },
    read,
    close: async () => pool?.close(),
  };
}
