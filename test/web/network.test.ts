import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const FOCUSED = "document.activeElement.getAttribute('aria-label') ?? ''";

describe.skipIf(noBrowser)("the network", () => {
  const desk = webDesk();

  it("shows the same as a picture of links and as a table", async () => {
    const page = await desk.open("/network");
    const { nodes, links } = await desk.api("network?top=60");
    await page.waitForSelector(".network-picture");
    expect(await page.locator(".network-node").count()).toBe(nodes.length);
    expect(await page.locator(".network-link").count()).toBe(links.length);
    expect(await page.locator(".network-pairs tbody tr").first().innerText()).toContain(String(links[0].encounters));
    expect(await page.locator(".network-pairs tbody a").first().getAttribute("href")).toBe(
      `/relations/${encodeURIComponent(links[0].a)}/${encodeURIComponent(links[0].b)}`,
    );
  });

  it("is gone through by arrow keys; the mark in focus lights those it deals with", async () => {
    const page = await desk.open("/network");
    await page.waitForSelector(".network-picture");
    await page.locator(".network-node[tabindex='0']").focus();
    const first = await page.evaluate<string>(FOCUSED);
    const moved: string[] = [];
    for (const key of ["ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"]) {
      await page.keyboard.press(key);
      moved.push(await page.evaluate<string>(FOCUSED));
    }
    expect(moved.some((name) => name !== first)).toBe(true);
    expect(await page.locator(".network-node.network-dim").count()).toBeGreaterThan(0);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/actors/*");
  });

  it("keeps every choice in the address", async () => {
    const page = await desk.open("/network");
    await page.click(".choices button:has-text('States')");
    await page.waitForURL("**by=states");
    await page.waitForSelector(".network-node[aria-label^='France']");
    const handle = page.locator(".time-span input").first();
    await handle.focus();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL("**since=*");
    await expect.poll(() => page.innerText(".time-span legend")).not.toContain("all of it");
    await page.click(".time-span .link");
    await page.waitForURL((url) => !url.searchParams.has("since"));
    await page.goBack();
    await page.waitForURL("**since=*");
  });

  it("says so when nothing fits, and when an actor is not known", async () => {
    const none = await desk.open("/network?since=2090-01-01");
    expect(await none.innerText(".empty")).toContain("Choose nothing");
    const unknown = await desk.open("/network?actor=Zzyzx", { mayFail: /422/ });
    expect(await unknown.innerText(".failed")).toContain("Zzyzx");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/network", { colorScheme });
    await page.waitForSelector(".network-picture");
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 700 });
    await settled(page);
    await page.waitForSelector(".network-picture[width='320']");
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  });
});
