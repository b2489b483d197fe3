import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("the list of reports", () => {
  const desk = webDesk();

  it("has every report with its day and how it came in, the newest first, and opens one", async () => {
    const { items } = await desk.api("reports?limit=50");
    const page = await desk.open("/reports");
    expect(await page.locator(".reports-title").allInnerTexts()).toEqual(
      items.map(({ title }: { title: string }) => title),
    );
    expect(await page.innerText(".reports-row:has-text('after drone incident')")).toMatch(
      /15 October\s.*\sBosporus Wire, web page/s,
    );
    await page.click("text=Marchetti welcomes readiness to talk");
    await page.waitForURL("**/reports/*");
    await settled(page);
    await expect.poll(() => page.innerText("h1")).toBe("Marchetti welcomes readiness to talk");
  });

  it("finds words, people and days, and keeps all that in the address", async () => {
    const page = await desk.open("/reports");
    await page.getByRole("searchbox").fill("desalination");
    await page.keyboard.press("Enter");
    await page.waitForURL(/words=desalination/);
    await page.waitForSelector(".reports-count >> text=/fits?\\./");
    expect(await page.locator(".reports-title").allInnerTexts()).toContain(
      "Joint communiqué of the Presidents of France and Türkiye",
    );
    await page.click("text=Take all filters away");
    await page.waitForURL((url) => url.search === "");
    await page.goBack();
    await page.waitForURL(/words=desalination/);
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("desalination");
  });

  it("says what to do where nothing fits", async () => {
    const page = await desk.open("/reports?words=zeppelin&since=2027-01-01&order=oldest");
    expect(await page.innerText(".empty")).toContain("No report fits.");
    expect(await page.inputValue("input[type=date]")).toBe("2027-01-01");
  });

  it("goes through its rows by keys", async () => {
    const page = await desk.open("/reports");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const first = await page.locator(".reports-title").first().innerText();
    expect(await page.locator(":focus").innerText()).toBe(first);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/reports/*");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/reports?order=oldest", { colorScheme, viewport: { width: 360, height: 740 } });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });
});
