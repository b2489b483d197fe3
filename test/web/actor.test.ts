import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const A = "Grace Mutua";
const part = encodeURIComponent;

describe.skipIf(noBrowser)("actors", () => {
  const desk = webDesk();

  it("are listed by how many reports name them, and found by a part of a name, kind and state", async () => {
    const page = await desk.open("/actors");
    const { items } = await desk.api("actors?limit=100");
    const names = page.locator(".actors-rows td:first-child");
    expect(await names.allInnerTexts()).toEqual(items.map(({ name }: { name: string }) => name));
    await page.keyboard.press("f");
    await page.keyboard.type("mutua");
    await page.waitForURL("**/actors?named=mutua");
    const found = (await desk.api("actors?named=mutua&limit=100")).items.map(({ name }: { name: string }) => name);
    await expect.poll(() => names.allInnerTexts()).toEqual(found);
    await page.selectOption("select >> nth=0", "state");
    await page.waitForURL("**/actors?named=mutua&kind=state");
    await page.locator(".empty").waitFor();
    await page.click(".empty a");
    await page.waitForURL("**/actors");
    await expect.poll(() => names.count()).toBe(items.length);
  });

  it("come page by page", async () => {
    const page = await desk.open("/actors");
    const { items, next } = await desk.api("actors?limit=100");
    const rows = page.locator(".actors-rows tbody tr");
    expect(await rows.count()).toBe(items.length);
    if (next === null) return;
    await page.click("button:has-text('Show more actors')");
    await expect.poll(() => rows.count()).toBeGreaterThan(items.length);
  });

  it("are moved through with j and k and opened with Enter", async () => {
    const page = await desk.open("/actors");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    const href = await page.locator(".actors-rows a").first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
  });

  it("have a page with contacts by year, counterparts and positions, each leading on", async () => {
    const page = await desk.open(`/actors/${part(A)}`);
    const actor = await desk.api(`actors/${part(A)}`);
    expect(await page.innerText(".lead")).toContain(`Named in ${actor.reports} reports`);
    expect(await page.locator(".encounters .encounter").count()).toBe(actor.newest.length);
    const bars = page.locator(".actor-years a.chart-link");
    expect(await bars.first().getAttribute("aria-label")).toMatch(/^\d{4}: \d+ /);
    const first = page.locator(".actor-bars li").first();
    expect(await first.innerText()).toContain(String(actor.counterparts[0].encounters));
    expect(await first.locator("a").getAttribute("href")).toBe(
      `/relations/${part(actor.id)}/${part(actor.counterparts[0].actor.id)}`,
    );
    expect(await page.locator(".actor-topic").count()).toBeGreaterThan(0);
  });

  it("that are states show who acts for them", async () => {
    const page = await desk.open("/actors/KEN");
    const { acting } = await desk.api("actors/KEN");
    expect(await page.locator("section[aria-label='Who acts for it'] li").count()).toBe(acting.length);
  });

  it("are said to be nobody's name, or several's", async () => {
    const page = await desk.open("/actors/Nobody%20Atall", { mayFail: /422/ });
    expect(await page.innerText(".failed")).toContain("Nobody Atall");
  });

  it("can be taken for one and apart again", async () => {
    const { items } = await desk.api("actors?kind=person&limit=100");
    const gone = items.find(({ id }: { id: string }) => id !== A && !id.includes("(")).id;
    const page = await desk.open(`/actors/${part(gone)}`);
    await page.click("text=Somebody else in the record is the same");
    const other = page.getByLabel("The other", { exact: true });
    await other.fill(A);
    await other.press("Enter");
    await page.getByLabel("Why they are one").fill("A test.");
    await page.click(`.actor-choice:has-text('${A}')`);
    await page.click("button:has-text('Take them for one')");
    await page.waitForURL(`**/actors/${part(A)}`);
    await page.locator(".actor-decision", { hasText: gone }).waitFor();
    expect((await desk.api(`actors/${part(A)}`)).decisions).toHaveLength(1);
    await page.click(".actor-decision button:has-text('Undo')");
    await page.locator(".actor-decision").waitFor({ state: "detached" });
    expect((await desk.api(`actors/${part(A)}`)).decisions).toHaveLength(0);
  });

  it("can be told apart by report", async () => {
    const page = await desk.open(`/actors/${part("Jonas Brekke")}`, { mayFail: /422/ });
    await page.click("text=Some reports mean somebody else");
    await page.locator(".actor-reports input").first().check();
    await page.getByLabel("The name of the other").fill("Jonas Brekke (shipowner)");
    await page.getByLabel("Why they are two").fill("A test.");
    await page.click("button:has-text('Tell them apart')");
    await page.waitForURL(`**/actors/${part("Jonas Brekke (shipowner)")}`);
    await settled(page);
    expect(await page.innerText(".actor-decision")).toContain("Jonas Brekke (shipowner)");
    await page.click(".toast button:has-text('Undo')");
    await expect.poll(async () => (await desk.api("actors?named=shipowner")).items.length).toBe(0);
  });

  it.each(["light", "dark"] as const)("have no fault that axe-core finds, %s", async (colorScheme) => {
    for (const path of ["/actors", `/actors/${part(A)}`]) {
      const page = await desk.open(path, { colorScheme });
      if (path !== "/actors") await page.click("text=Somebody else in the record is the same");
      expect(await violations(page)).toEqual([]);
    }
  });

  it("fit a narrow screen", async () => {
    for (const path of ["/actors", `/actors/${part(A)}`]) {
      const page = await desk.open(path, { viewport: { width: 360, height: 800 } });
      expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    }
  });
});
