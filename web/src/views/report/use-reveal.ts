import { useEffect, useRef } from "preact/hooks";

type What = "words" | "entry" | "both";

/** Brings an entry, its words in the text, or both into view, once what belongs to it is drawn. */
export function reveal(root: HTMLElement | null, key: string, what: What): void {
  requestAnimationFrame(() => {
    if (!root) return;
    const name = CSS.escape(key);
    if (what !== "entry")
      root.querySelector(`.report-body [data-key="${name}"]`)?.scrollIntoView({ block: blockOf(root) });
    if (what !== "words") intoItsColumn(root.querySelector<HTMLElement>(`#entry-${name}`));
  });
}

/** Scrolls the column of entries alone, so that the text stays where it is being read; the page where it must. */
export function intoItsColumn(entry: HTMLElement | null): void {
  const column = entry?.closest<HTMLElement>(".report-beside");
  if (!entry || !column || isSheet(entry)) return;
  const own = entry.getBoundingClientRect();
  const frame = column.getBoundingClientRect();
  const head = column.querySelector(".report-filter")?.getBoundingClientRect().height ?? 0;
  const bottom = Math.min(frame.bottom, innerHeight);
  if (own.top < frame.top + head) column.scrollTop += own.top - frame.top - head;
  else if (own.bottom > bottom) column.scrollTop += Math.min(own.bottom - bottom, own.top - frame.top - head);
  if (entry.getBoundingClientRect().top > innerHeight * 0.8) entry.scrollIntoView({ block: "nearest" });
}

/** Where the page is narrow, the selected entry lies over the text as a sheet. */
const isSheet = (entry: HTMLElement): boolean => getComputedStyle(entry).position === "fixed";

/** Words are shown in the middle, but above a sheet. */
const blockOf = (root: HTMLElement): ScrollLogicalPosition => {
  const selected = root.querySelector<HTMLElement>(".report-entry.is-selected");
  return selected && isSheet(selected) ? "start" : "center";
};

/** When a report opens at cited words or an entry, they are brought into view. */
export function useReveal(
  root: { readonly current: HTMLElement | null },
  { selected, at, ready }: { readonly selected: string | null; readonly at: string | null; readonly ready: string },
): void {
  const shown = useRef("");
  useEffect(() => {
    if (at !== null && shown.current !== at) {
      shown.current = at;
      root.current?.querySelector(".report-cited")?.scrollIntoView({ block: "center" });
    } else if (selected !== null && shown.current === "") {
      shown.current = selected;
      reveal(root.current, selected, "both");
    }
    if (shown.current === "") shown.current = "nothing";
  }, [at, selected, ready, root]);
}
