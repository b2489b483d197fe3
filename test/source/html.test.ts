import { describe, expect, test } from "vitest";
import { InputError } from "../../src/record/errors.ts";
import { htmlContent } from "../../src/source/html.ts";
import { loadReport } from "../../src/source/load.ts";

const SENTENCE =
  "The foreign minister of Norland met her Sudlish counterpart in Port Amber on Monday, her office said.";
const page = (head: string, body: string): Uint8Array =>
  new TextEncoder().encode(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`);
const read = (head: string, body = `<article><h1>Talks</h1><p>${SENTENCE}</p><p>${SENTENCE}</p></article>`) =>
  htmlContent(page(head, body), undefined);

describe("the article of a page", () => {
  test("is its paragraphs on lines of their own, without menus, captions and scripts", () => {
    const content = read(
      "<title>Talks | The Amber Post</title>",
      `<nav><a href="/">Home</a> <a href="/w">World</a></nav>
       <article><h1>Talks</h1><figure><img src="x"><figcaption>A photograph from 2019.</figcaption></figure>
       <p>${SENTENCE.replace(" met", "\n   <b>met</b>")}</p><script>alert("no")</script>
       <p>“It was useful,” she said.<br>He left.</p><ul><li>One point</li></ul></article>
       <aside>Read more: <a href="/x">Other news</a></aside><footer>© 2025 The Amber Post. All rights reserved.</footer>`,
    );
    expect(content.text.split("\n")).toEqual([SENTENCE, "“It was useful,” she said.", "He left.", "One point"]);
  });

  test("has its entities decoded and its control characters read as spaces", () => {
    const content = read("", `<p>${SENTENCE} &ldquo;Caf&eacute;&rdquo; &amp; more&#x1F91D;</p><p>${SENTENCE}\x07</p>`);
    expect(content.text).toContain("“Café” & more🤝");
    expect(content.text).not.toContain("\x07");
  });

  test("follows the page's own charset", () => {
    const bytes = Buffer.from(`<meta charset="iso-8859-1"><p>${SENTENCE} Caf\xe9.</p><p>${SENTENCE}</p>`, "latin1");
    expect(htmlContent(bytes, undefined).text).toContain("Café.");
  });
});

describe("what a page says of itself", () => {
  test("JSON-LD in a graph comes first", () => {
    const ld = {
      "@graph": [
        { "@type": "WebSite", name: "x" },
        {
          "@type": ["NewsArticle"],
          headline: "Talks &amp; tea",
          datePublished: "2025-12-21T23:10:00+01:00",
          publisher: { "@type": "Organization", name: "The Amber Post" },
        },
      ],
    };
    const head = `<script type="application/ld+json">${JSON.stringify(ld)}</script>
      <meta property="article:published_time" content="2020-01-01"><link rel="canonical" href="https://amber.example/1">`;
    expect(read(head)).toMatchObject({
      title: "Talks & tea",
      published: "2025-12-21",
      publisher: "The Amber Post",
      address: "https://amber.example/1",
    });
  });

  test.each([
    ['<meta property="article:published_time" content="2025-12-21T10:00:00Z">', "2025-12-21"],
    ['<meta name="date" content="December 21, 2025">', "2025-12-21"],
    ['<meta name="DC.date.issued" content="2025-12-21">', "2025-12-21"],
    ['<meta name="parsely-pub-date" content="2025-12-21T10:00:00Z">', "2025-12-21"],
    ['<meta name="date" content="03/04/2025">', null],
    ['<script type="application/ld+json">{broken</script>', null],
    ["", null],
  ])("the day of publication in %s", (head, date) => {
    expect(read(head).published).toBe(date);
  });

  test("a time element in the article counts, and a lone one anywhere; of several outside none does", () => {
    const p = `<p>${SENTENCE}</p><p>${SENTENCE}</p>`;
    const [one, two] = ["2025-12-21", "2025-12-20"].map((day) => `<time datetime="${day}T08:00">x</time>`);
    expect(read("", `<article>${one}${p}</article>${two}`).published).toBe("2025-12-21");
    expect(read("", `<div>${p}</div>${one}`).published).toBe("2025-12-21");
    expect(read("", `<div>${p}</div>${one}${two}`).published).toBeNull();
  });

  test("title and publisher from Open Graph", () => {
    const head =
      '<meta property="og:title" content="Talks"><meta property="og:site_name" content="Amber"><title>x</title>';
    expect(read(head)).toMatchObject({ title: "Talks", publisher: "Amber" });
  });
});

describe("a page without an article", () => {
  test.each([
    ["nothing", ""],
    [
      "menus and links",
      '<ul><li><a href="/a">World news of the day.</a></li><li><a href="/b">Sport and all the rest.</a></li></ul>',
    ],
    ["a form", "<form><label>Name</label><input><button>Send</button></form>"],
    ["a copyright line", "<p>© 2025 The Amber Post and its many partners. All rights reserved.</p>"],
    ["a script", "<script>document.write('The minister met her counterpart in the town today.')</script>"],
  ])("of %s says so", (_, body) => {
    expect(() => read("<title>News</title>", body)).toThrow(/holds no article/);
  });

  test("a check for browsers is named", () => {
    expect(() => read("", "<p>Please enable JavaScript and cookies to continue to the page you wanted.</p>")).toThrow(
      /check for browsers/,
    );
  });
});

describe("a hostile page", () => {
  test.each([
    ["deep nesting", "<div>".repeat(100_000)],
    ["a million tags", "<br>".repeat(1_000_000)],
    ["a million tag starts", "<".repeat(1_000_000)],
    ["an endless comment", `<!--${"<!--".repeat(300_000)}`],
    ["nested inline tags", "<b><i>".repeat(50_000)],
  ])("of %s is refused at once", (_, body) => {
    expect(() => read("", body)).toThrow(InputError);
  });

  test.each([
    ["an open quotation in a tag", `<p "${"x".repeat(500_000)}`],
    ["open tags", `<p>${SENTENCE}`.repeat(400)],
    ["many attributes", `<p ${Array.from({ length: 3000 }, (_, i) => `a${i}=1`).join(" ")}>${SENTENCE}</p>`],
    ["a script that loops", `<script>for(;;);</script><p onclick="x">${SENTENCE}</p><p>${SENTENCE}</p>`],
  ])("of %s gives text or an InputError", (_, body) => {
    try {
      expect(read("", body).text).toContain("Norland");
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
  });

  test("is given up when its time is over", async () => {
    const bytes = page("", "<div>some words and a comma, which counts</div>".repeat(40_000));
    await expect(loadReport({ bytes }, { timeLimit: 1500 })).rejects.toThrow(/took too long/);
  });
});
