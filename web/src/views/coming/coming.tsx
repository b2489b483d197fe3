import { useRef } from "preact/hooks";
import { type Address, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Coming as ComingAnswer } from "../../data/types.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { ActorField, NameTrouble } from "../../ui/actor-field.tsx";
import { Page, Section } from "../../ui/basics.tsx";
import { Async, Empty } from "../../ui/states.tsx";
import { Agenda } from "./agenda.tsx";
import { Month } from "./month.tsx";
import { Plans } from "./plan-item.tsx";
import { toldOf } from "./plans.ts";
import { Subscribe } from "./subscribe.tsx";
import { useWide } from "./wide.ts";
import "./coming.css";

/** So many passed plans stand open; the rest are a press away. */
const PASSED_SHOWN = 4;

/** Planned and possible encounters on a calendar or as an agenda, each with what it hangs on. */
export default function Coming() {
  const address = useAddress();
  const [actor, other] = [address.one("actor"), address.one("with")];
  const asked = address.one("today");
  const answer = useAnswer(["coming", actor, other, asked], () =>
    read(
      api.questions.upcoming.$get({
        query: { ...(asked && { today: asked }), ...(actor && { actor }), ...(other && { with: other }) },
      }),
    ),
  );
  const list = useRef<HTMLDivElement>(null);
  useListKeys("Plans", list);
  const { data, error, reload } = answer;
  const today = asked ?? data?.asked.today ?? clockDay();
  return (
    <Page title="Coming" class="coming" lead={data && sentenceOf(data)}>
      <search class="filters no-print">
        <ActorField label="Of" value={actor} onChoose={(name) => address.go({ actor: name })} />
        <ActorField label="With" value={other} onChoose={(name) => address.go({ with: name })} />
        <From address={address} today={today} last={data?.reach.last ?? null} />
      </search>
      {error && !data ? (
        <NameTrouble error={error} retry={reload} instead={insteadOf(address, error.problem.detail)} />
      ) : (
        <Async answer={answer} what="what is coming" lines={8}>
          {(given) => (
            <div ref={list}>
              <Views answer={given} address={address} today={today} />
            </div>
          )}
        </Async>
      )}
    </Page>
  );
}

/** The day by the reader's own clock. */
function clockDay(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** Puts a candidate in the place of the name that the problem speaks of. */
function insteadOf(address: Address, detail: string): (name: string) => string {
  const other = address.one("with");
  const field = other !== undefined && detail.includes(`“${other}”`) ? "with" : "actor";
  return (name) => address.with({ [field]: name });
}

function sentenceOf({ coming, passed, asked, reach }: ComingAnswer): string {
  const what = `${coming.length === 1 ? "encounter is" : "encounters are"} planned or possible`;
  const head = `${coming.length === 0 ? "No" : coming.length.toLocaleString("en")} ${what} from ${timeInWords(asked.today)} on, as far as reports tell.`;
  const blind = reach.last !== null && asked.today < reach.last ? " Reports published later are not looked at." : "";
  return head + (passed.length > 0 ? ` ${counted(passed.length, "earlier plan")} passed without news.` : "") + blind;
}

interface FromProps {
  readonly address: Address;
  readonly today: string;
  readonly last: string | null;
}

/** The day from which one looks ahead. */
const From = ({ address, today, last }: FromProps) => (
  <div class="coming-from">
    <label>
      Seen from
      <input
        type="date"
        value={today}
        onChange={(event) => address.go({ today: event.currentTarget.value || null, month: null })}
      />
    </label>
    <div class="choices">
      <a
        class="button"
        href={address.with({ today: clockDay(), month: null })}
        aria-current={today === clockDay() ? "true" : undefined}
      >
        This computer's date
      </a>
      {last && (
        <a
          class="button"
          href={address.with({ today: last, month: null })}
          aria-current={today === last ? "true" : undefined}
        >
          The last report
        </a>
      )}
    </div>
  </div>
);

interface ViewsProps {
  readonly answer: ComingAnswer;
  readonly address: Address;
  readonly today: string;
}

function Views({ answer: { coming, passed, reach, asked }, address, today }: ViewsProps) {
  const wide = useWide();
  const view = address.one("view") ?? (wide ? "calendar" : "agenda");
  const untold = coming.filter((plan) => toldOf(plan) === "none" || toldOf(plan) === "open");
  const [actor, other] = [asked.actor?.phrase, asked.with?.phrase];
  if (reach.reports === 0)
    return (
      <Empty title="The record is empty.">
        <p>
          What is planned comes out of reports. Bring some in at the <a href={to.inbox()}>Inbox</a>.
        </p>
      </Empty>
    );
  return (
    <>
      <div class="coming-bar-of-views no-print">
        <nav class="choices" aria-label="View">
          {["calendar", "agenda"].map((one) => (
            <a
              class="button"
              href={address.with({ view: one })}
              aria-current={one === view ? "true" : undefined}
              key={one}
            >
              {one === "calendar" ? "Calendar" : "Agenda"}
            </a>
          ))}
        </nav>
        <Subscribe actor={actor} other={other} />
      </div>
      {coming.length === 0 && (
        <Empty title="Nothing is known to be coming.">
          <p>
            {reach.last && today > reach.last ? (
              <>
                The last report is of {timeInWords(reach.last)}.{" "}
                <a href={address.with({ today: reach.last, month: null })}>Look from there</a>, or bring in newer
                reports at the <a href={to.inbox()}>Inbox</a>.
              </>
            ) : actor || other ? (
              <>
                No report until then tells of a plan with these names.{" "}
                <a href={address.with({ actor: null, with: null })}>Show everybody's</a>.
              </>
            ) : (
              "No report until then tells of a plan."
            )}
          </p>
        </Empty>
      )}
      {view === "calendar" ? (
        <Month
          plans={coming}
          passed={passed}
          month={address.one("month") ?? today.slice(0, 7)}
          today={today}
          address={address}
        />
      ) : (
        coming.length > 0 && <Agenda plans={coming} today={today} />
      )}
      {untold.length > 0 && (
        <Section title="No day told" note="or only a beginning without an end">
          <Plans plans={untold} />
        </Section>
      )}
      {passed.length > 0 && (
        <Section title="Passed" note="their time is over, and no report says what became of them">
          <Plans plans={passed.toReversed().slice(0, PASSED_SHOWN)} />
          {passed.length > PASSED_SHOWN && (
            <details class="coming-rest">
              <summary>{counted(passed.length - PASSED_SHOWN, "earlier plan")}</summary>
              <Plans plans={passed.toReversed().slice(PASSED_SHOWN)} />
            </details>
          )}
        </Section>
      )}
    </>
  );
}
