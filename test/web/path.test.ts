import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

/** The whole way of a report through the desk, from the file to the printed page, over a record that was empty. */
const SEED = new URL("../../../shared/gold/seed/seed.txt", import.meta.url);

const OWN = `LISBON - President Ana Valadares of Portugal spoke by phone on Tuesday for forty minutes with President Pedro Quiroga of Chile.
"We want the port treaty before the summer," Valadares told Quiroga, according to her spokesman, Rui Teles.
The two leaders agreed to meet in Lisbon on 14 June if the parliament in Santiago ratifies the treaty by then.`;

describe.skipIf(noBrowser || !existsSync(SEED))("with the pointer: the seed report of ../shared", () => {
  const desk = webDesk({ empty: true });

  it("is dropped, read, corrected, asked about, looked up and printed", async () => {
    const page = await desk.open("/");
    expect(await page.textContent("main")).toMatch(/Inbox/);
    await page.click(".places >> text=Inbox");
    await settled(page);
    await page.fill(".inbox-day input >> nth=0", "2025-12-21");
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(readFileSync(SEED, "utf8"))}], "seed.txt", { type: "text/plain" }));
      return data;
    })()`);
    await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
    await page.click(".inbox-is-new a");
    await settled(page);

    const calls = page.locator(".report-entry-contact", { hasText: "Video conference" });
    await calls.first().locator("h3 a").click();
    const chosen = page.locator(".report-entry.is-selected");
    expect(await chosen.innerText()).toContain("1 July 2025");
    expect(await chosen.innerText()).toContain("Emmanuel Macron and Vladimir Putin");
    await chosen.locator(".report-field:has-text('Duration') .report-correct").click();
    await page.getByLabel("minutes").fill("10");
    await page.click(".report-form button[type=submit]");
    await page.waitForSelector(".report-entry.is-selected .report-why >> text=Corrected by Tester");

    await page.fill("#ask", "When did Macron and Putin last speak?");
    await page.click(".ask-box button");
    await page.waitForSelector(".ask-one");
    await settled(page);
    expect(await page.textContent("main")).toContain("1 July 2025");
    await page.locator(".ask-main a.source").first().click();
    await page.waitForSelector(".report-cited");
    await page.goBack();
    await page.waitForSelector(".ask-one");
    await page.click("text=See the whole relation");
    await page.waitForURL("**/relations/**");
    await settled(page);
    await printed(page);
  });
});

describe.skipIf(noBrowser)("by the keyboard alone: a report of our own", () => {
  const desk = webDesk({ empty: true });

  it("is pasted, read, corrected, asked about, looked up and printed", async () => {
    const page = await desk.open("/");
    const keys = async (...all: string[]): Promise<void> => {
      for (const key of all) await page.keyboard.press(key);
    };
    await keys("g", "i");
    await page.waitForURL("**/inbox");
    await settled(page);
    await keys("w");
    await page.keyboard.insertText(OWN);
    await keys("Tab");
    await page.keyboard.type("Valadares and Quiroga speak");
    await keys("Tab");
    // A date field: day, month, year in the order of the browser's language.
    await page.keyboard.type("05202026");
    await tabTo(page, "button[type=submit]:focus", "Read the text");
    await keys("Enter");
    await page.waitForSelector(".inbox-is-new a");
    await tabTo(page, ".inbox-is-new a");
    await keys("Enter");
    await page.waitForURL("**/reports/**");
    await settled(page);

    const chosen = page.locator(".report-entry.is-selected");
    await page.waitForSelector(".report-entry");
    await untilHeard(page, "j", async () => (await chosen.count()) > 0);
    for (let i = 0; i < 20 && !/Phone call/.test(await chosen.innerText()); i++) {
      await keys("j");
    }
    expect(await chosen.innerText()).toContain("19 May 2026");
    await keys("c");
    await page.waitForSelector(".report-entry.is-selected .report-entry-state >> text=confirmed");
    expect(await violations(page)).toEqual([]);

    await keys("/");
    await page.keyboard.type("When did Valadares and Quiroga last speak?");
    await keys("Enter");
    await page.waitForSelector(".ask-one");
    await settled(page);
    expect(await page.textContent("main")).toContain("19 May 2026");
    await tabTo(page, ".ask-main a.source");
    await keys("Enter");
    await page.waitForSelector(".report-cited");
    await page.goBack();
    await page.waitForSelector(".ask-view a");
    await tabTo(page, ".ask-view a");
    await keys("Enter");
    await page.waitForURL("**/relations/**");
    // The view that is left has a heading too.
    await page.waitForSelector("text=Brief before a call");
    await untilHeard(page, "b", async () => page.url().endsWith("/brief"));
    await settled(page);
    await page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
    await page.waitForSelector("button:has-text('Print')");
    await untilHeard(page, "p", async () => (await page.locator("body[data-printed=yes]").count()) > 0);
    expect(await page.textContent("main")).toContain("14 June");
  });
});

/** Presses a key until it was heard: a view that has just come up listens a moment later. */
async function untilHeard(page: Page, key: string, heard: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => (await heard()) || page.keyboard.press(key).then(heard), { timeout: 20_000, interval: 300 })
    .toBe(true);
}

/** Presses Tab until the focus is on what a selector finds first, and has a text where one is given. */
async function tabTo(page: Page, selector: string, text = ""): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    const [find, words] = [JSON.stringify(selector), JSON.stringify(text)];
    const there = await page.evaluate<boolean>(`document.activeElement === document.querySelector(${find})
      && document.activeElement.textContent.includes(${words})`);
    if (there) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

/** From a relation to its brief on paper: one page of A4, without the desk around it. */
async function printed(page: Page): Promise<void> {
  await page.click("text=Brief before a call");
  await page.waitForURL("**/brief");
  await settled(page);
  await page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }");
  await page.click("button:has-text('Print')");
  await page.waitForSelector("body[data-printed=yes]");
  await page.emulateMedia({ media: "print" });
  expect(await page.isVisible(".masthead")).toBe(false);
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
  expect(pdf.numPages).toBe(1);
}
