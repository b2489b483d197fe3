import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { conformance } from "./conformance.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
conformance("SQLite", async () => join(folder, `${++count}`, "store.sqlite"));
