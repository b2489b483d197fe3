import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Batches } from "../../src/intake/batches.ts";

const LIMIT = { items: 3, weight: 100, wait: 60_000 };

describe("batches", () => {
  test("are full by count or weight, keep the order, and the rest comes at the end", async () => {
    const seen: number[][] = [];
    const batches = new Batches<number>(LIMIT, async (items) => {
      seen.push([...items]);
    });
    for (const item of [1, 2, 3, 4]) await batches.add(item, 1);
    await batches.add(5, 200);
    await batches.add(6, 1);
    await batches.end();
    expect(seen).toEqual([[1, 2, 3], [4, 5], [6]]);
  });

  test("a slow source is not waited for", async () => {
    const seen: number[] = [];
    const batches = new Batches<number>({ ...LIMIT, wait: 5 }, async (items) => {
      seen.push(...items);
    });
    await batches.add(1, 1);
    while (seen.length === 0) await sleep(5);
    await batches.end();
    expect(seen).toEqual([1]);
  });

  test("after a failure nothing more is worked on", async () => {
    let worked = 0;
    const batches = new Batches<number>(LIMIT, async () => {
      worked += 1;
      throw new Error("full");
    });
    const add = async (): Promise<void> => {
      for (let i = 0; i < 9; i++) await batches.add(i, 1);
    };
    await expect(add()).rejects.toThrow("full");
    await expect(batches.end()).rejects.toThrow("full");
    expect(worked).toBe(1);
  });
});
