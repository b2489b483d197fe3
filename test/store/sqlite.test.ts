import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { conformance } from "./conformance.ts";
import { processes } from "./processes.ts";

const folder = mkdtempSync(join(tmpdir(), "chancery-store-"));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
const place = async (): Promise<string> => join(folder, `${++count}`, "store.sqlite");

conformance("SQLite", place);
processes("SQLite", place, (name) => join(folder, name));
