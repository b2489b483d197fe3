import states from "virtual:states";
import { useRef } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import { useList } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { ActorPage, ActorSummary } from "../../data/types.ts";
import { stateName } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Page } from "../../ui/basics.tsx";
import { Empty, Failed, Loading, More } from "../../ui/states.tsx";
import { ACTOR_KINDS, isKind } from "./kinds.ts";
import "./actors.css";

const STATES = Object.entries(states).sort(([, a], [, b]) => a.localeCompare(b));
const PAGE = 100;

/** All actors of the record, those in most reports first. */
export default function Actors() {
  const { one, go } = useAddress();
  const [named, country] = [one("named"), one("country")];
  const kind = isKind(one("kind")) ? (one("kind") as ActorSummary["kind"]) : undefined;
  const rows = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useList<ActorSummary, ActorPage>(["actors", named, kind, country], (after) =>
    read(api.actors.$get({ query: { named, kind, country, after, limit: PAGE } })),
  );
  useListKeys("Actors", rows);
  useKeys("Actors", [{ key: "f", does: "find by name", run: () => box.current?.focus() }]);
  const chosen = named !== undefined || kind !== undefined || country !== undefined;
  return (
    <Page
      title="Actors"
      class="actors"
      lead="People, states and bodies of the record, each one over all reports that name it."
    >
      <search class="filters no-print">
        <label class="actors-named">
          Name
          <input
            ref={box}
            type="search"
            placeholder="Part of a name"
            value={named ?? ""}
            onInput={(event) => go({ named: event.currentTarget.value.trim() || null }, true)}
          />
        </label>
        <label>
          Kind
          <select value={kind ?? ""} onChange={(event) => go({ kind: event.currentTarget.value || null })}>
            <option value="">All kinds</option>
            {Object.entries(ACTOR_KINDS).map(([value, word]) => (
              <option value={value} key={value}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label>
          State
          <select value={country ?? ""} onChange={(event) => go({ country: event.currentTarget.value || null })}>
            <option value="">All states</option>
            {STATES.map(([code, name]) => (
              <option value={code} key={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </search>
      <div ref={rows}>
        {list.items.length > 0 ? (
          <Rows actors={list.items} />
        ) : list.error ? (
          <Failed error={list.error} retry={list.reload} />
        ) : list.loading ? (
          <Loading what="the actors" lines={10} />
        ) : (
          <Empty title={chosen ? "No actor fits." : "The record names nobody yet."}>
            {chosen ? (
              <p>
                Shorten the name, or <a href={to.actors()}>show all actors</a>.
              </p>
            ) : (
              <p>
                Actors stand here once a report names them. <a href={to.inbox()}>Add a report</a>
              </p>
            )}
          </Empty>
        )}
        {list.items.length > 0 && <More list={list} shown={list.items.length} noun="actor" />}
      </div>
    </Page>
  );
}

const Rows = ({ actors }: { readonly actors: readonly ActorSummary[] }) => (
  <table class="actors-rows">
    <thead>
      <tr>
        <th scope="col">Name</th>
        <th scope="col">Kind</th>
        <th scope="col">State</th>
        <th scope="col" class="actors-number">
          Reports
        </th>
        <th scope="col" class="actors-number">
          Encounters
        </th>
      </tr>
    </thead>
    <tbody>
      {actors.map(({ id, name, kind, country, reports, encounters }) => (
        <tr key={id}>
          <td>
            <a href={to.actor(id)} data-stop>
              {name}
            </a>
          </td>
          <td>{ACTOR_KINDS[kind]}</td>
          <td>{country && kind !== "state" ? stateName(country) : ""}</td>
          <td class="actors-number">{reports}</td>
          <td class="actors-number">{encounters}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
