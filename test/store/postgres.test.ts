import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { run } from "../cli/run.ts";
import { conformance } from "./conformance.ts";
import { call } from "./fixture.ts";
import { type Server, startPostgres } from "./postgres.ts";
import { processes } from "./processes.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-rows-"));
let server: Server;
beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

conformance("PostgreSQL", () => server.database());
processes(
  "PostgreSQL",
  () => server.database(),
  (name) => join(folder, name),
);

describe("PostgreSQL: what goes wrong is said", () => {
  test("no server, no database, a wrong password; the password is never shown", async () => {
    const address = new URL(await server.database());
    const other = (change: (url: URL) => void): string => {
      const url = new URL(address);
      change(url);
      return url.href;
    };
    await expect(openStore(other((url) => Object.assign(url, { port: "1" })))).rejects.toThrow(/no server listens/);
    await expect(openStore(other((url) => Object.assign(url, { pathname: "/nowhere" })))).rejects.toThrow(/createdb/);
    const wrong = openStore(other((url) => Object.assign(url, { password: "sesame" })));
    await expect(wrong).rejects.toThrow(/refuses the password/);
    await expect(wrong).rejects.not.toThrow(/sesame/);
  });

  test("a store opened to be read refuses to be written, and one that is not there is not made", async () => {
    const where = await server.database();
    await expect(openStore(where, { readOnly: true })).rejects.toThrow(/no store/);
    await (await openStore(where)).close();
    const store = await openStore(where, { readOnly: true });
    const { report, record } = call("A", "B", "2025-01-01");
    await expect(store.keep(report, record)).rejects.toThrow(/read-only/);
    expect((await store.info()).reports).toBe(0);
    await store.close();
  });

  test("texts with more different words than a tsvector holds are kept all the same", async () => {
    const store = await openStore(await server.database());
    const { report, record } = call("A", "B", "2025-01-01");
    const text = `${report.text} ${Array.from({ length: 200_000 }, (_, i) => `w${i}`).join(" ")}`;
    const { id } = await store.keep({ ...report, text }, record);
    expect((await store.report(id))!.report.text).toBe(text);
    expect((await store.search("phoned w17")).items).toHaveLength(1);
    await store.close();
  });

  test("the command line takes the address, and says where it cannot be reached", async () => {
    const ran = await run(["store", "--store", "postgres://nobody@127.0.0.1:1/none"]);
    expect(ran).toMatchObject({ code: 5, stdout: "" });
    expect(ran.stderr).toMatch(/no server listens there/);
  });
});
