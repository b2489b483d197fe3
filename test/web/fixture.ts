import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page, Request } from "playwright-core";
import { afterAll, beforeAll, expect, inject, onTestFinished } from "vitest";
import { CHROMIUM, hasChromium, launchBrowser } from "../../tools/browser.ts";
import { serveDesk } from "../../tools/example-desk.ts";

/** Tests of the desk need Chromium; `describe.skipIf(noBrowser)`. Where CHANCERY_BROWSER=required, its lack fails. */
export const noBrowser = !hasChromium;
if (noBrowser && process.env.CHANCERY_BROWSER === "required") throw new Error(`There is no Chromium at ${CHROMIUM}.`);
if (noBrowser) console.warn(`Tests of the desk are skipped: there is no Chromium at ${CHROMIUM}.`);

export interface Visit extends BrowserContextOptions {
  /** Errors in the console that a test brings about itself. */
  readonly mayFail?: RegExp;
}

export interface WebDesk {
  readonly address: string;
  /** Opens a view in a page of its own and waits until it stands. Any error in the console fails the test. */
  open(path: string, visit?: Visit): Promise<Page>;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many forms.
  api(path: string): Promise<any>;
}

/** A desk over the example reports, or over an empty record, for the tests of a file: each has a store of its own. */
export function webDesk({ empty = false }: { readonly empty?: boolean } = {}): WebDesk {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof serveDesk>>;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "chancery-desk-"));
    const store = join(folder, "desk.sqlite");
    if (!empty) copyFileSync(inject("exampleStore")!, store);
    [browser, served] = await Promise.all([launchBrowser(), serveDesk(store)]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get address() {
      return served.address;
    },
    async open(path, { mayFail, ...options } = {}) {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      const errors: string[] = [];
      watch(page);
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error" && !mayFail?.test(message.text())) errors.push(message.text());
      });
      onTestFinished(async () => {
        await context.close();
        expect(errors, "errors in the browser's console").toEqual([]);
      });
      await page.goto(served.address + path);
      await settled(page);
      return page;
    },
    async api(path) {
      const response = await fetch(`${served.address}/api/${path}`);
      return response.json();
    },
  };
}

/** What a page asks the server for and has no answer to yet; its stream of news has no end and does not count. */
const asked = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const open = new Set<Request>();
  asked.set(page, open);
  page.on("request", (request) => {
    if (/\/api\/(?!events)/.test(request.url())) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** Two frames and the effects after them: by then a view that was gone to has asked for what it shows. */
const FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))))";

/** Waits until a view has its heading and nothing in it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector("main h1");
  do {
    await page.evaluate(FRAMES);
    await page.waitForSelector(".loading", { state: "detached" });
  } while (asked.get(page)?.size);
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong in a page, as "rule: where". */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      id + ": " + target.join(" ") + " — " + failureSummary.replace(/\\s+/g, " "))))`);
}
