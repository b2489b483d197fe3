import { useLocation } from "preact-iso";
import { to } from "../routes.ts";
import { AskBox } from "./ask-box.tsx";
import { useKeys } from "./keys.ts";

interface Place {
  readonly title: string;
  readonly href: string;
  readonly key: string;
  /** Paths on which the reader is within it. */
  readonly within: RegExp;
}

const PLACES: readonly Place[] = [
  { title: "Today", href: to.today(), key: "t", within: /^\/$/ },
  { title: "Coming", href: to.coming(), key: "c", within: /^\/coming/ },
  { title: "Encounters", href: to.log(), key: "e", within: /^\/encounters/ },
  { title: "Relations", href: to.relations(), key: "l", within: /^\/relations/ },
  { title: "Positions", href: to.positions(), key: "p", within: /^\/positions/ },
  { title: "Actors", href: to.actors(), key: "a", within: /^\/actors/ },
  { title: "Network", href: to.network(), key: "n", within: /^\/network/ },
  { title: "Map", href: to.map(), key: "m", within: /^\/map/ },
  { title: "Reports", href: to.reports(), key: "r", within: /^\/(?:reports|find)/ },
  { title: "Inbox", href: to.inbox(), key: "i", within: /^\/inbox/ },
];

/** The head of every page: the name, the box for questions, and the ways to all views. */
export function Masthead() {
  const { path, route } = useLocation();
  useKeys(
    "Go to",
    PLACES.map(({ title, href, key }) => ({ key: `g ${key}`, does: title, run: () => route(href) })),
  );
  return (
    <header class="masthead no-print">
      <div class="masthead-top">
        <a class="wordmark" href={to.today()}>
          Chancery
        </a>
        <AskBox />
      </div>
      <nav class="places" aria-label="Views">
        <ul>
          {PLACES.map(({ title, href, within }) => (
            <li key={href}>
              <a href={href} aria-current={within.test(path) ? "page" : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}
