import { describe, expect, it } from "vitest";
import { pathOf, VIEWS } from "../../tools/views.ts";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

/** What must hold of every view, whatever it shows. */
describe.skipIf(noBrowser)("every view", () => {
  const desk = webDesk();

  describe.each(Object.keys(VIEWS))("%s", (view) => {
    it("has no fault that axe-core finds, light, dark and narrow; fits 360 pixels; has one first heading and a title", async () => {
      const page = await desk.open(await pathOf(view, desk.address), { colorScheme: "light" });
      expect(await violations(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await violations(page), "dark").toEqual([]);
      await page.setViewportSize({ width: 360, height: 780 });
      await settled(page);
      await expect.poll(() => page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
      expect(await violations(page), "narrow").toEqual([]);
      expect(await page.locator("h1").count()).toBe(1);
      expect(await page.title()).toMatch(view === "today" ? /^Chancery$/ : /.+ · Chancery$/);
    });

    it("says so where the server fails, and comes back", async () => {
      const page = await desk.open("/nowhere", { mayFail: /Failed to load resource/ });
      const path = await pathOf(view, desk.address);
      await page.route(/\/api\/(?!events|info)/, (route) =>
        route.fulfill({
          status: 503,
          contentType: "application/problem+json",
          body: JSON.stringify({ type: "store", title: "The store", status: 503, detail: "The store is away." }),
        }),
      );
      await page.goto(desk.address + path);
      await settled(page);
      // A view that asks for nothing before the reader does has nothing to say.
      if (!(await page.locator("[role=alert]").count())) return;
      expect(await page.textContent("[role=alert]")).toContain("The store is away.");
      await page.unroute(/\/api\/(?!events|info)/);
      await page.locator("[role=alert] button").first().click();
      await expect.poll(() => page.locator("[role=alert]").count(), { timeout: 10_000 }).toBe(0);
    });
  });
});
