import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const DIST = new URL("web/dist/index.html", ROOT);
/** What the built desk is made of. */
const PARTS = [
  "web/src",
  "web/public",
  "web/plugins",
  "web/index.html",
  "web/vite.config.ts",
  "lexicon/states.tsv",
  "src/formats",
  "package-lock.json",
];

/** Builds the desk into web/dist where it is not there, or older than what it is made of. */
export async function buildWeb(): Promise<void> {
  if (existsSync(DIST) && statSync(DIST).mtimeMs >= Math.max(...PARTS.map(newest))) return;
  const { build } = await import("vite");
  await build({ configFile: fileURLToPath(new URL("web/vite.config.ts", ROOT)), logLevel: "warn" });
}

/** When a file, or anything in a folder, was last changed, in milliseconds. */
function newest(part: string): number {
  const path = fileURLToPath(new URL(part, ROOT));
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  const files = readdirSync(path, { recursive: true, encoding: "utf8" });
  return Math.max(own.mtimeMs, ...files.map((file) => statSync(`${path}/${file}`).mtimeMs));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
