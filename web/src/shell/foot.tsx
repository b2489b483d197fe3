import { useAnswer } from "../data/answer.ts";
import { api, read } from "../data/api.ts";
import { connected } from "../data/live.ts";
import { counted, timeInWords } from "../format/words.ts";
import { to } from "../routes.ts";
import { ThemeSwitch } from "./theme.tsx";

/** What the record reaches over, whether news come in, and the rest. */
export function Foot({ onHelp }: { readonly onHelp: () => void }) {
  const { data } = useAnswer(["info"], () => read(api.info.$get()));
  return (
    <footer class="foot no-print">
      <p>
        {data && data.reports > 0 && (
          <>
            The record holds {counted(data.reports, "report")}
            {data.firstPublished && data.lastPublished && (
              <>
                {" "}
                published from {timeInWords(data.firstPublished)} to {timeInWords(data.lastPublished)}
              </>
            )}
            .{" "}
          </>
        )}
        {!connected.value && (
          <span class="foot-off">Not connected: what is new shows after the page is loaded again.</span>
        )}
      </p>
      <ul>
        <li>
          <a href={to.changes()}>Changes by people</a>
        </li>
        <li>
          <a href="/api/docs" target="_blank" rel="noreferrer">
            API
          </a>
        </li>
        <li>
          <button type="button" class="link" onClick={onHelp}>
            Keys
          </button>
        </li>
        <li>
          <ThemeSwitch />
        </li>
      </ul>
    </footer>
  );
}
