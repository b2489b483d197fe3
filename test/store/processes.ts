import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { keyedEntries, openStore, type Store } from "../../src/store/index.ts";
import { start } from "../cli/run.ts";

const WRITER = fileURLToPath(new URL("writer.ts", import.meta.url));
/** Reports of a round. */
const SIZE = 80;

const PEOPLE = ["Emmanuel Macron", "Vladimir Putin", "Olaf Scholz", "Rishi Sunak", "Giorgia Meloni", "Donald Tusk"];

/** Rows of short reports; no two have the same text. */
function rows(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [PEOPLE[i % PEOPLE.length], PEOPLE[(i + 1 + (i % 4)) % PEOPLE.length]];
    const text = `${a} phoned ${b} on Monday about case ${name}-${i}. ${a} said the ceasefire must hold.`;
    return JSON.stringify({ id: `${name}-${i}`, published: "2025-12-21", text });
  });
}

interface Acknowledged {
  readonly report: string;
  readonly new: boolean;
}

/** Only whole lines are acknowledgements: a killed process may leave half a one. */
const acknowledged = (output: string): Acknowledged[] =>
  output
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Acknowledged);

interface Run {
  readonly output: string;
  readonly code: number | null;
  /** Milliseconds until the first acknowledgement. */
  readonly first: number;
}

/** Runs a process, and kills it after so many acknowledgements or milliseconds. */
function runUntil(child: ChildProcessWithoutNullStreams, until: { lines?: number; time?: number }): Promise<Run> {
  const began = Date.now();
  let [output, first] = ["", 0];
  const kill = (): boolean => child.kill("SIGKILL");
  const timer = until.time === undefined ? undefined : setTimeout(kill, until.time);
  child.stdout.setEncoding("utf8").on("data", (part: string) => {
    first ||= Date.now() - began;
    output += part;
    if (until.lines !== undefined && output.split("\n").length > until.lines) kill();
  });
  return new Promise((done) =>
    child.on("close", (code) => {
      clearTimeout(timer);
      done({ output, code, first });
    }),
  );
}

/** Nothing acknowledged is lost, and every report that is there is there with its record and all its entries. */
async function expectWhole(store: Store, said: readonly Acknowledged[], thoroughly: boolean): Promise<void> {
  const ids = said.map(({ report }) => report);
  expect(await store.known(ids)).toEqual(new Set(ids));
  if (!thoroughly) return;
  let after: string | undefined;
  let [reports, entries] = [0, 0];
  do {
    const { items, next } = await store.reports({ limit: 500, after });
    for (const { id } of items) {
      const report = (await store.report(id))!;
      const keys = keyedEntries(id, report.record).map(({ key }) => key);
      expect(report.entries.map(({ key }) => key).sort()).toEqual(keys.sort());
      reports += 1;
      entries += keys.length;
    }
    after = next ?? undefined;
  } while (after !== undefined);
  const info = await store.info();
  expect([info.reports, info.readings]).toEqual([reports, reports]);
  expect(Object.values(info.entries).reduce((a, b) => a + b)).toBe(entries);
}

/** What must hold when processes are killed, or write at the same time. `file` names a new file for rows. */
export function processes(name: string, place: () => Promise<string>, file: (name: string) => string): void {
  const write = (rowsName: string, lines: readonly string[]): string => {
    const path = file(`${rowsName}.jsonl`);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };
  const add = (path: string, where: string): ChildProcessWithoutNullStreams =>
    start(["add", "--jsonl", path, "--json", "--workers", "1", "--store", where]);

  /** Starts the process of a round, which is to keep `SIZE` reports. */
  const processesOf = {
    add: (round: string, where: string) => add(write(round, rows(round, SIZE)), where),
    "a writer of small batches": (round: string, where: string) =>
      spawn(process.execPath, [WRITER, where, round, `${SIZE}`]),
  };

  describe(`${name}: processes`, () => {
    test.each([
      ["add", Number(process.env.CHANCERY_KILLS ?? 1)],
      ["a writer of small batches", Number(process.env.CHANCERY_KILLS ?? 6)],
    ] as const)(
      "%s killed %i times at random moments: nothing lost, nothing partial, the rerun completes",
      async (what, kills) => {
        const where = await place();
        const said: Acknowledged[] = [];
        let start = 0;
        for (let round = 0; round < kills; round++) {
          const until = round % 2 === 0 ? { lines: randomInt(1, SIZE) } : { time: randomInt(0, Math.ceil(start * 2)) };
          const ran = await runUntil(processesOf[what](`r${round}`, where), until);
          start ||= ran.first;
          said.push(...acknowledged(ran.output));
          const store = await openStore(where);
          await expectWhole(store, said, round === kills - 1);
          await store.close();
        }
        const again = await runUntil(processesOf[what](`r${kills - 1}`, where), {});
        expect(again.code).toBe(0);
        expect(acknowledged(again.output)).toHaveLength(SIZE);
        const store = await openStore(where);
        await expectWhole(store, [...said, ...acknowledged(again.output)], true);
        await store.close();
      },
      3_000_000,
    );

    test("two processes that add at once keep all, and each report once", async () => {
      const where = await place();
      const [both, one, two] = ["both", "one", "two"].map((part) => rows(part, 25));
      const ran = await Promise.all([
        runUntil(add(write("a", [...both!, ...one!]), where), {}),
        runUntil(add(write("b", [...two!, ...both!.toReversed()]), where), {}),
      ]);
      expect(ran.map(({ code }) => code)).toEqual([0, 0]);
      const said = ran.flatMap(({ output }) => acknowledged(output));
      expect(said.filter((one) => one.new)).toHaveLength(75);
      const store = await openStore(where);
      await expectWhole(store, said, true);
      expect((await store.info()).reports).toBe(75);
      await store.close();
    }, 300_000);
  });
}
