import { type ComponentChildren, createContext } from "preact";
import { useContext } from "preact/hooks";
import { useLocation } from "preact-iso";

/** Tells the chart around a mark which one is pointed at or focused; null where there is none. */
export const Told = createContext<((words: string | null) => void) | null>(null);

interface MarkProps {
  readonly href: string;
  /** What it stands for, in full: read out, and shown under the picture, or as a tip where no chart is around it. */
  readonly words: string;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A mark that leads somewhere. The router sees only links of HTML, so it is told of the click here. */
export function MarkLink({ href, words, class: name = "", current = false, children }: MarkProps) {
  const { route } = useLocation();
  const tell = useContext(Told);
  return (
    <a
      class={tell ? `chart-link ${name}` : name}
      href={href}
      aria-label={words}
      aria-current={current ? "true" : undefined}
      data-stop={tell ? undefined : true}
      onClick={(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        route(href);
      }}
      onPointerEnter={() => tell?.(words)}
      onPointerLeave={() => tell?.(null)}
      onFocus={() => tell?.(words)}
      onBlur={() => tell?.(null)}
    >
      {!tell && <title>{words}</title>}
      {children}
    </a>
  );
}
