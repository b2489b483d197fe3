import type { Range } from "./segments.ts";

/** Between places on the page and offsets into the report's text. Lines carry `data-from`, the offset of their start. */

const LINE = "[data-from]";

/** The words of the text that are selected on the page; null where none are. */
export function selectedRange(root: HTMLElement): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const from = offsetAt(root, range.startContainer, range.startOffset);
  const to = offsetAt(root, range.endContainer, range.endOffset);
  return from !== null && to !== null && from < to ? { from, to } : null;
}

function offsetAt(root: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const line = element?.closest<HTMLElement>(LINE) ?? lineBefore(root, node, offset);
  if (!line) return null;
  const before = document.createRange();
  before.selectNodeContents(line);
  // A place behind the line, as of a selection that ends between two paragraphs, is the line's end.
  if (line.contains(node)) before.setEnd(node, offset);
  return Number(line.dataset.from) + before.toString().length;
}

function lineBefore(root: HTMLElement, node: Node, offset: number): HTMLElement | null {
  const place = document.createRange();
  place.setStart(node, offset);
  const lines = [...root.querySelectorAll<HTMLElement>(LINE)];
  return lines.findLast((line) => place.comparePoint(line, 0) < 0) ?? lines[0] ?? null;
}

/** Selects words of the text on the page. */
export function selectOnPage(root: HTMLElement, { from, to }: Range, backwards = false): void {
  const start = pointAt(root, from);
  const end = pointAt(root, to);
  if (!start || !end) return;
  const [anchor, focus] = backwards ? [end, start] : [start, end];
  getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

/** The place of the page where an offset stands. */
export function pointAt(root: HTMLElement, offset: number): { readonly node: Node; readonly offset: number } | null {
  const line = [...root.querySelectorAll<HTMLElement>(LINE)].findLast((one) => Number(one.dataset.from) <= offset);
  if (!line) return null;
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let left = offset - Number(line.dataset.from);
  let last: Node | null = null;
  while (walker.nextNode()) {
    last = walker.currentNode;
    const { length } = last as Text;
    if (left <= length) return { node: last, offset: left };
    left -= length;
  }
  return last && { node: last, offset: (last as Text).length };
}

/** Where words stand on the screen. */
export function rectAt(root: HTMLElement, { from, to }: Range): DOMRect | null {
  const start = pointAt(root, from);
  const end = pointAt(root, to);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.getClientRects()[0] ?? null;
}
