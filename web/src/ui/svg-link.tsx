import type { ComponentChildren } from "preact";
import { useLocation } from "preact-iso";

interface SvgLinkProps {
  readonly href: string;
  /** What the mark says, for those who cannot see it, and as its tip. */
  readonly label: string;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A mark of a chart as a link within the desk. The router sees only links of HTML, so that this one goes by itself. */
export function SvgLink({ href, label, class: name, current = false, children }: SvgLinkProps) {
  const { route } = useLocation();
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    route(href);
  };
  return (
    <a
      href={href}
      class={name}
      aria-label={label}
      aria-current={current ? "true" : undefined}
      onClick={follow}
      data-stop
    >
      <title>{label}</title>
      {children}
    </a>
  );
}
