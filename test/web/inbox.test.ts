import { describe, expect, it } from "vitest";
import { noBrowser, violations, webDesk } from "./fixture.ts";

const TEXT = "OSLO - Foreign Minister Ingrid Solheim met her Chilean counterpart, Pablo Rojas, in Oslo on Friday.";

describe.skipIf(noBrowser)("the inbox", () => {
  const desk = webDesk();

  it("reads a text, links to its report, and knows it the second time", async () => {
    const page = await desk.open("/inbox");
    await page.fill(".inbox-form textarea", TEXT);
    await page.fill("label:has-text('Title') input", "Solheim meets Rojas");
    await page.click("button:has-text('Read the text')");
    const report = page.locator(".inbox-is-new a").first();
    await report.waitFor();
    expect(await report.innerText()).toBe("Solheim meets Rojas");
    expect(await report.getAttribute("href")).toMatch(/^\/reports\/[0-9a-f]{16}$/);
    expect(await page.inputValue(".inbox-form textarea")).toBe("");
    await page.fill(".inbox-form textarea", TEXT);
    await page.click("button:has-text('Read the text')");
    await page.waitForSelector(".inbox-is-known a");
    expect(await page.innerText(".inbox-summary")).toContain("1 new · 1 known already");
  });

  it("reads files, says why one failed, and offers to try again", async () => {
    const page = await desk.open("/inbox");
    await page.setInputFiles("input[type=file]", [
      { name: "talks.txt", mimeType: "text/plain", buffer: Buffer.from(`${TEXT} They spoke of fish.`) },
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
    ]);
    await page.waitForSelector(".inbox-is-new");
    await page.waitForSelector(".inbox-is-failed");
    expect(await page.innerText(".inbox-is-failed")).toContain("empty.txt");
    expect(await page.innerText(".inbox-is-failed .inbox-why")).not.toBe("");
    await page.click(".inbox-is-failed button:has-text('Try again')");
    await page.waitForSelector(".inbox-is-failed button:has-text('Try again')");
    await page.click("button:has-text('Clear')");
    expect(await page.locator(".inbox-outcome").count()).toBe(0);
  });

  it("takes files that are dropped anywhere on the page", async () => {
    const page = await desk.open("/inbox");
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File(["ROME - The prime minister will visit Cairo in May."], "drop.txt", { type: "text/plain" }));
      return data;
    })()`);
    await page.dispatchEvent("footer", "dragenter", { dataTransfer: transfer });
    await page.waitForSelector(".inbox-drop");
    await page.dispatchEvent("footer", "drop", { dataTransfer: transfer });
    await page.waitForSelector(".inbox-is-new");
    expect(await page.locator(".inbox-drop").count()).toBe(0);
  });

  it("says in the server's words why an address cannot be read", async () => {
    const page = await desk.open("/inbox", { mayFail: /422/ });
    await page.keyboard.press("a");
    await page.keyboard.type("http://127.0.0.1:9/secret");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".inbox-is-failed .inbox-why");
    expect(await page.innerText(".inbox-is-failed")).toContain("Try again");
    expect(await page.innerText(".section[aria-label='Feeds']")).toContain("No feed is kept yet");
  });

  it.each(["light", "dark"] as const)("has no fault that axe-core finds, %s", async (colorScheme) => {
    const page = await desk.open("/inbox", { colorScheme, viewport: { width: 360, height: 700 } });
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
  });
});
