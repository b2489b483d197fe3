import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { buildWeb } from "./web.ts";

/**
 * `npm start`: builds the desk where need be, and serves it over the example reports in a store of their own, so that
 * they never mix with a reader's own record. `npm start -- --port 0` passes options on to `chancery serve`.
 */
const path = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

await buildWeb();
const given = process.argv.slice(2);
const store = given.includes("--store") ? [] : ["--store", path(".chancery/examples.sqlite"), "--examples"];
const served = spawn(process.execPath, [path("src/cli/main.ts"), "serve", ...store, "--open", ...given], {
  stdio: "inherit",
});
// Ctrl-C reaches the server itself; this only waits for it to end in order.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => served.kill(signal));
served.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
