import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildWeb } from "./web.ts";

/**
 * Makes web/dist and `build/`, what is installed: Node strips no types under node_modules. The folders keep their depth, so that
 * lexicon/ and models/ are found from there too. Run by `npm run build` and before `npm pack`.
 */
const ROOT = new URL("../", import.meta.url);
const BUILD = new URL("build/", ROOT);
const path = (name: string): string => fileURLToPath(new URL(name, ROOT));

await buildWeb();
rmSync(BUILD, { recursive: true, force: true });
const compiled = spawnSync(
  process.execPath,
  [path("node_modules/typescript/bin/tsc"), "-p", path("tsconfig.build.json")],
  {
    stdio: "inherit",
  },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

/** The compiler rewrites imports; the scripts of workers, named by `new URL("./worker.ts", import.meta.url)`, it does not. */
const WORKER = /(new URL\("\.[^"]+)\.ts(", import\.meta\.url\))/g;
for (const file of readdirSync(BUILD, { recursive: true, encoding: "utf8" }).filter((f) => f.endsWith(".js"))) {
  const url = new URL(file, BUILD);
  const code = readFileSync(url, "utf8");
  const mended = code.replace(WORKER, "$1.js$2");
  if (mended !== code) writeFileSync(url, mended);
}
cpSync(path("src/syntax/kernel/kernel.wasm"), fileURLToPath(new URL("syntax/kernel/kernel.wasm", BUILD)));
