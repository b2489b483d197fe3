import { connected, told } from "../../data/live.ts";
import { counted } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Section } from "../../ui/basics.tsx";
import { clearDone, type EntryCounts, type Incoming, incoming, type State } from "./incoming.ts";

const STATE_WORDS: Readonly<Record<State, string>> = {
  waiting: "waiting",
  reading: "being read",
  new: "new",
  known: "known already",
  failed: "failed",
};

const ORDER: readonly State[] = ["waiting", "reading", "new", "known", "failed"];

/** What became of all that was given in, as it happens. */
export function Outcomes() {
  const all = incoming.value;
  const states = all.flatMap(({ items, state }) =>
    items && items.length > 0 ? items.map((one) => one.state) : [state],
  );
  const summary = ORDER.flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count > 0 ? [`${count.toLocaleString("en")} ${STATE_WORDS[state]}`] : [];
  });
  const own = new Set(all.flatMap(({ report, items = [] }) => [report, ...items.map((one) => one.report)]));
  const others = told.value.filter(({ event, fields }) => event === "report-added" && !own.has(String(fields.report)));
  return (
    <Section title="What came in" class="inbox-outcomes">
      <p class="inbox-summary" role="status">
        {summary.length > 0 ? summary.join(" · ") : "Nothing was given in since this page was loaded."}
        {states.some((state) => state !== "waiting" && state !== "reading") && (
          <button type="button" class="link" onClick={clearDone}>
            Clear
          </button>
        )}
      </p>
      {!connected.value && all.some(({ state }) => state === "reading") && (
        <p class="note">The news of the server do not reach this page; what became of it shows at the end.</p>
      )}
      <ol class="inbox-list">
        {all.map((one) => (
          <li key={one.id}>
            <Outcome one={one} />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h3 class="inbox-others">Also came in, from feeds or others</h3>
          <ol class="inbox-list">
            {others
              .toReversed()
              .slice(0, 20)
              .map(({ id, fields }) => (
                <li key={id}>
                  <a href={to.report(String(fields.report))}>{String(fields.title ?? "A report without a title")}</a>
                </li>
              ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function Outcome({
  one: { state, name, title, report, entries, words, items, again, way },
}: {
  readonly one: Incoming;
}) {
  return (
    <div class={`inbox-outcome inbox-is-${state}`}>
      <p class="inbox-name">
        <span class={`inbox-state inbox-state-${state}`}>{STATE_WORDS[state]}</span>{" "}
        {report ? <a href={to.report(report)}>{title || name}</a> : <span>{title || name}</span>}
      </p>
      {title && title !== name && <p class="note">{name}</p>}
      {entries && <p class="note">{readOut(entries)}</p>}
      {words && <p class={state === "failed" ? "inbox-why" : "note"}>{state === "reading" ? `Now ${words}` : words}</p>}
      {state === "failed" && again && (
        <button type="button" class="button quiet" onClick={again}>
          Try again
        </button>
      )}
      {items && items.length > 0 && (
        <details open={items.length <= 10}>
          <summary>{counted(items.length, "item")}</summary>
          <ol class="inbox-list">
            {items.map((item) => (
              <li key={item.id}>
                <Outcome one={item} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {way === "feed" && items?.length === 0 && !words && <p class="note">It lists nothing.</p>}
    </div>
  );
}

/** "3 contacts, 12 statements and no sums" would say too much: only what there is, or that there is nothing. */
function readOut({ contact, statement, event, sum }: EntryCounts): string {
  const parts = [
    contact > 0 ? counted(contact, "contact") : "",
    statement > 0 ? counted(statement, "statement") : "",
    event > 0 ? counted(event, "act") : "",
    sum > 0 ? counted(sum, "sum") : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "No contact, statement, act or sum was read in it.";
}
