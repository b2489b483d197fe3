import { useLocation, useRoute } from "preact-iso";
import { useAddress } from "../../data/address.ts";
import type { Medium } from "../../data/types.ts";
import { countedByStatus } from "../../format/counts.ts";
import { query, to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { Page, Section } from "../../ui/basics.tsx";
import { Async, Empty, Loading } from "../../ui/states.tsx";
import { CareSection } from "./care.tsx";
import { Contacts } from "./contacts.tsx";
import { type Asked, useEncounters, useLast, useRelation } from "./data.ts";
import { Filters } from "./filters.tsx";
import { Deeds, Words } from "./mutual.tsx";
import { PairPicker } from "./pair-picker.tsx";
import { Timeline } from "./timeline.tsx";
import { SharedTopics } from "./topics.tsx";
import { Unclear } from "./unclear.tsx";
import "./relation.css";

const MEDIA: readonly string[] = ["in-person", "video", "phone", "written"];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for; values that mean nothing are passed over. */
function useAsked(): Asked {
  const { a = "", b = "" } = useRoute().params;
  const { one, all } = useAddress();
  const day = (name: string): string | undefined => {
    const value = one(name);
    return value && DAY.test(value) ? value : undefined;
  };
  const medium = all("medium").filter((value): value is Medium => MEDIA.includes(value));
  return { a, b, since: day("since"), until: day("until"), medium };
}

/** How two actors stand to each other: their encounters and acts over time, and what they said. */
export default function Relation() {
  const { route } = useLocation();
  const asked = useAsked();
  const { a, b, since, until, medium } = asked;
  const [relation, encounters, last] = [useRelation(asked), useEncounters(asked), useLast(asked)];
  const reloadAll = (): void => {
    for (const { reload } of [relation, encounters, last]) reload();
  };
  const filter = query({ since, until, medium });
  useKeys("Relation", [
    { key: "b", does: "the brief on the two", run: () => route(to.brief(a, b)) },
    { key: "x", does: "swap the two", run: () => route(to.relation(b, a) + filter) },
  ]);
  const names = relation.data ? ([relation.data.asked.a.actor, relation.data.asked.b.actor] as const) : null;
  const title = names ? `${names[0].name} and ${names[1].name}` : `${a} and ${b}`;
  return (
    <Page
      title={title}
      kicker={<a href={to.relations()}>Relations</a>}
      lead={last.data?.sentence}
      class="relation"
      actions={
        <a class="button strong" href={to.brief(a, b)}>
          Brief before a call
        </a>
      }
    >
      <PairPicker a={a} b={b} leadsTo={(one, other) => to.relation(one, other) + filter} />
      {relation.error && relation.data === undefined ? (
        <Unclear
          answer={{ error: relation.error, reload: reloadAll }}
          a={a}
          b={b}
          leadsTo={(one, other) => to.relation(one, other) + filter}
        />
      ) : !names ? (
        <Loading what="the relation" lines={8} />
      ) : (
        <>
          <Section
            title="Over time"
            note={relation.data && countedByStatus(relation.data.contacts)}
            class="relation-over-time"
          >
            <Filters asked={asked} />
            <Async answer={encounters} what="their encounters" lines={6}>
              {({ items, total }) =>
                items.length === 0 && !relation.data?.found ? (
                  <Nothing asked={asked} />
                ) : (
                  <>
                    <Timeline encounters={items} relation={relation.data} since={since} until={until} />
                    <p class="note no-print">
                      {items.length < total && `The first ${items.length} of ${total} are drawn. `}
                      <a href={to.log({ actor: a, with: b, since: since ?? null, until: until ?? null, medium })}>
                        All encounters of the two, in the log
                      </a>
                    </p>
                  </>
                )
              }
            </Async>
          </Section>
          <Contacts asked={asked} last={last} />
          <Words asked={asked} names={names} />
          {relation.data?.found && <Deeds relation={relation.data} />}
          <SharedTopics names={names} asked={asked} />
          <CareSection asked={asked} names={names} encounters={encounters.data?.items ?? []} />
        </>
      )}
    </Page>
  );
}

const Nothing = ({ asked: { a, b, since, until, medium } }: { readonly asked: Asked }) => (
  <Empty title="Not in the record.">
    <p>
      No report tells of a contact of the two, or of an act of one towards the other
      {since || until || medium.length > 0 ? ", within what was chosen here" : ""}.
    </p>
    {since || until || medium.length > 0 ? (
      <p>
        <a href={to.relation(a, b)}>Show all times and media</a>
      </p>
    ) : (
      <p>
        Choose others above, or see <a href={to.log({ actor: a })}>all encounters of the one</a> or{" "}
        <a href={to.log({ actor: b })}>of the other</a>.
      </p>
    )}
  </Empty>
);
