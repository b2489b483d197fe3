import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { spanOfYears, YearSpark } from "../../charts/year-bars.tsx";
import "../../charts/charts.css";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Medium, Network } from "../../data/types.ts";
import { counted, MEDIUM_WORDS, timeInWords } from "../../format/words.ts";
import { query, to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { MediumMark, Page, Section } from "../../ui/basics.tsx";
import { Async, Empty } from "../../ui/states.tsx";
import { PairPicker } from "../relation/pair-picker.tsx";
import "./relations.css";

type Link = Network["links"][number];

/** As many pairs as the API gives at once; the page shows them in parts. */
const TOP = 1000;
const PART = 50;

const WAYS = [
  ["actors", "Actors"],
  ["states", "States"],
] as const;

/** Who deals with whom: the pairs with the most encounters, and a way to any other pair. */
export default function Relations() {
  const { query: params, route } = useLocation();
  const by = params.by === "states" ? "states" : "actors";
  const [shown, setShown] = useState(PART);
  const network = useAnswer(["relations", by], () => read(api.network.$get({ query: { by, top: TOP } })));
  const rows = useRef<HTMLDivElement>(null);
  useListKeys("Pairs", rows);
  return (
    <Page
      title="Relations"
      class="relations"
      lead="Who deals with whom. Choose two actors, or one of the pairs that met, called and wrote the most."
    >
      <PairPicker />
      <Section
        title="Pairs by encounters"
        note={
          network.data &&
          `${counted(network.data.total, "pair")} in ${counted(network.data.encounters, "encounter")} that were held`
        }
      >
        <fieldset class="choices relations-by no-print">
          <legend class="visually-hidden">Count by</legend>
          {WAYS.map(([way, title]) => (
            <button
              type="button"
              class="button"
              key={way}
              aria-pressed={by === way}
              onClick={() => {
                setShown(PART);
                route(to.relations() + query({ by: way === "states" ? way : null }));
              }}
            >
              {title}
            </button>
          ))}
        </fieldset>
        {by === "states" && <p class="note">People count as the state for which they stand.</p>}
        <div ref={rows}>
          <Async answer={network} what="the pairs" lines={8}>
            {({ links, nodes, total }) =>
              links.length === 0 ? (
                <Empty title="No two actors have met in the record.">
                  <p>
                    Pairs stand here once a report tells of a contact that was held.{" "}
                    <a href={to.inbox()}>Add a report</a>
                  </p>
                </Empty>
              ) : (
                <>
                  <Pairs
                    links={links.slice(0, shown)}
                    all={links}
                    names={new Map(nodes.map(({ id, name }) => [id, name]))}
                  />
                  {shown < links.length && (
                    <p class="more no-print">
                      <button type="button" class="button" onClick={() => setShown(shown + PART)}>
                        Show more pairs
                      </button>
                      <span class="note">
                        {counted(shown, "pair")} shown of {total.toLocaleString("en")}
                      </span>
                    </p>
                  )}
                </>
              )
            }
          </Async>
        </div>
      </Section>
    </Page>
  );
}

interface PairsProps {
  readonly links: readonly Link[];
  /** Those not yet shown, too: the small bars of all rows have one measure. */
  readonly all: readonly Link[];
  readonly names: ReadonlyMap<string, string>;
}

function Pairs({ links, all, names }: PairsProps) {
  const span = spanOfYears(all.map(({ years }) => years));
  const most = Math.max(...all.flatMap(({ years }) => years.map(({ count }) => count)));
  return (
    <table class="relations-pairs">
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col">Encounters</th>
          <th scope="col">
            {span[0]}–{span[1]}
          </th>
          <th scope="col">Media</th>
          <th scope="col">Last</th>
        </tr>
      </thead>
      <tbody>
        {links.map(({ a, b, encounters, media, years, last }) => (
          <tr key={`${a} ${b}`}>
            <td>
              <a href={to.relation(a, b)} data-stop>
                {names.get(a) ?? a} and {names.get(b) ?? b}
              </a>
            </td>
            <td class="relations-count">
              {encounters}
              <span class="relations-unit"> {encounters === 1 ? "encounter" : "encounters"}</span>
            </td>
            <td>
              <YearSpark years={years} span={span} most={most} />
            </td>
            <td>
              <span class="relations-media">
                {media.map(({ value, count }) => (
                  <span key={value}>
                    <MediumMark medium={value === "unknown" ? null : (value as Medium)} />
                    {count}
                    <span class="visually-hidden">
                      {" "}
                      {value === "unknown" ? "by a medium not told" : MEDIUM_WORDS[value as Medium]}
                    </span>
                  </span>
                ))}
              </span>
            </td>
            <td>{last ? timeInWords(last) : "no day told"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
