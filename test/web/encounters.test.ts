import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

describe.skipIf(noBrowser)("Encounters", () => {
  const desk = webDesk();

  it("lists all, page by page, under their years", async () => {
    const { total } = await desk.api("encounters");
    const page = await desk.open("/encounters");
    expect(await page.innerText(".lead")).toContain(`${total} encounters`);
    expect(await page.locator(".encounter").count()).toBe(50);
    await page.click(".more button");
    await page.locator(".encounter").nth(50).waitFor();
    expect(await page.locator(".encounters-year h2").first().innerText()).toMatch(/^\d{4}$/);
  });

  it("keeps every filter in its address, and takes them away", async () => {
    const page = await desk.open("/encounters");
    await page.click("button:has-text('not held')");
    await page.waitForURL("**/encounters?status=negated");
    const { total } = await desk.api("encounters?status=negated");
    await page.locator(`.lead:has-text('${total} encounter')`).waitFor();
    expect(await page.locator(".encounter").count()).toBe(total);
    await page.click(".encounters-more summary");
    await page.click("button:has-text('by phone')");
    await page.waitForURL("**/encounters?status=negated&medium=phone");
    await page.click(".lead a, .empty a");
    await page.waitForURL("**/encounters");
  });

  it("chooses the days of a column, by Enter", async () => {
    const page = await desk.open("/encounters");
    const column = page.locator(".encounters-chart a").first();
    const label = await column.getAttribute("aria-label");
    await column.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/since=\d{4}-\d\d-01&until=/);
    const count = /: (\d+) encounter/.exec(label ?? "")?.[1];
    await page.locator(`.lead:has-text('${count} encounter')`).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("moves by j and k, and opens by Enter", async () => {
    const page = await desk.open("/encounters");
    const rows = page.locator(".encounter [data-stop]");
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    const href = await rows.first().getAttribute("href");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${href}`);
  });

  it("says so where nothing fits, and what to do", async () => {
    const page = await desk.open("/encounters?since=1901-01-01&until=1901-12-31");
    expect(await page.innerText("main .empty-title")).toContain("No encounter in the record fits");
    await page.click("main .empty a");
    await page.waitForURL("**/encounters");
  });

  it("offers those who may be meant by an unclear name", async () => {
    const page = await desk.open("/encounters?actor=Nobody+Known", { mayFail: /422/ });
    expect(await page.textContent("[role=alert]")).toContain("Nobody Known");
  });
});
