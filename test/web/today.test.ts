import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const REPORT =
  "PARIS — French President Hélène Marchetti met Norwegian Foreign Minister Jonas Brekke in Oslo on Monday, the Élysée said.";

describe.skipIf(noBrowser)("Today", () => {
  const desk = webDesk();

  it("tells what the latest reports changed, and which reports those are", async () => {
    const answer = await desk.api("questions/today?limit=12");
    const page = await desk.open("/");
    expect(await page.innerText(".lead")).toBe(answer.sentence);
    expect(await page.locator(".today-lead").count()).toBe(1);
    expect(await page.locator(".today-choice [aria-current]").innerText()).toBe("7 days");
    await page.click(".today-choice a:has-text('30 days')");
    await page.waitForURL("**/?latest=month");
    await page.locator(".today-choice [aria-current]:has-text('30 days')").waitFor();
    await page.goBack();
    await page.locator(".today-choice [aria-current]:has-text('7 days')").waitFor();
  });

  it("leads from news to the words in the report", async () => {
    const page = await desk.open("/?latest=month");
    await page.locator("main .source").first().click();
    await page.waitForURL(/\/reports\/[0-9a-f]{16}\?at=\d+-\d+/);
  });

  it("goes through the headlines by j and k", async () => {
    const page = await desk.open("/");
    const titles = page.locator("main [data-stop]");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    expect(await titles.first().evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    const href = await titles.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
  });

  it("has no fault that axe-core finds over many reports", async () => {
    const page = await desk.open("/?latest=month&all=yes", { colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
  });

  it("renews itself when a report comes in", async () => {
    const page = await desk.open("/?latest=report");
    const before = await page.innerText(".lead");
    const response = await fetch(`${desk.address}/api/reports`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ text: REPORT, title: "Marchetti in Oslo", published: "2030-01-08" }),
    });
    expect(response.status).toBe(201);
    await page.locator(".today-just-in a:has-text('Marchetti in Oslo')").waitFor();
    await page.locator(".kicker:has-text('8 January 2030')").waitFor();
    expect(await page.innerText(".lead")).not.toBe(before);
    await settled(page);
  });
});

describe.skipIf(noBrowser)("Today over an empty record", () => {
  const desk = webDesk({ empty: true });

  it("says so and leads to the Inbox", async () => {
    const page = await desk.open("/");
    expect(await page.innerText("main .empty-title")).toBe("The record is empty.");
    expect(await violations(page)).toEqual([]);
    await page.click("main .empty a");
    await page.waitForURL("**/inbox");
  });

  it("so do the other views", async () => {
    for (const path of ["/coming", "/encounters", "/positions"]) {
      const page = await desk.open(path);
      expect(await page.locator("main .empty a[href='/inbox']").count(), path).toBe(1);
    }
  });
});
