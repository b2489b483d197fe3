import { useKeys } from "../shell/keys.ts";

/** Makes `j` and `k` move between the links that a list marks with `data-row`; the one with the focus is where one is. */
export function useListKeys(title: string): void {
  const move = (by: number): void => {
    const rows = [...document.querySelectorAll<HTMLElement>("main [data-row]")];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  useKeys(title, [
    { key: "j", does: "next in the list", run: () => move(1) },
    { key: "k", does: "the one before", run: () => move(-1) },
  ]);
}
