import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

const WHO = "Kemal Aydoğan";
const who = encodeURIComponent(WHO);

describe.skipIf(noBrowser)("Positions", () => {
  const desk = webDesk();

  /** A topic on which the actor moved, by the record. */
  async function moved(): Promise<{ topic: string; quotes: string[] }> {
    const { topics } = await desk.api(`questions/positions?a=${who}`);
    for (const { topic, changes } of topics)
      for (const { before, after } of changes)
        if (before) return { topic, quotes: [before, after].map((one) => one.statement.evidence[0].quote) };
    throw new Error("Nobody moved.");
  }

  it("sets topics by actors, and opens both quotations of a change by Enter", async () => {
    const { topic, quotes } = await moved();
    const page = await desk.open(`/positions?actor=${who}`);
    expect(await page.innerText(".positions-matrix thead")).toContain(WHO);
    const change = page.locator(`.positions-mark[aria-label*=' on ${topic},']:has(.positions-diamond)`).first();
    await change.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/open=[0-9a-f]{16}-s\d+/);
    const words = page.locator(".positions-words");
    await words.waitFor();
    for (const quote of quotes) expect(await words.innerText()).toContain(quote);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await words.waitFor({ state: "detached" });
  });

  it("tells all in order where one actor and one topic are chosen", async () => {
    const { topic } = await moved();
    const { topics } = await desk.api(`questions/positions?a=${who}`);
    const ledger = topics.find((one: { topic: string }) => one.topic === topic);
    const page = await desk.open(`/positions?actor=${who}&topic=${encodeURIComponent(topic)}`, { colorScheme: "dark" });
    expect(await page.locator(".positions-ledger > li").count()).toBe(ledger.positions.length);
    expect(await page.locator(".positions-turn").count()).toBeGreaterThan(0);
    expect(await violations(page)).toEqual([]);
    await page.locator(".positions-ledger .source").first().click();
    await page.waitForURL(/\/reports\/[0-9a-f]{16}\?at=/);
  });

  it("adds and takes away actors in its address", async () => {
    const page = await desk.open(`/positions?actor=${who}`);
    await page.getByLabel("Add an actor").fill("Grace Mutua");
    await page.keyboard.press("Enter");
    await page.waitForURL("**actor=Grace+Mutua");
    await page.locator(".positions-chip:has-text('Grace Mutua')").waitFor();
    await page.click(`button[aria-label='Take ${WHO} away']`);
    await page.waitForURL((url) => url.search === "?actor=Grace+Mutua");
  });

  it("says so where nothing was said on a topic", async () => {
    const page = await desk.open(`/positions?actor=${who}&topic=zeppelins`);
    expect(await page.innerText("main .empty-title")).toContain("Not in the record");
  });
});
