import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const TITLE = "French and Turkish presidents speak for the first time since Tirana";

describe.skipIf(noBrowser)("a report", () => {
  const desk = webDesk();
  let report: { id: string; text: string };
  let path: string;
  beforeAll(async () => {
    const { items } = await desk.api(`reports?words=${encodeURIComponent('"silence in the eastern"')}`);
    report = await desk.api(`reports/${items[0].id}`);
    path = `/reports/${report.id.slice(0, 16)}`;
  });

  const callKey = async (): Promise<string> => {
    const { entries } = await desk.api(`reports/${report.id}`);
    return entries.find(({ entry }: { entry: { trigger?: string } }) => entry.trigger === "spoke").key;
  };
  const chosen = (page: Page) => page.locator(".report-entry.is-selected");

  it("shows the text as it is, with who published it and when, and what is not known", async () => {
    const page = await desk.open(path);
    expect(await page.innerText("h1")).toBe(TITLE);
    expect(await page.innerText(".report-facts")).toContain("Friday 3 September 2027");
    expect(await page.innerText(".report-facts")).toMatch(/Publisher\s+unknown/);
    const lines = await page.locator(".report-line").allTextContents();
    expect(lines).toEqual(report.text.split("\n").filter((line) => line.trim() !== ""));
    expect(await page.innerText(".report-claims")).toContain("first conversation between the two since");
  });

  it("opens an entry with all its values and why each is there, from the words and from the list", async () => {
    const page = await desk.open(path);
    await page.click(".report-body >> text=spoke");
    await page.waitForURL(/entry=/);
    const fields = await chosen(page).innerText();
    expect(fields).toContain("Phone call");
    expect(fields).toContain("2 September 2027");
    expect(fields).toContain("50 minutes");
    expect(fields).toMatch(/inferred.*time\.weekday\.past/s);
    expect(fields).toContain("“Thursday”");
    expect(fields).toMatch(/Topics\s+none told/);
    // The words around it belong to a statement: pressed again, they mean that one.
    await page.click(".report-body >> text=spoke");
    await page.waitForSelector(".report-entry-statement.is-selected");
    await chosen(page).locator("..").locator("xpath=following-sibling::li[1]").locator("h3 a").click();
    await page.waitForSelector(".report-entry-contact.is-selected");
    expect(await page.locator(".report-mark[data-chosen]").first().textContent()).toBe("spoke");
  });

  it("lights what belongs together under the pointer and with the focus", async () => {
    const page = await desk.open(path);
    const key = await callKey();
    await page.hover(".report-body >> text=spoke");
    await page.waitForSelector(`#entry-${key}[data-lit]`);
    await page.locator(`#entry-${key} h3 a`).focus();
    await page.waitForSelector(`.report-mark[data-key="${key}"][data-lit]`);
  });

  it("marks cited words and brings them into view", async () => {
    const from = report.text.indexOf("the first tranche");
    const page = await desk.open(`${path}?at=${from}-${from + 17}`);
    const cited = page.locator(".report-cited");
    expect(await cited.textContent()).toBe("the first tranche");
    await expect.poll(async () => (await cited.boundingBox())!.y).toBeLessThan(700);
    expect((await cited.boundingBox())!.y).toBeGreaterThan(0);
    await page.click(".report-unmark");
    await cited.waitFor({ state: "detached" });
  });

  it("shows the kinds that are chosen, and keeps the choice in the address", async () => {
    const page = await desk.open(path);
    await page.click(".report-kind-sum");
    await page.waitForURL(/show=sum/);
    expect(await page.locator(".report-entry").count()).toBe(await page.locator(".report-entry-sum").count());
    await page.reload();
    await settled(page);
    expect(await page.locator(".report-mark-contact").count()).toBe(0);
    expect(await page.locator(".report-mark-sum").count()).toBeGreaterThan(0);
  });

  it("says who is meant and when, where one wants to know", async () => {
    const page = await desk.open(path);
    await page.check("text=Who is meant");
    await page.check("text=Times");
    await page.waitForURL(/names=yes.*times=yes/);
    expect(await page.getAttribute(".report-who >> text=/^her$/", "data-gloss")).toBe("Hélène Marchetti");
    expect(await page.getAttribute(".report-time:has-text('Thursday')", "data-gloss")).toBe("2 September 2027");
  });

  it("goes through entries by keys, confirms one, and undoes that", async () => {
    const page = await desk.open(path);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await page.keyboard.press("j");
    expect(await chosen(page).innerText()).toContain("Phone call");
    await page.keyboard.press("c");
    await page.waitForSelector(".report-entry.is-selected .report-entry-state >> text=confirmed");
    expect(await page.innerText(".report-history")).toContain(
      "Tester confirmed the phone call of Hélène Marchetti and Kemal Aydoğan",
    );
    await page.keyboard.press("u");
    await page.waitForSelector(".report-entry-state", { state: "detached" });
    expect(await page.innerText(".report-history")).toContain("Tester undid the confirmation of the phone call");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".report-entry.is-selected", { state: "detached" });
  });

  it("corrects a value by keys, says why it is there, and undoes it from the toast", async () => {
    const page = await desk.open(`${path}?entry=${await callKey()}`);
    await page.keyboard.press("e");
    await page.selectOption(".report-form select", "date");
    await page.getByRole("textbox", { name: "Date" }).fill("2027-09-01");
    expect(await page.innerText(".form-hint")).toBe("1 September 2027");
    await page.fill(".report-form >> text=Why", "The readout of the Élysée.");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".toast >> text=Date is now 1 September 2027.");
    await page.waitForSelector(".report-entry.is-selected .report-why >> text=Corrected by Tester");
    expect(await chosen(page).innerText()).toContain("It was read as 2 September 2027.");
    await page.click(".toast button");
    await page.waitForSelector(".layer-off >> text=undone");
    await page.waitForSelector(".report-why >> text=Corrected by Tester", { state: "detached" });
  });

  it("says in the form, in the server's words, why a value cannot be", async () => {
    const page = await desk.open(`${path}?entry=${await callKey()}`, { mayFail: /422/ });
    await page.keyboard.press("e");
    await page.selectOption(".report-form select", "date");
    await page.getByRole("textbox", { name: "Date" }).fill("next Tuesday");
    await page.click(".report-form button[type=submit]");
    expect(await page.innerText(".report-form .failed")).toContain('"next Tuesday" is no date such as');
    await page.keyboard.press("Escape");
    await page.waitForSelector(".report-form", { state: "detached" });
  });

  it("changes the parties with names that are suggested", async () => {
    const page = await desk.open(`${path}?entry=${await callKey()}`);
    await page.click(".report-field:has-text('Parties') .report-correct");
    await page.click("text=Take out Kemal Aydoğan");
    await page.fill(".actors-add input", "gree");
    await page.waitForSelector("datalist option[value=Greece]", { state: "attached" });
    await page.fill(".actors-add input", "Greece");
    await page.keyboard.press("Enter");
    await page.click(".report-form button[type=submit]");
    await page.waitForSelector(".toast >> text=Parties is now Hélène Marchetti and Greece.");
    const { items } = await desk.api(`reports/${report.id}/changes`);
    expect(items.at(-1).body.becomes).toEqual(["Hélène Marchetti", "GRC"]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("u");
    await page.waitForSelector(".toast >> text=Undone.");
  });

  it("removes an entry and brings it back", async () => {
    const key = await callKey();
    const page = await desk.open(`${path}?entry=${key}`);
    await page.keyboard.press("x");
    await page.click(".report-form button[type=submit]");
    await page.waitForSelector(`#entry-${key}`, { state: "detached" });
    await page.locator(".layer >> text=Undo").first().click();
    await page.waitForSelector(`#entry-${key}`);
  });

  it("adds an entry from words selected by keys alone", async () => {
    const page = await desk.open(path);
    await page.keyboard.press("a");
    await page.waitForSelector(".report-bar");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowRight");
    expect(await page.innerText(".report-bar-words")).toBe("“ANKARA - French President”");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".report-form");
    await page.click(".report-form .choices button:text-is('Act')");
    await page.selectOption(".report-form select", "PROTEST");
    await page.click(".report-form button[type=submit]");
    await page.waitForSelector(".toast >> text=Act added.");
    const added = page.locator(".report-entry:has-text('added by a person')");
    expect(await added.innerText()).toContain("Protests");
    expect(await added.innerText()).toContain("“ANKARA - French President”");
    await page.click(".toast button");
    await added.waitFor({ state: "detached" });
  });

  it("adds an entry from words selected with the mouse", async () => {
    const page = await desk.open(path);
    const { x, y, height } = (await page.locator(".report-words >> text=spoke").boundingBox())!;
    await page.mouse.move(x + 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + height / 2, { steps: 5 });
    await page.mouse.up();
    const words = (await page.innerText(".report-bar-words")).slice(1, -1).trim();
    expect(words).toMatch(/^s?p?oke by/);
    await page.click(".report-bar >> text=Add an entry");
    expect((await page.innerText(".report-spans")).trim()).toContain(words);
    await page.keyboard.press("Escape");
    await page.waitForSelector(".report-form", { state: "detached" });
  });

  it("keeps the name under which changes are made", async () => {
    const page = await desk.open(path);
    await page.click("text=Change the name");
    await page.fill(".changes-author input", "Zoë Åkesson");
    await page.keyboard.press("Enter");
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    await page.waitForSelector(".layer >> text=Zoë Åkesson");
    await page.keyboard.press("u");
    await page.waitForSelector(".layer-off >> text=undone");
  });

  it("says what was mended, with the words", async () => {
    const { items } = await desk.api(`reports?words=${encodeURIComponent('"fair to our fishermen"')}`);
    const page = await desk.open(`/reports/${items[0].id.slice(0, 16)}`);
    const mended = await page.innerText(".report-mended");
    expect(mended).toContain("Quotation closed.");
    expect(mended).toContain("Currency inferred.");
    await page.locator(".report-mended a").first().click();
    await page.waitForSelector(".report-cited");
  });

  it("says so where there is no such report", async () => {
    const page = await desk.open("/reports/0123456789abcdef", { mayFail: /404/ });
    expect(await page.innerText(".failed")).toContain("No report 0123456789ab is in the store.");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open(`${path}?entry=${await callKey()}&names=yes&times=yes`, { colorScheme });
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("e");
    await page.waitForSelector(".report-form");
    expect(await violations(page)).toEqual([]);
  });

  it("is no wider than the narrowest screen, and the selected entry leaves its words in sight", async () => {
    const page = await desk.open(`${path}?entry=${await callKey()}`, { viewport: { width: 360, height: 740 } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(360);
    const words = (await page.locator(".report-mark[data-chosen]").first().boundingBox())!;
    const sheet = (await chosen(page).boundingBox())!;
    expect(words.y).toBeGreaterThan(0);
    expect(words.y + words.height).toBeLessThan(sheet.y);
    expect(await violations(page)).toEqual([]);
  });
});
