/**
 * Lights what belongs to an entry, in the text and beside it. Attributes that no component sets, so that the pointer
 * can wander over a long text without anything being drawn again.
 */
export function light(root: HTMLElement | null, name: "lit" | "chosen", key: string | null): void {
  if (!root) return;
  for (const element of root.querySelectorAll(`[data-${name}]`)) element.removeAttribute(`data-${name}`);
  if (key === null) return;
  for (const element of root.querySelectorAll(`[data-key="${CSS.escape(key)}"]`))
    element.setAttribute(`data-${name}`, "");
}

/** The entries at a place of the page, the outermost first. */
export function keysAt(target: EventTarget | null): readonly string[] {
  if (!(target instanceof Element)) return [];
  const words = target.closest<HTMLElement>("[data-keys]");
  if (words) return words.dataset.keys!.split(" ");
  const own = target.closest<HTMLElement>("[data-key]")?.dataset.key;
  return own ? [own] : [];
}
