/** Compiles kernel.as.ts to kernel.wasm, or the file named: `node src/syntax/kernel/build.ts [FILE]`. It is committed. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const root = fileURLToPath(new URL("../../..", import.meta.url));
const compiler = fileURLToPath(new URL("../../../node_modules/assemblyscript/bin/asc.js", import.meta.url));
const options = ["--runtime", "stub", "--enable", "simd", "--importMemory", "--noExportMemory", "-O3", "--noAssert"];
const run = spawnSync(
  process.execPath,
  [compiler, here("kernel.as.ts"), "-o", process.argv[2] ?? here("kernel.wasm"), ...options],
  {
    cwd: root,
    stdio: "inherit",
  },
);
process.exitCode = run.status ?? 1;
