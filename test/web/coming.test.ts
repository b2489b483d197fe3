import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

const DAY = "2027-10-01";
const AT = `/coming?today=${DAY}`;

describe.skipIf(noBrowser)("Coming", () => {
  const desk = webDesk();

  it("shows a month with bars, and beneath it what they are", async () => {
    const page = await desk.open(AT);
    expect(await page.innerText(".coming-months h2")).toBe("October 2027");
    expect(await page.locator(".coming-day-today time").getAttribute("datetime")).toBe(DAY);
    expect(await page.locator(".coming-bar .coming-label").count()).toBeGreaterThan(0);
    const href = await page.locator(".coming-label").first().getAttribute("href");
    await page.locator(".coming-label").first().click();
    await page.waitForURL(`**${href}`);
  });

  it("goes to other months by keys, and back", async () => {
    const page = await desk.open(AT);
    await page.keyboard.press("]");
    await page.locator(".coming-months h2:has-text('November 2027')").waitFor();
    expect(new URL(page.url()).searchParams.get("month")).toBe("2027-11");
    await page.goBack();
    await page.locator(".coming-months h2:has-text('October 2027')").waitFor();
  });

  it("lists week by week what has days, and apart what has none and what has passed", async () => {
    const { coming, passed } = await desk.api(`questions/upcoming?today=${DAY}`);
    const page = await desk.open(`${AT}&view=agenda`);
    const told = coming.filter(({ window }: { window: { from: string; to: string } }) => window.from && window.to);
    expect(await page.locator(".coming-agenda .coming-plan").count()).toBe(told.length);
    expect(await page.locator("section[aria-label='No day told'] .coming-plan").count()).toBe(
      coming.length - told.length,
    );
    expect(await page.locator("section[aria-label='Passed'] .coming-plan").count()).toBe(passed.length);
    expect(await violations(page)).toEqual([]);
  });

  it("is an agenda on narrow screens until the calendar is asked for", async () => {
    const page = await desk.open(AT, { viewport: { width: 390, height: 844 } });
    expect(await page.locator(".coming-agenda").count()).toBe(1);
    await page.click("nav[aria-label=View] a:has-text('Calendar')");
    await page.locator(".coming-month").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it("offers its filters as a calendar to subscribe to", async () => {
    const page = await desk.open(`${AT}&actor=Grace+Mutua`);
    await page.click(".coming-subscribe summary");
    const address = await page.inputValue(".coming-subscribe input");
    expect(address).toBe(`${desk.address}/api/calendar.ics?actor=Grace+Mutua`);
    expect(await (await fetch(address)).text()).toContain("BEGIN:VCALENDAR");
  });

  it("looks from the day of the last report where that is chosen", async () => {
    const { reach } = await desk.api("questions/upcoming");
    const page = await desk.open("/coming");
    await page.click(".coming-from a:has-text('The last report')");
    await page.waitForURL(`**today=${reach.last}`);
    await expect.poll(() => page.inputValue(".coming-from input")).toBe(reach.last);
  });

  it("offers those who may be meant by an unclear name, and says so where nobody is", async () => {
    const page = await desk.open(`${AT}&actor=Nobody+Known`, { mayFail: /422/ });
    expect(await page.textContent("[role=alert]")).toContain("Nobody Known");
  });
});
