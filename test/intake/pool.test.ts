import { describe, expect, test } from "vitest";
import { Pool } from "../../src/intake/pool.ts";
import { DataError } from "../../src/record/errors.ts";

const script = (name: string): URL => new URL(`./threads/${name}.ts`, import.meta.url);
const ask = (pool: Pool, row: number): Promise<string> =>
  pool.read({ row, bytes: new Uint8Array(1) }).then(
    (answer) => answer.line,
    (error: Error) => error.message,
  );

describe("a pool", () => {
  test("fails only the rows that its threads died on, and replaces the threads", async () => {
    const pool = new Pool(2, script("dies-on-row"));
    const answers = await Promise.all(Array.from({ length: 12 }, (_, i) => ask(pool, i + 1)));
    await pool.close();
    const stopped = "the thread that read it stopped";
    expect(answers).toEqual(["1", "2", stopped, "4", "5", "out of luck", "7", "8", stopped, "10", "11", "out of luck"]);
  });

  test("fails every row where its threads cannot start", async () => {
    const pool = new Pool(2, script("never-starts"));
    const read = (): Promise<unknown> => pool.read({ row: 1, bytes: new Uint8Array(1) });
    await expect(read()).rejects.toThrow(new DataError("The reader cannot start: the model is missing"));
    await expect(read()).rejects.toThrow(DataError);
    await pool.close();
  });

  test("ends while rows wait", async () => {
    const pool = new Pool(1, script("dies-on-row"));
    void ask(pool, 1);
    await pool.close();
  });
});
