import type { PageNode } from "./dom.ts";

/** A paragraph's text with white space as a browser shows it, and how many of its characters are links. */
export interface Paragraph {
  readonly text: string;
  readonly linked: number;
}

const INLINE = new Set(
  "A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q RUBY S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR".split(
    " ",
  ),
);
/** Captions tell of another day than the article; the rest is furniture. */
const SKIPPED = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME BUTTON FORM NAV FIGCAPTION SELECT TEXTAREA VIDEO AUDIO OBJECT HEAD".split(
    " ",
  ),
);

const TEXT = 3;
const ELEMENT = 1;

/** The paragraphs of an element, without recursion: pages nest as deep as they like. */
export function paragraphsOf(root: PageNode): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let text = "";
  let linked = 0;
  let links = 0;
  const end = (): void => {
    const shown = text.replace(/[ \t\n\r\f]+/g, " ").trim();
    if (shown !== "") paragraphs.push({ text: shown, linked });
    text = "";
    linked = 0;
  };
  const stack: (PageNode | (() => void))[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (typeof node === "function") {
      node();
      continue;
    }
    if (node.nodeType === TEXT) {
      const value = node.nodeValue ?? "";
      text += value;
      if (links > 0) linked += value.trim().length;
      continue;
    }
    const name = node.nodeName.toUpperCase();
    if ((node.nodeType !== ELEMENT && node !== root) || SKIPPED.has(name)) continue;
    if (name === "A") {
      links += 1;
      stack.push(() => {
        links -= 1;
      });
    } else if (!INLINE.has(name)) {
      end();
      stack.push(end);
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) stack.push(node.childNodes[i]!);
  }
  end();
  return paragraphs;
}
