import { type Command, InvalidArgumentError, Option } from "commander";
import { StoreError } from "../record/errors.ts";
import type { Misfit, OpenOptions, Store, StoreInfo } from "../store/index.ts";
import { complain, EXIT } from "./exit.ts";
import { print } from "./output.ts";

export const STORE_HELP = `
The store is the file or postgres:// address of --store, else of CHANCERY_STORE, else chancery/chancery.sqlite in the
user's data folder. Exit code 5: it could not be opened, read or written.`;

export const storeOption = (): Option => new Option("--store <where>", "a file, or a postgres:// address");

/**
 * Opens the store, works with it and closes it. A store that cannot do it is said on standard error; returns the exit
 * code that `work` gave, or 5.
 */
export async function withStore(
  asked: string | undefined,
  options: OpenOptions,
  work: (store: Store) => Promise<number>,
): Promise<number> {
  // Loaded only here, so that commands without a store start at once.
  const { openStore, storePlace } = await import("../store/index.ts");
  let store: Store | undefined;
  try {
    store = await openStore(storePlace(asked), options);
    return await work(store);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    complain(error);
    return EXIT.store;
  } finally {
    await store?.close();
  }
}

/** `chancery store`: what the store holds. */
export function addStore(program: Command): void {
  program
    .command("store")
    .summary("say what the store holds")
    .description("Print where the store is, how much it holds, and what of people's corrections no longer fits.")
    .addOption(storeOption())
    .option("--json", "print JSON")
    .addHelpText("after", `${STORE_HELP}\n\nExamples:\n  chancery store\n  chancery store --store desk.sqlite --json`)
    .action(async (options: { readonly store?: string; readonly json?: true }) => {
      process.exitCode = await withStore(options.store, { readOnly: true }, async (store) => {
        const info = await store.info();
        const misfits = await store.misfits();
        await print(options.json ? `${JSON.stringify({ ...info, misfits }, null, 2)}\n` : infoText(info, misfits));
        return 0;
      });
    });
}

function infoText(info: StoreInfo, misfits: readonly Misfit[]): string {
  const { contact, statement, event, sum } = info.entries;
  const rows: [string, string][] = [
    ["Store", info.where],
    ["Size", megabytes(info.bytes)],
    ["Schema", info.schema],
    ["Reports", `${number(info.reports)}${period(info)}`],
    [
      "Entries",
      [counted(contact, "contact"), counted(statement, "statement"), counted(event, "event"), counted(sum, "sum")].join(
        ", ",
      ),
    ],
    ["Actors", number(info.actors)],
    [
      "Readings",
      `${number(info.readings)}; now counts ${info.readers.map(({ value, count }) => `${value} for ${number(count)}`).join(", ") || "none"}`,
    ],
    ["Layers", `${number(info.layers)} by people`],
  ];
  return `${rows.map(([name, value]) => `${name.padEnd(9)} ${value}`).join("\n")}\n${misfitText(misfits)}`;
}

/** The layers that a person must look at, or nothing. */
export function misfitText(misfits: readonly Misfit[]): string {
  if (misfits.length === 0) return "";
  const lines = misfits.map(
    ({ layer, report, message }) => `  layer ${layer}, report ${report.slice(0, 12)}: ${message}`,
  );
  return `\nThese do not fit what is read now; please look:\n${lines.join("\n")}\n`;
}

const period = ({ firstPublished, lastPublished }: StoreInfo): string =>
  firstPublished ? `, published ${firstPublished} to ${lastPublished}` : "";

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const number = (value: number): string => value.toLocaleString("en");

/** "1 contact", "2,000 contacts" */
export const counted = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? "" : "s"}`;

/** A whole number from 1 to 4096, as an option's value. */
export function positive(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 4096)
    throw new InvalidArgumentError("It must be a whole number from 1 to 4096.");
  return count;
}
