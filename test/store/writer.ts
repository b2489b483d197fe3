import { openStore } from "../../src/store/index.ts";
import { call } from "./fixture.ts";

/** A process that keeps reports, five a transaction, and says what it has kept as `add --json` does. */
const [where, name, count] = process.argv.slice(2);
const store = await openStore(where!);
for (let i = 0; i < Number(count); i += 5) {
  const items = [0, 1, 2, 3, 4].map((n) => call("Ada", "Ben", `2025-01-01 (${name} ${i + n})`));
  const lines = (await store.keepAll(items)).map((kept) => JSON.stringify({ report: kept.id, new: kept.new }));
  process.stdout.write(`${lines.join("\n")}\n`);
}
await store.close();
