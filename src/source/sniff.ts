import { InputError } from "../record/errors.ts";
import type { Bytes } from "./load.ts";
import type { ReportKind } from "./report.ts";

const HTML_START = /^<(?:!doctype\s+html|html|head|body|title|meta|article|main)\b/i;
const FEED_START = /^<(?:rss|feed|rdf:RDF|opml)\b/i;
const JSON_FEED = /^\{[\s\S]*?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\//;
const HTML_NAME = /\.(?:html?|xhtml)$/i;
const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const BOM = /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/;

/** The input is a feed or a list of feeds, which lists reports but is none. */
export class FeedError extends InputError {
  /** What was loaded, so that the feed need not be loaded again. */
  source: Bytes | undefined;

  constructor() {
    super("This is a feed, not a report; `chancery add` reads the articles that it lists.");
  }
}

/**
 * What bytes are: PDF and HTML by how they begin, then by the Content-Type or the name's ending, else text.
 * Throws FeedError for a feed.
 */
export function sniff(bytes: Uint8Array, contentType = "", name = ""): ReportKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replaceAll("\0", "").replace(BOM, "");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  const start = firstTag(head);
  if (FEED_START.test(start) || JSON_FEED.test(start)) throw new FeedError();
  if (HTML_START.test(start)) return "html";
  const saysHtml = HTML_TYPE.test(contentType) || HTML_NAME.test(name.split(/[?#]/)[0]!);
  return saysHtml && /<[a-z!]/i.test(head) ? "html" : "text";
}

/** The text from its first tag on, after white space, an XML declaration, a foreign doctype and comments. */
function firstTag(head: string): string {
  let at = 0;
  for (;;) {
    at += head.slice(at).search(/\S|$/);
    const end = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? "?>" : undefined;
    const found = end ? head.indexOf(end, at) : -1;
    if (!end || found < 0) return head.slice(at);
    at = found + end.length;
  }
}
