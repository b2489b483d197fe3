import { useRoute } from "preact-iso";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Actor as ActorAnswer } from "../../data/types.ts";
import { counted, stateName } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { ActorLink, Page, Section } from "../../ui/basics.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Loading } from "../../ui/states.tsx";
import { ACTOR_KINDS } from "../actors/kinds.ts";
import { Contacts } from "./contacts.tsx";
import { Counterparts } from "./counterparts.tsx";
import { Decisions } from "./decisions.tsx";
import { Names } from "./names.tsx";
import { Offices } from "./offices.tsx";
import { PositionsOf } from "./positions.tsx";
import "./actor.css";

/** One actor over all reports: offices, contacts, positions, names, and what people decided about it. */
export default function Actor() {
  const { id = "" } = useRoute().params;
  const answer = useAnswer(["actor", id], () => read(api.actors[":id"].$get({ param: { id } })));
  const actor = answer.data;
  return (
    <Page
      title={actor?.name ?? id}
      kicker={<a href={to.actors()}>Actors</a>}
      class="actor-page"
      lead={actor && leadOf(actor)}
      actions={
        actor && (
          <>
            <a class="button" href={to.log({ actor: actor.id })}>
              Encounters
            </a>
            <a class="button" href={to.positions([actor.id])}>
              Positions
            </a>
          </>
        )
      }
    >
      {actor ? (
        <Detail actor={actor} />
      ) : answer.error ? (
        <NameTrouble error={answer.error} retry={answer.reload} instead={to.actor} />
      ) : (
        <Loading what="the actor" lines={8} />
      )}
    </Page>
  );
}

/** "Person, France. Named in 16 reports; 30 statements and 16 acts are in the record." */
function leadOf({ kind, country, reports, statements, acts }: ActorAnswer): string {
  const where = country && kind !== "state" ? `, ${stateName(country)}` : "";
  const words = `${counted(statements, "statement")} and ${counted(acts, "act")}`;
  return `${ACTOR_KINDS[kind]}${where}. Named in ${counted(reports, "report")}; ${words} are in the record.`;
}

function Detail({ actor }: { readonly actor: ActorAnswer }) {
  return (
    <div class="actor-columns">
      <div class="actor-main">
        <Contacts actor={actor} />
        <Offices actor={actor} />
        <PositionsOf actor={actor} />
        <Decisions actor={actor} />
      </div>
      <div class="actor-side">
        <Counterparts actor={actor} />
        {actor.acting.length > 0 && (
          <Section title="Who acts for it" note="What they say and do counts here as the state’s.">
            <ul class="actor-list">
              {actor.acting.map((one) => (
                <li key={one.id}>
                  <ActorLink actor={one} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {actor.spoken_for_by.length > 0 && (
          <Section title="Who relays the words">
            <ul class="actor-list">
              {actor.spoken_for_by.map(({ actor: one, statements }) => (
                <li key={one.id}>
                  <ActorLink actor={one} /> <span class="note">{counted(statements, "statement")}</span>
                </li>
              ))}
            </ul>
          </Section>
        )}
        <Names actor={actor} />
      </div>
    </div>
  );
}
