import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { InputError } from "../record/errors.ts";
import { decode } from "./decode.ts";
import type { Page, PageNode } from "./dom.ts";
import { pageMetadata } from "./metadata.ts";
import { paragraphsOf } from "./paragraphs.ts";
import type { Content } from "./report.ts";
import { cleanText } from "./text.ts";

/** Limits that no article passes; beyond them the parser's time would grow faster than the page. */
const MAX_TAGS = 100_000;
const MAX_DEPTH = 500;

const NO_ARTICLE =
  "The page holds no article that can be told from its menus and links. Save the article as text and give that.";
const WALL =
  /enable javascript|javascript is (?:disabled|required)|verify (?:that )?you are (?:a )?human|checking your browser|access denied|are you a robot/i;
const BOILERPLATE = /^(?:©|\(c\)|copyright|all rights reserved|cookies?\b|we use cookies)/i;

/**
 * The article of an HTML page: paragraphs separated by "\n", title, day of publication, publisher.
 * Throws InputError where the page has no article or is nested beyond reason.
 */
export function htmlContent(bytes: Uint8Array, charset: string | undefined): Content {
  const decoded = decode(bytes, { charset, html: true });
  refuseHostile(decoded.text);
  const { document } = parseHTML(withBody(decoded.text));
  const metadata = pageMetadata(document as unknown as Page);
  const reader = new Readability<PageNode>(document, {
    charThreshold: 150,
    serializer: (node) => node as unknown as PageNode,
  });
  const article = reader.parse();
  if (!article?.content) throw new InputError(NO_ARTICLE);
  const paragraphs = paragraphsOf(article.content);
  refuseNoArticle(paragraphs);
  const { text, notes } = cleanText(paragraphs.map((paragraph) => paragraph.text).join("\n"));
  return {
    text,
    title: metadata.title ?? (article.title?.trim() || null),
    published: metadata.published,
    publisher: metadata.publisher ?? (article.siteName?.trim() || null),
    address: metadata.address,
    notes: [...decoded.notes, ...notes],
  };
}

/** HTML lets `html` and `body` be left out; the parser used here does not. */
function withBody(html: string): string {
  if (/<body[\s>]/i.test(html)) return html;
  return `<!doctype html><html><body>${html.replace(/<!doctype[^>]*>|<\/?html[^>]*>/gi, "")}</body></html>`;
}

/** An article has a paragraph with a sentence in it that is not a link, and is not a wall before the article. */
function refuseNoArticle(paragraphs: readonly { readonly text: string; readonly linked: number }[]): void {
  const whole = paragraphs.map(({ text }) => text).join(" ");
  const sentence = paragraphs.some(
    ({ text, linked }) =>
      linked < text.length / 2 &&
      text.split(/\s+/).length >= 6 &&
      /[.!?…。]["”’»)]*(?:\s|$)/.test(text) &&
      !BOILERPLATE.test(text),
  );
  const linked = paragraphs.reduce((sum, paragraph) => sum + paragraph.linked, 0);
  if (!sentence || linked > whole.length * 0.6) throw new InputError(NO_ARTICLE);
  if (whole.length < 600 && WALL.test(whole)) {
    throw new InputError(
      "The page shows a check for browsers instead of its article. Save the article from a browser and give the file.",
    );
  }
}

/** Counts tags and their depth in one pass, before anything is built of them. */
function refuseHostile(html: string): void {
  let tags = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1)) {
    tags += 1;
    const next = html.charCodeAt(at + 1) | 0x20;
    if (html[at + 1] === "/") depth -= 1;
    else if (next >= 0x61 && next <= 0x7a && !VOID.test(html.slice(at + 1, at + 8))) depth += 1;
    deepest = Math.max(deepest, depth);
  }
  if (tags > MAX_TAGS) throw new InputError(`The page has ${tags} tags, more than an article has (${MAX_TAGS}).`);
  if (deepest > MAX_DEPTH)
    throw new InputError(`The page nests its tags more than ${MAX_DEPTH} deep; it was not read.`);
}

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|t[dhr]|dt|dd|option)\b/i;
