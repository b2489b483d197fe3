import { InputError } from "../record/errors.ts";
import type { ReportKind } from "./report.ts";

const HTML_START = /^<(?:!doctype\s+html|html|head|body|title|meta|article|main)\b/i;
const FEED_START = /^<(?:rss|feed|rdf:RDF)\b/i;
const HTML_NAME = /\.(?:html?|xhtml)$/i;
const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
const BOM = /^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/;

/**
 * What bytes are: PDF and HTML by how they begin, then by the Content-Type or the name's ending, else text.
 * Throws InputError for a feed, which lists reports but is none.
 */
export function sniff(bytes: Uint8Array, contentType = "", name = ""): ReportKind {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096)).replaceAll("\0", "").replace(BOM, "");
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  const start = firstTag(head);
  if (FEED_START.test(start)) {
    throw new InputError("This is a feed, not a report; give the address of one of its articles.");
  }
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
