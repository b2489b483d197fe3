import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What is derived hangs on the lexicon, the syntax model, and the code that derives. */
const FOLDERS = ["../../../lexicon/", "../", "../../lexicon/", "../../store/", "../../record/"];
const MODEL = "../../../models/syntax.bin";

let known: string | undefined;

/** Names all rules by which a desk is derived: other rules, another name. */
export function rulesVersion(): string {
  known ??= workOut();
  return known;
}

function workOut(): string {
  const hash = createHash("sha256");
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder, import.meta.url));
    for (const name of readdirSync(path, { recursive: true, encoding: "utf8" }).sort())
      if (/\.(?:ts|js|tsv)$/.test(name)) hash.update(name).update(readFileSync(join(path, name)));
  }
  hash.update(String(statSync(fileURLToPath(new URL(MODEL, import.meta.url))).size));
  return hash.digest("hex").slice(0, 16);
}
