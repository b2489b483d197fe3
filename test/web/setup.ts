import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { hasChromium } from "../../tools/browser.ts";
import { fillWithExamples } from "../../tools/example-desk.ts";
import { buildWeb } from "../../tools/web.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A store with the example reports, to be copied; null where no browser is there to look at it. */
    exampleStore: string | null;
  }
}

/** Once before all tests: the desk is built, and the example reports are read into a store. */
export default async function setup(project: TestProject): Promise<() => void> {
  if (!hasChromium) {
    project.provide("exampleStore", null);
    return () => {};
  }
  await buildWeb();
  const folder = mkdtempSync(join(tmpdir(), "chancery-web-"));
  const store = join(folder, "examples.sqlite");
  await fillWithExamples(store);
  project.provide("exampleStore", store);
  return () => rmSync(folder, { recursive: true, force: true });
}
