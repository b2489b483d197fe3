import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("changes", () => {
  const desk = webDesk();

  const change = async (body: object): Promise<void> => {
    const response = await fetch(`${desk.address}/api/changes`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
  };

  it("says so where nobody changed anything, and then lists what was changed, by whom and why", async () => {
    const empty = await desk.open("/changes");
    expect(await empty.innerText(".empty")).toContain("Nobody has changed anything yet.");

    const { items } = await desk.api("entries?type=contact&kind=call&status=held&limit=1");
    const [{ key, title }] = items;
    await change({
      type: "correct",
      key,
      field: "duration",
      becomes: "PT35M",
      reason: "By the readout.",
      author: "Ada",
    });
    await change({ type: "confirm", key, author: "Bo" });

    const page = await desk.open("/changes");
    const rows = page.locator(".layer");
    expect(await rows.count()).toBe(2);
    expect(await rows.nth(0).innerText()).toMatch(/^Bo confirmed the phone call of/);
    expect(await rows.nth(1).innerText()).toMatch(/Ada corrected “duration” of the phone call of .*35 minutes/s);
    expect(await rows.nth(1).innerText()).toContain("“By the readout.”");

    await page.selectOption("select >> nth=0", "correct");
    await page.waitForURL(/type=correct/);
    await page.waitForSelector("text=1 change shown");
    await page.click(`.layer >> text=${title}`);
    await page.waitForURL(new RegExp(`entry=${key}`));
    await settled(page);
    expect(await page.innerText(".report-entry.is-selected")).toContain("35 minutes");
  });

  it("undoes a change, and brings it back", async () => {
    const page = await desk.open("/changes?author=Ada");
    await page.click(".layer >> text=Undo");
    await page.waitForSelector(".layer-off >> text=undone");
    await page.goto(`${desk.address}/changes?type=undo`);
    await settled(page);
    expect(await page.innerText(".layer")).toContain("Tester undid");
    await page.click(".layer >> text=Bring it back");
    await page.waitForSelector("text=Undone. The history keeps both.");
    await page.goto(`${desk.address}/changes?author=Ada&active=true`);
    await settled(page);
    expect(await page.locator(".layer").count()).toBe(1);
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/changes", { colorScheme, viewport: { width: 360, height: 740 } });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
  });
});
