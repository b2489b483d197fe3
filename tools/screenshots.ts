import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";
import { fillWithExamples, serveDesk } from "./example-desk.ts";
import { pathOf, VIEWS } from "./views.ts";
import { buildWeb } from "./web.ts";

/**
 * `npm run screenshots [-- VIEW…] [--to FOLDER]`: pictures of every view over the example reports, light, dark and 390
 * pixels wide, into docs/screenshots.
 */
const LOOKS = [
  { name: "light", colorScheme: "light", width: 1280, height: 900 },
  { name: "dark", colorScheme: "dark", width: 1280, height: 900 },
  { name: "narrow", colorScheme: "light", width: 390, height: 844 },
] as const;

/** Pictures of long pages end here, in pixels. */
const TALLEST = 2400;

const args = process.argv.slice(2);
const at = args.indexOf("--to");
const folder = at >= 0 ? args.splice(at, 2)[1]! : fileURLToPath(new URL("../docs/screenshots/", import.meta.url));
const wanted = args.length > 0 ? args : Object.keys(VIEWS);

await buildWeb();
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), "chancery-screens-"));
await fillWithExamples(join(scratch, "examples.sqlite"));
const desk = await serveDesk(join(scratch, "examples.sqlite"));
const browser = await launchBrowser();
try {
  for (const view of wanted) {
    const path = await pathOf(view, desk.address);
    for (const look of LOOKS) await picture(browser, `${desk.address}${path}`, `${view}-${look.name}`, look);
  }
} finally {
  await browser.close();
  await desk.close();
  rmSync(scratch, { recursive: true, force: true });
}

async function picture(browser: Browser, address: string, name: string, look: (typeof LOOKS)[number]): Promise<void> {
  const { colorScheme, width, height } = look;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
  page.on("console", (message) => {
    if (message.type() === "error") console.error(`${name}: ${message.text()}`);
  });
  page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
  await page.goto(address);
  // The stream of news never ends, so that "no more traffic" would wait for ever.
  await page.waitForSelector("main h1");
  await page.waitForSelector(".loading", { state: "detached" });
  await page.evaluate("document.fonts.ready.then(() => null)");
  await page.waitForTimeout(400);
  const full = await page.evaluate<number>("document.documentElement.scrollHeight");
  const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
  if (wide > width) console.error(`${name}: ${wide - width} px too wide`);
  await page.screenshot({
    path: join(folder, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(Math.max(full, height), TALLEST) },
  });
  await page.close();
}
