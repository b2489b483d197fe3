import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("the desk's frame", () => {
  const desk = webDesk();

  it("has a link to every view, and says where one is", async () => {
    const page = await desk.open("/coming");
    expect(await page.locator(".places a[aria-current=page]").innerText()).toBe("Coming");
    await page.click(".places a:has-text('Actors')");
    await settled(page);
    expect(new URL(page.url()).pathname).toBe("/actors");
    await page.goBack();
    await settled(page);
    expect(new URL(page.url()).pathname).toBe("/coming");
  });

  it("goes to views and to the box for questions by keys, which are silent while one types", async () => {
    const page = await desk.open("/");
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await page.waitForURL("**/inbox");
    await page.keyboard.press("/");
    await page.keyboard.type("gt?");
    expect(await page.inputValue("#ask")).toBe("gt?");
    expect(new URL(page.url()).pathname).toBe("/inbox");
  });

  it("shows its keys, and closes them with Escape", async () => {
    const page = await desk.open("/");
    await page.keyboard.press("?");
    await page.waitForSelector("dialog.help[open]");
    expect(await page.innerText("dialog.help")).toContain("ask a question");
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog.help:not([open])", { state: "attached" });
  });

  it("says so where an address leads nowhere", async () => {
    const page = await desk.open("/nowhere");
    expect(await page.innerText("h1")).toBe("There is no such page");
  });

  it("keeps the chosen colours", async () => {
    const page = await desk.open("/", { colorScheme: "light" });
    await page.selectOption(".theme select", "dark");
    await page.reload();
    await settled(page);
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
    expect(await violations(page)).toEqual([]);
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/nowhere", { colorScheme });
    expect(await violations(page)).toEqual([]);
  });
});
