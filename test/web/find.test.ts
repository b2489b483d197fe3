import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("the view of full text", () => {
  const desk = webDesk();

  it("shows reports with the words marked, and entries with their words", async () => {
    const page = await desk.open("/find?words=ceasefire");
    const found = await desk.api("questions/find?words=ceasefire");
    expect(await page.innerText(".find-sentence")).toBe(found.sentence);
    expect(await page.locator(".find-reports > li").count()).toBe(found.reports.length);
    expect((await page.locator(".find-snippet mark").first().innerText()).toLowerCase()).toBe("ceasefire");
    expect(await page.innerText(".find-reports")).not.toContain("«");
    expect(await page.locator(".find-quote a").first().getAttribute("href")).toMatch(
      /^\/reports\/[0-9a-f]{16}\?at=\d+-\d+$/,
    );
  });

  it("narrows by facets that stand in the address, and takes them away again", async () => {
    const page = await desk.open("/find?words=ceasefire");
    const year = page.locator(".find-facet", { hasText: "Year" }).locator("a").first();
    const [value = "", count = ""] = (await year.innerText()).split(/\s+/);
    await year.click();
    await page.waitForURL(`**year=${value}`);
    await page.waitForSelector(".find-chips");
    await page.waitForSelector(`.find-sentence:text-matches("^${count} entr")`);
    await page.click(".find-chips a");
    await page.waitForSelector(".find-chips", { state: "detached" });
    expect(page.url()).not.toContain("year=");
    await page.goBack();
    await page.waitForSelector(".find-chips");
  });

  it("says how many are shown, and shows more", async () => {
    const page = await desk.open("/find?words=ceasefire&limit=3");
    expect(await page.locator(".find-entries > li").count()).toBe(3);
    await page.click(".more a:has-text('Show more')");
    await page.waitForURL("**limit=6");
    await page.waitForSelector(".find-entries > li:nth-child(6)");
  });

  it("says when nothing has the words, and how to look without any", async () => {
    const none = await desk.open("/find?words=zweihundert");
    expect(await none.innerText(".empty")).toContain("These words are in no report");
    const empty = await desk.open("/find");
    expect(await empty.innerText(".empty")).toContain("Give the words");
    await empty.fill(".find-words input", "truce");
    await empty.keyboard.press("Enter");
    await empty.waitForURL("**/find?words=truce");
    await settled(empty);
    expect(await empty.locator(".find-reports > li").count()).toBeGreaterThan(0);
  });

  it("says what the server says where an actor is not known", async () => {
    const page = await desk.open("/find?words=ceasefire&actor=Zzyzx", { mayFail: /422/ });
    expect(await page.innerText(".failed")).toContain("Nobody called “Zzyzx” is in the record");
  });

  it("moves through what was found by j and k", async () => {
    const page = await desk.open("/find?words=ceasefire");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    const second = await page.locator(".find-reports .find-title").nth(1).innerText();
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe(second);
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/find?words=ceasefire&year=2027", { colorScheme });
    expect(await violations(page)).toEqual([]);
    const narrow = await desk.open("/find?words=ceasefire", { colorScheme, viewport: { width: 360, height: 700 } });
    await narrow.click(".find-open");
    expect(await violations(narrow)).toEqual([]);
    expect(await narrow.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  });
});
