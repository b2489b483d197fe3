import { useRoute } from "preact-iso";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { EncounterDetail } from "../../data/types.ts";
import { counted, listed, STATUS_WORDS, stateName, timeInWords, whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { ActorList, kindOf, MediumMark, Page, Section } from "../../ui/basics.tsx";
import { Failed, Loading } from "../../ui/states.tsx";
import { Contradictions } from "./contradictions.tsx";
import { Entries } from "./entries.tsx";
import { Joined } from "./joined.tsx";
import { Life } from "./life.tsx";
import { Neighbours } from "./neighbours.tsx";
import { Values } from "./values.tsx";
import "./encounter.css";

/** One encounter: how it came about, who says what of it, and why its entries are taken for one. */
export default function Encounter() {
  const { id = "" } = useRoute().params;
  const answer = useAnswer(["encounter", id], () => read(api.encounters[":id"].$get({ param: { id } })));
  if (answer.data) return <Detail detail={answer.data} />;
  return (
    <Page title="Encounter" kicker={<a href={to.log()}>Encounters</a>} class="encounter-page">
      {answer.error ? (
        <Failed error={answer.error} retry={answer.reload}>
          <p>
            Encounters get another address when the reports they are made of change. Look for it in{" "}
            <a href={to.log()}>all encounters</a>.
          </p>
        </Failed>
      ) : (
        <Loading what="the encounter" lines={8} />
      )}
    </Page>
  );
}

function Detail({ detail }: { readonly detail: EncounterDetail }) {
  const { encounter } = detail;
  const { kind, medium, parties, reports } = encounter;
  const [a, b] = parties;
  const title = `${kindOf(kind, medium)} of ${listed(parties.map(({ name }) => name))}`;
  return (
    <Page
      title={title}
      kicker={<a href={to.log()}>Encounters</a>}
      class="encounter-page"
      lead={<Lead detail={detail} />}
      actions={
        a &&
        b && (
          <a class="button" href={to.relation(a.id, b.id)}>
            Relation of the two
          </a>
        )
      }
    >
      <p class="encounter-facts note">
        <ActorList actors={parties} /> · {counted(detail.entries.length, "entry", "entries")} of{" "}
        {counted(reports, "report")}
      </p>
      <Neighbours encounter={encounter} />
      {detail.contradictions.length > 0 && <Contradictions detail={detail} />}
      <Section title="Its life" note="As the reports tell it, in the order in which they came out.">
        <Life detail={detail} />
      </Section>
      <Section title="What is said of it" note="Every value with the words on which it rests.">
        <Values detail={detail} />
      </Section>
      <Section title="Entries" note="What each report has of it. Corrections are made there.">
        <Entries detail={detail} />
      </Section>
      <Joined detail={detail} />
    </Page>
  );
}

/** When, where, how long, how sure. */
function Lead({ detail: { encounter, contradictions } }: { readonly detail: EncounterDetail }) {
  const { medium, medium_basis, status, place, duration } = encounter;
  const disputed = (field: string): string =>
    contradictions.some((one) => one.field === field) ? " (reports disagree)" : "";
  return (
    <>
      <MediumMark medium={medium} status={status} />{" "}
      {[
        sentenceCase(STATUS_WORDS[status]) + disputed("status"),
        whenOf(encounter) + disputed("date"),
        ...(place ? [`in ${stateName(place)}${disputed("place")}`] : []),
        ...(duration ? [`for ${timeInWords(duration)}${disputed("duration")}`] : []),
      ].join(", ")}
      .
      {medium_basis === "usual" && (
        <span class="encounter-inferred"> No report tells the medium; it is the usual one of such a contact.</span>
      )}
      {medium === null && <span class="encounter-inferred"> The medium is not told.</span>}
    </>
  );
}

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
