import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

const A = "Grace Mutua";
const B = "Tarek Selmy";
const part = encodeURIComponent;
const pair = `/relations/${part(A)}/${part(B)}`;
const TODAY = "2027-11-15";

describe.skipIf(noBrowser)("the brief before a call", () => {
  const desk = webDesk();

  it("has every sentence with the numbers of its sources, which stand at the foot", async () => {
    const page = await desk.open(`${pair}/brief?today=${TODAY}`);
    const { sections } = await desk.api(`questions/brief?a=${part(A)}&b=${part(B)}&today=${TODAY}`);
    const text = (await page.innerText(".brief-sections")).replace(/\s+/g, " ");
    for (const { lines, none } of sections) {
      for (const { sentence } of lines) expect(text).toContain(sentence.replace(/\s+/g, " "));
      if (lines.length === 0) expect(text).toContain(none);
    }
    const numbers = await page
      .locator(".brief-sections sup a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    const cited = sections.flatMap(({ lines }: { lines: { evidence: unknown[] }[] }) =>
      lines.flatMap(({ evidence }) => evidence),
    );
    expect(numbers).toHaveLength(cited.length);
    for (const href of numbers) expect(await page.locator(`li${href}`).count()).toBe(1);
    await page.click(".brief-sections sup a >> nth=0");
    expect(new URL(page.url()).hash).toBe(numbers[0]);
    await page.click(".brief-sources .source >> nth=0");
    await page.waitForURL(/\/reports\/[0-9a-f]{16}\?at=\d+-\d+$/);
  });

  it("is for the day in its address", async () => {
    const page = await desk.open(`${pair}/brief?today=${TODAY}`);
    expect(await page.innerText(".lead")).toContain("15 November 2027");
    await page.fill("input[type=date]", "2027-03-01");
    await page.waitForURL("**/brief?today=2027-03-01");
    await expect.poll(() => page.innerText(".lead")).toContain("1 March 2027");
  });

  it("prints on A4 without what is only for the screen, and is one page", async () => {
    const page = await desk.open(`${pair}/brief?today=${TODAY}`);
    await page.evaluate("window.print = () => { window.printed = true; }");
    await page.click("button:has-text('Print')");
    expect(await page.evaluate("window.printed")).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".masthead, .page-actions").filter({ visible: true }).count()).toBe(0);
  });

  it("is copied as Markdown", async () => {
    const page = await desk.open(`${pair}/brief?today=${TODAY}`, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.click("button:has-text('Copy as Markdown')");
    await page.locator(".toast").waitFor();
    const copied = await page.evaluate<string>("navigator.clipboard.readText()");
    expect(copied).toContain(`# ${A} and ${B}`);
    expect(copied).toContain("## Sources");
  });

  it("leads back to the relation, also by key", async () => {
    const page = await desk.open(`${pair}/brief`);
    await page.keyboard.press("r");
    await page.waitForURL(`**${pair}`);
  });

  it("refuses one actor twice in plain words", async () => {
    const page = await desk.open(`/relations/${part(A)}/${part(A)}/brief`, { mayFail: /422/ });
    expect(await page.innerText(".failed")).toContain("a brief needs two");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open(`${pair}/brief?today=${TODAY}`, { colorScheme });
    expect(await violations(page)).toEqual([]);
  });
});
