import { beforeAll, describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const REPORTS = [
  {
    title: "Paris on the call",
    published: "2025-06-10",
    text: "Emmanuel Macron spoke by phone with Vladimir Putin on Monday for 20 minutes.",
  },
  {
    title: "Moscow on the call",
    published: "2025-06-10",
    text: "Vladimir Putin and Emmanuel Macron held a telephone conversation on Monday. The phone call lasted two hours.",
  },
  {
    title: "A meeting is planned",
    published: "2025-06-12",
    text: "Emmanuel Macron will meet Vladimir Putin in Geneva on 20 June, the Kremlin said.",
  },
];

describe.skipIf(noBrowser)("an encounter", () => {
  const desk = webDesk();
  let id = "";
  beforeAll(async () => {
    for (const report of REPORTS) {
      const response = await fetch(`${desk.address}/api/reports`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(report),
      });
      expect(response.status).toBe(201);
    }
    const { items } = await desk.api("encounters?actor=Macron&with=Putin&contradicted=true");
    id = items[0].id;
  }, 60_000);

  it("sets what reports say against each other side by side, each with its words", async () => {
    const page = await desk.open(`/encounters/${id}`);
    expect(await page.innerText("h1")).toMatch(/^Phone call of /);
    expect(await page.innerText(".lead")).toContain("(reports disagree)");
    const sides = page.locator(".encounter-dispute .encounter-sides > div");
    expect(await sides.locator(".encounter-side-value").allInnerTexts()).toEqual(["20 minutes", "2 hours"]);
    expect(await sides.locator("mark").allInnerTexts()).toEqual(["20 minutes", "two hours"]);
    expect(await page.innerText(".encounter-dispute .disputed")).not.toMatch(/PT/);
  });

  it("shows its life as steps, each with the words of its report", async () => {
    const page = await desk.open(`/encounters/${id}`);
    const steps = page.locator(".encounter-life > li");
    expect(await steps.count()).toBe(2);
    expect(await steps.first().innerText()).toContain("10 June 2025");
    await steps.first().locator(".source").click();
    await page.waitForURL(/\/reports\/[0-9a-f]{16}\?at=\d+-\d+$/);
  });

  it("leads to each entry for its correction", async () => {
    const page = await desk.open(`/encounters/${id}`);
    const { entries } = await desk.api(`encounters/${id}`);
    const links = await page
      .locator(".encounter-entries td:last-child a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")?.split("entry=")[1]));
    expect(links).toEqual(entries.map(({ key }: { key: string }) => key));
  });

  it("says in words why its entries are one", async () => {
    const page = await desk.open(`/encounters/${id}`);
    const { joined } = await desk.api(`encounters/${id}`);
    const text = await page.innerText(".encounter-why");
    for (const { why } of joined[0].rules) expect(text).toContain(why);
    expect(text).toContain("one encounter");
  });

  it("goes to the next of the two and back, by link and by key", async () => {
    const page = await desk.open(`/encounters/${id}`);
    await page.locator(".encounter-neighbour", { hasText: "After" }).waitFor();
    await page.keyboard.press("j");
    await page.locator("h1", { hasText: "Meeting" }).waitFor();
    await page.click(".encounter-neighbour:has-text('Before')");
    await page.waitForURL(`**/encounters/${id}`);
    await settled(page);
    await page.click(".page-actions a");
    await page.waitForURL("**/relations/**");
  });

  it("says so where there is none of that address", async () => {
    const page = await desk.open("/encounters/xfff000fff000", { mayFail: /404/ });
    expect(await page.innerText(".failed")).toContain("No encounter");
    expect(await page.locator(".failed a[href='/encounters']").count()).toBe(1);
  });

  it("fits a narrow screen", async () => {
    const page = await desk.open(`/encounters/${id}`, { viewport: { width: 360, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open(`/encounters/${id}`, { colorScheme });
    expect(await violations(page)).toEqual([]);
  });
});
