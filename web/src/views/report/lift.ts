/**
 * Words that are links cannot be selected by dragging over them: a browser drags the link, and a press that moves the
 * focus ends the selection. So the link is taken off the words under a press, and is back before the click.
 */
export function liftLink({ target, button, ctrlKey, metaKey, shiftKey, altKey }: PointerEvent): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
  const lifted = ["href", "tabindex"].map((name) => [name, link.getAttribute(name)] as const);
  for (const [name] of lifted) link.removeAttribute(name);
  const ended = new AbortController();
  const putBack = (): void => {
    for (const [name, value] of lifted) if (value !== null) link.setAttribute(name, value);
    ended.abort();
  };
  for (const end of ["pointerup", "pointercancel", "dragend", "blur"])
    addEventListener(end, putBack, { signal: ended.signal });
}
