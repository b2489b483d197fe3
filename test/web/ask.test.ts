import { describe, expect, it } from "vitest";
import { noBrowser, settled, violations, webDesk } from "./fixture.ts";

const ask = (question: string, today?: string): string =>
  `/ask?q=${encodeURIComponent(question)}${today ? `&today=${today}` : ""}`;
const LAST = "When did Marchetti and Aydoğan last speak?";

describe.skipIf(noBrowser)("the view of questions", () => {
  const desk = webDesk();

  it("answers with the sentence, its words and how the question was read", async () => {
    const page = await desk.open(ask(LAST));
    const answer = await desk.api(`questions/ask?question=${encodeURIComponent(LAST)}`);
    expect(await page.innerText("h1")).toBe(LAST);
    expect(await page.innerText(".ask-sentence")).toBe(answer.sentence);
    const read = await page.innerText(".ask-read");
    expect(read).toContain("the last contact that was held");
    expect(read).toContain("the day");
    expect(await page.locator(".ask-people a").first().innerText()).toContain("Marchetti");
    const { report, from, to } = answer.evidence[0];
    const link = await page.locator(".ask-main .quote .source").first().getAttribute("href");
    expect(link).toBe(`/reports/${report.slice(0, 16)}?at=${from}-${to}`);
    expect(await page.locator(".ask-view a").getAttribute("href")).toMatch(/^\/relations\//);
  });

  it("lists what the sentence sums up, to be gone through by keys", async () => {
    const page = await desk.open(ask("List all meetings of Marchetti since January 2026."));
    await page.keyboard.press("j");
    expect(await page.evaluate<string>("document.activeElement.closest('.ask-lines') ? 'line' : ''")).toBe("line");
    await page.locator(".ask-lines .evidence summary").first().click();
    expect(await page.locator(".ask-lines .evidence[open] .source").count()).toBeGreaterThan(0);
    expect(await page.locator(".ask-view a").getAttribute("href")).toMatch(/^\/encounters\?.*since=2026-01-01/);
  });

  it("counts “last month” from the day of asking, and from another where that is chosen", async () => {
    const page = await desk.open(ask("How often did Marchetti and Aydoğan speak last month?", "2027-10-20"));
    expect(await page.innerText(".ask-read")).toContain("1 September 2027 to 30 September 2027");
    await page.fill(".ask-today input", "2027-12-20");
    await page.waitForURL("**today=2027-12-20");
    await page.waitForSelector(".ask-read :text('1 November 2027')");
    await page.goBack();
    await page.waitForSelector(".ask-read :text('1 September 2027')");
  });

  it("says honestly that something is not in the record, and what to do", async () => {
    const page = await desk.open(ask("How much did the EU promise Ukraine?"));
    expect(await page.innerText(".ask-sentence")).toMatch(/^Not in the record:.*reports? published from/s);
    expect(await page.innerText(".ask-instead")).toContain("add them");
  });

  it("says that it did not understand, with examples that lead on", async () => {
    const page = await desk.open(ask("foo bar"));
    expect(await page.innerText(".ask-sentence")).toContain("I did not understand");
    const example = page.locator(".ask-examples a").first();
    const question = await example.innerText();
    await example.click();
    await page.waitForSelector(`h1:text-is("${question}")`);
  });

  it("offers those who may be meant by a name", async () => {
    const question = "What did Kemal Aydoğan tell Hélène Marchetti?";
    const known = await desk.api(`questions/ask?question=${encodeURIComponent(question)}`);
    const page = await desk.open("/");
    const unclear = { ...known, outcome: "ambiguous-actor", found: false, sentence: "Several are called so." };
    await page.route("**/api/questions/ask?*", (route) =>
      route.fulfill({ json: { ...unclear, candidates: ["Hélène Marchetti (FRA)", "Hélène Marchetti (CHE)"] } }),
    );
    await page.fill("#ask", question);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".ask-sentence");
    expect(await page.innerText(".ask-sentence")).toBe("Several are called so.");
    expect(await page.locator(".ask-examples a").allInnerTexts()).toHaveLength(2);
  });

  it("shows without a question what can be asked, about those whom the record knows", async () => {
    const page = await desk.open("/ask");
    expect(await page.innerText("h1")).toBe("What can be asked");
    await page.locator(".ask-groups a").first().click();
    await page.waitForURL("**/ask?q=*");
    await settled(page);
    expect(await page.innerText(".ask-sentence")).not.toContain("did not understand");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open(ask(LAST), { colorScheme });
    expect(await violations(page)).toEqual([]);
    const empty = await desk.open("/ask", { colorScheme, viewport: { width: 360, height: 700 } });
    expect(await violations(empty)).toEqual([]);
    expect(await empty.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  });
});
