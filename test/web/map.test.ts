import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("the map", () => {
  const desk = webDesk();

  it("shows places where they lie and states by their encounters, and the same as tables", async () => {
    const page = await desk.open("/map");
    await page.waitForSelector(".map-picture");
    const { items, states } = await desk.api("places?status=held");
    const placed = items.filter((one: { latitude: number | null }) => one.latitude !== null);
    expect(await page.locator(".map-place").count()).toBe(placed.length);
    expect(await page.locator("a:has(> .map-land)").count()).toBeGreaterThan(5);
    expect(await page.locator(".map-table tbody tr").count()).toBe(items.length + states.length);
  });

  it("lists the encounters of a place that is chosen, in a part of the page with an address", async () => {
    const page = await desk.open("/map");
    await page.locator(".map-place[tabindex='0']").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL("**place=*");
    await page.waitForSelector(".map-here .encounter");
    expect(await page.locator(".map-here .section-head a").first().getAttribute("href")).toMatch(
      /^\/encounters\?.*place=/,
    );
    await page.click(".map-here .section-head a:has-text('Close')");
    await page.waitForSelector(".map-here", { state: "detached" });
  });

  it("goes to regions by buttons and keys, nearer and further", async () => {
    const page = await desk.open("/map");
    await page.waitForSelector(".map-picture");
    await page.click(".map-buttons button:has-text('Europe')");
    await page.waitForURL("**at=16*");
    await page.keyboard.press("+");
    await page.waitForURL("**7.36");
    await page.keyboard.press("1");
    await page.waitForURL((url) => !url.searchParams.has("at"));
    expect(await page.getAttribute(".map-buttons button:has-text('World')", "aria-pressed")).toBe("true");
  });

  it("says so when nothing fits", async () => {
    const page = await desk.open("/map?since=2090-01-01");
    expect(await page.innerText(".empty")).toContain("No encounter fits");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/map?place=Ankara", { colorScheme });
    await page.waitForSelector(".map-picture");
    expect(await violations(page)).toEqual([]);
    const narrow = await desk.open("/map", { colorScheme, viewport: { width: 360, height: 700 } });
    await narrow.waitForSelector(".map-picture");
    expect(await narrow.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  });
});
