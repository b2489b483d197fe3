import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const A = "Grace Mutua";
const B = "Tarek Selmy";
const part = encodeURIComponent;
const pair = `/relations/${part(A)}/${part(B)}`;

describe.skipIf(noBrowser)("the relation of two actors", () => {
  const desk = webDesk();
  const pathOf = (url: string): string => decodeURIComponent(new URL(url).pathname);

  it("draws every encounter as a link in the lane of its medium, and has the same as a table", async () => {
    const page = await desk.open(pair);
    const { items } = await desk.api(`encounters?actor=${part(A)}&with=${part(B)}&limit=500`);
    expect(items.length).toBeGreaterThan(4);
    const marks = page.locator(".relation-timeline a.chart-encounter");
    expect(await marks.count()).toBe(items.length);
    const media = new Set(items.map(({ medium }: { medium: string | null }) => medium));
    expect(await page.locator(".relation-timeline .chart-lane-rule").count()).toBe(media.size);
    const held = items.filter(({ status }: { status: string }) => status === "held");
    expect(await page.locator(".relation-timeline a.mark-held").count()).toBe(held.length);
    await page.click(".chart-table summary");
    expect(await page.locator(".chart-table table").first().locator("tbody tr").count()).toBe(items.length);
  });

  it("is one stop for the tab key, within which arrows move; Enter follows without loading the page anew", async () => {
    const page = await desk.open(pair);
    await page.evaluate("window.stayed = true");
    const marks = page.locator(".relation-timeline a.chart-link");
    expect(await page.locator(".relation-timeline a.chart-link[tabindex='0']").count()).toBe(1);
    await marks.first().focus();
    await page.keyboard.press("ArrowRight");
    const words = await page.evaluate<string>("document.activeElement.getAttribute('aria-label')");
    expect(words).toBe(await marks.nth(1).getAttribute("aria-label"));
    expect(await page.innerText(".chart-told")).toBe(words);
    const href = await marks.nth(1).getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
    await settled(page);
    expect(await page.evaluate("window.stayed")).toBe(true);
  });

  it("keeps period and medium in the address, and the way back", async () => {
    const page = await desk.open(pair);
    const all = await page.locator("a.chart-encounter").count();
    await page.click(".choices button:has-text('By phone')");
    await page.waitForURL("**?medium=phone");
    await page.locator(".choices [aria-pressed=true]").waitFor();
    await settled(page);
    const { total } = await desk.api(`encounters?actor=${part(A)}&with=${part(B)}&medium=phone`);
    await expect.poll(() => page.locator("a.chart-encounter").count()).toBe(total);
    expect(total).toBeLessThan(all);
    await page.fill(".filters input[type=date] >> nth=0", "2027-06-01");
    await page.waitForURL(/since=2027-06-01/);
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator("a.chart-encounter").count()).toBe(all);
  });

  it("says when they were last in contact, with the words", async () => {
    const page = await desk.open(pair);
    const { sentence, last } = await desk.api(`questions/last?a=${part(A)}&b=${part(B)}`);
    expect(await page.innerText(".lead")).toBe(sentence);
    const row = page.locator("section[aria-label='Last contact'] .encounter").first();
    await row.locator("summary").click();
    expect(await row.locator("blockquote mark").first().innerText()).toBe(last.evidence[0].quote);
    await row.locator(".source").first().click();
    await page.waitForURL(/\/reports\/[0-9a-f]{16}\?at=\d+-\d+$/);
  });

  it("chooses two actors with a field that suggests, by the keyboard alone, and swaps them with x", async () => {
    const page = await desk.open("/relations");
    const [one, other] = [page.getByLabel("One", { exact: true }), page.getByLabel("The other", { exact: true })];
    await one.fill("mutu");
    await page.locator("[role=option]").first().waitFor();
    await one.press("ArrowDown");
    expect(await one.getAttribute("aria-activedescendant")).toMatch(/-0$/);
    expect(await violations(page)).toEqual([]);
    await one.press("Enter");
    expect(await one.inputValue()).toBe(A);
    await other.fill(B);
    await other.press("Enter");
    await page.waitForURL(`**${pair}`);
    // The list that was left has a heading too.
    await page.waitForSelector(`h1:has-text("${A} and ${B}")`);
    await page.locator("h1").focus();
    await page.keyboard.press("x");
    await page.waitForURL(`**/relations/${part(B)}/${part(A)}`);
    await page.keyboard.press("b");
    await page.waitForURL("**/brief");
    expect(pathOf(page.url())).toBe(`/relations/${B}/${A}/brief`);
  });

  it("closes suggestions with Escape and keeps who was there", async () => {
    const page = await desk.open(pair);
    const one = page.getByLabel("One", { exact: true });
    await one.fill("aydo");
    await page.locator("[role=option]").first().waitFor();
    await one.press("Escape");
    expect(await page.locator("[role=option]").count()).toBe(0);
    expect(await one.inputValue()).toBe(A);
  });

  it("offers whom an unclear name may mean", async () => {
    const page = await desk.open(`/relations/Grace Mutuo/${part(B)}`, { mayFail: /422/ });
    expect(await page.innerText(".failed")).toContain("Grace Mutuo");
    const candidate = page.locator(".candidates a").first();
    if ((await candidate.count()) > 0) expect(await candidate.getAttribute("href")).toContain(`/${part(B)}`);
  });

  it("says what is not in the record", async () => {
    const page = await desk.open("/relations/Norway/Japan");
    expect(await page.innerText(".empty")).toContain("Not in the record");
    expect(await violations(page)).toEqual([]);
  });

  it("lists the pairs with the most encounters, by actors or by states, moved through with j and k", async () => {
    const page = await desk.open("/relations");
    const { links, nodes } = await desk.api("network?top=1000");
    const rows = page.locator(".relations-pairs tbody tr");
    expect(await rows.count()).toBe(Math.min(50, links.length));
    const nameOf = (id: string): string => nodes.find((node: { id: string }) => node.id === id).name;
    expect(await rows.first().locator("a").innerText()).toBe(`${nameOf(links[0].a)} and ${nameOf(links[0].b)}`);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const focused = "document.activeElement.getAttribute('href')";
    expect(await page.evaluate(focused)).toBe(await rows.first().locator("a").getAttribute("href"));
    await page.click("button:has-text('States')");
    await page.waitForURL("**/relations?by=states");
    const states = await desk.api("network?by=states&top=1000");
    await expect.poll(() => rows.count()).toBe(Math.min(50, states.links.length));
    expect(await violations(page)).toEqual([]);
  });

  it("fits a narrow screen", async () => {
    const page = await desk.open(pair, { viewport: { width: 360, height: 800 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    expect(await violations(page)).toEqual([]);
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open(pair, { colorScheme });
    await page.click(".chart-table summary");
    expect(await violations(page)).toEqual([]);
  });
});
