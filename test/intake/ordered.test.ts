import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { inOrder } from "../../src/intake/ordered.ts";

async function* numbers(count: number, taken: { most: number } = { most: 0 }): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) {
    taken.most = i + 1;
    yield i;
  }
}

const window = { items: 4, weight: 100 };

describe("inOrder", () => {
  test("emits in order whatever finishes first", async () => {
    const out: number[] = [];
    const work = async (n: number): Promise<number> => {
      await wait((n * 7) % 5);
      return n * 2;
    };
    await inOrder(
      numbers(50),
      window,
      () => 1,
      work,
      async (n) => void out.push(n),
    );
    expect(out).toEqual(Array.from({ length: 50 }, (_, i) => i * 2));
  });

  test("takes no more from the source than the window, by number and by weight", async () => {
    for (const [weight, most] of [
      [1, 4],
      [40, 2],
      [1000, 1],
    ] as const) {
      const taken = { most: 0 };
      let emitted = 0;
      await inOrder(
        numbers(30, taken),
        window,
        () => weight,
        async (n) => n,
        async () => {
          await wait(1);
          // One more may be held while it waits for room.
          expect(taken.most - emitted).toBeLessThanOrEqual(most + 1);
          emitted += 1;
        },
      );
      expect(emitted).toBe(30);
    }
  });

  test("a million items pass through a small window", async () => {
    let sum = 0;
    let under = 0;
    let most = 0;
    const work = async (n: number): Promise<number> => {
      under += 1;
      most = Math.max(most, under);
      return n;
    };
    await inOrder(
      numbers(1_000_000),
      window,
      () => 1,
      work,
      async (n) => {
        under -= 1;
        sum += n;
      },
    );
    expect(sum).toBe(499_999_500_000);
    expect(most).toBeLessThanOrEqual(4);
  });

  test("emits while the source is silent", async () => {
    const out: number[] = [];
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await wait(200);
      expect(out).toEqual([1]);
      yield 2;
    }
    await inOrder(
      slow(),
      window,
      () => 1,
      async (n) => n,
      async (n) => void out.push(n),
    );
    expect(out).toEqual([1, 2]);
  });

  test("an error ends it while the source is silent", async () => {
    async function* silent(): AsyncGenerator<number> {
      yield 1;
      await new Promise(() => {});
    }
    const work = async (): Promise<number> => {
      throw new Error("work");
    };
    await expect(
      inOrder(
        silent(),
        window,
        () => 1,
        work,
        async () => {},
      ),
    ).rejects.toThrow("work");
  });

  test.each(["source", "work", "emit"])("the first error of the %s ends it", async (side) => {
    async function* source(): AsyncGenerator<number> {
      for (let i = 0; i < 100; i++) {
        if (side === "source" && i === 10) throw new Error("source");
        yield i;
      }
    }
    const work = async (n: number): Promise<number> => {
      if (side === "work" && n === 10) throw new Error("work");
      return n;
    };
    const emit = async (n: number): Promise<void> => {
      if (side === "emit" && n === 10) throw new Error("emit");
    };
    await expect(inOrder(source(), window, () => 1, work, emit)).rejects.toThrow(side);
  });
});
