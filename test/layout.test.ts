import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

/** The folders of src/, from the ground up: a file imports from its own folder and from those before it. */
const ORDER = [
  "record",
  "lexicon",
  "words",
  "source",
  "syntax",
  "reading",
  "readers",
  "store",
  "intake",
  "desk",
  "formats",
  "queue",
  "server",
  "mcp",
  "cli",
];
const SRC = fileURLToPath(new URL("../src/", import.meta.url));
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g;

/** Dates and names in words, lines cut to a width: they need only the record, and whoever writes text may use them. */
const WORDS = new Set(["dates.ts", "excerpt.ts", "names.ts", "plain.ts", "wrap.ts"]);

function folderOf(file: string): string {
  const [folder, name] = relative(SRC, file).split(sep);
  return folder === "formats" && WORDS.has(name!) ? "words" : folder!;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".ts") && !f.endsWith(".as.ts"))
  .map((f) => join(SRC, f));

const imports = files.flatMap((file) =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)].map(([, path]) => ({ file, target: join(dirname(file), path!) })),
);

it("knows every folder of src/", () => {
  expect(files.map(folderOf).filter((folder) => !ORDER.includes(folder))).toEqual([]);
});

it("imports point down the list of folders only", () => {
  const up = imports
    .filter(({ target }) => target.startsWith(SRC))
    .filter(({ file, target }) => ORDER.indexOf(folderOf(target)) > ORDER.indexOf(folderOf(file)))
    .map(({ file, target }) => `${relative(SRC, file)} → ${relative(SRC, target)}`);
  expect(up).toEqual([]);
});

it("nothing in src/ imports from outside it", () => {
  const out = imports
    .filter(({ target }) => !target.startsWith(SRC))
    .map(({ file, target }) => `${relative(SRC, file)} → ${target}`);
  expect(out).toEqual([]);
});

it("the desk in the browser takes from src/ only what runs there", () => {
  const web = fileURLToPath(new URL("../web/src/", import.meta.url));
  const taken = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...readFileSync(join(web, file), "utf8").matchAll(IMPORT)].map(([, path]) =>
        join(dirname(join(web, file)), path!),
      ),
    )
    .filter((target) => target.startsWith(SRC))
    .map((target) => relative(SRC, target).replaceAll(sep, "/"));
  const allowed = ["formats/dates.ts", "formats/plain.ts", "server/client.ts", "server/limits.ts"];
  expect([...new Set(taken)].sort()).toEqual(allowed);
});

it("every import names its file with its ending", () => {
  const bare = imports
    .filter(({ target }) => !/\.(ts|json)$/.test(target))
    .map(({ file, target }) => `${file} ${target}`);
  expect(bare).toEqual([]);
});
