import { useRef } from "preact/hooks";
import { type Address, useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { told } from "../../data/live.ts";
import type { TodayAnswer } from "../../data/types.ts";
import { counted, dayWithWeekday } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Page, Section } from "../../ui/basics.tsx";
import { Async, Empty } from "../../ui/states.tsx";
import { type Front, frontOf } from "./front.ts";
import { ContactBrief, FirstWordsBrief, News } from "./items.tsx";
import { LATEST, type Latest, latestIn, monthBefore } from "./latest.ts";
import { Ahead, LatestReports, Sums } from "./rail.tsx";
import "./today.css";

/** How many of each kind the page shows, and how many where all are asked for. */
const SHOWN = "12";
const ALL = "200";

/** The front page: what the latest reports changed. */
export default function Today() {
  const address = useAddress();
  const latest = latestIn(address.one("latest"));
  const limit = address.one("all") ? ALL : SHOWN;
  const answer = useAnswer(["today", latest, limit], () => ask(latest, limit));
  const page = useRef<HTMLDivElement>(null);
  useListKeys("Today", page);
  const { data } = answer;
  const empty = data?.reach.reports === 0;
  return (
    <Page
      title="Today"
      class="today"
      kicker={data && !empty && seenFrom(data)}
      lead={data && !empty && data.sentence}
      actions={!empty && <Choice address={address} latest={latest} />}
    >
      <JustIn />
      <Async answer={answer} what="what the latest reports changed" lines={9}>
        {(given) =>
          given.reach.reports === 0 ? (
            <Blank />
          ) : (
            <div ref={page}>
              <Columns answer={given} front={frontOf(given)} more={address.with({ all: "yes" })} />
            </div>
          )
        }
      </Async>
    </Page>
  );
}

async function ask(latest: Latest, limit: string): Promise<TodayAnswer> {
  if (latest === "week") return read(api.questions.today.$get({ query: { limit } }));
  if (latest === "report") return read(api.questions.today.$get({ query: { limit, reports: "1" } }));
  const { lastPublished } = await read(api.info.$get());
  const query = lastPublished ? { limit, since: monthBefore(lastPublished) } : { limit };
  return read(api.questions.today.$get({ query }));
}

/** From which day the page looks, and what it cannot see. */
function seenFrom({ asked: { last, undated } }: TodayAnswer): string {
  const day = last ? `${dayWithWeekday(last)}, the day of the newest report` : "No report has a day of publication";
  return undated > 0 && last ? `${day}; ${counted(undated, "report")} of no known day left out` : day;
}

const Choice = ({ address, latest }: { readonly address: Address; readonly latest: Latest }) => (
  <nav class="choices today-choice" aria-label="Which reports are the latest">
    {LATEST.map(({ value, words }) => (
      <a
        class="button"
        href={address.with({ latest: value === "week" ? null : value, all: null })}
        aria-current={value === latest ? "true" : undefined}
        key={value}
      >
        {words}
      </a>
    ))}
  </nav>
);

/** Says which report came in while the page is open. */
function JustIn() {
  const last = told.value.findLast(({ event }) => event === "report-added");
  const { report, title } = (last?.fields ?? {}) as { readonly report?: string; readonly title?: string | null };
  return (
    <p class="today-just-in" role="status">
      {report && (
        <>
          Just in: <a href={to.report(report)}>{title ?? `Report ${report.slice(0, 8)}`}</a>
        </>
      )}
    </p>
  );
}

const Blank = () => (
  <Empty title="The record is empty.">
    <p>
      Once there are reports, this page says what the latest of them changed. Bring some in at the{" "}
      <a href={to.inbox()}>Inbox</a>: paste a text, upload files, give an address or follow a feed.
    </p>
  </Empty>
);

interface ColumnsProps {
  readonly answer: TodayAnswer;
  readonly front: Front;
  /** The address that shows all there is. */
  readonly more: string;
}

function Columns({ answer, front: { lead, items, contacts, first }, more }: ColumnsProps) {
  const { totals, new_contacts, moved } = answer;
  const rest = totals.new_contacts - new_contacts.length + totals.moved - moved.length;
  return (
    <div class="today-front">
      <div class="today-main">
        {lead ? (
          <News item={lead} lead />
        ) : (
          <p class="today-nothing">Of contacts, positions and claims, the latest reports bring nothing new.</p>
        )}
        {items.length > 0 && (
          <div class="today-stories">
            {items.map((item) => (
              <News item={item} key={JSON.stringify(item).slice(0, 200)} />
            ))}
          </div>
        )}
        {contacts.length > 0 && (
          <Section title="New contacts" note="of which no earlier report speaks">
            <div class="today-briefs">
              {contacts.map((encounter) => (
                <ContactBrief encounter={encounter} key={encounter.id} />
              ))}
            </div>
          </Section>
        )}
        {first.length > 0 && (
          <Section title="First words" note="the first statement of each on a topic in the record">
            <div class="today-briefs">
              {first.map(({ moved: one, topics }) => (
                <FirstWordsBrief moved={one} topics={topics} key={`${one.actor.id} ${topics.join()}`} />
              ))}
            </div>
          </Section>
        )}
        <Sums answer={answer} />
        {rest > 0 && (
          <p class="today-all">
            <a href={more}>Show {rest.toLocaleString("en")} more contacts and positions</a>
          </p>
        )}
      </div>
      <div class="today-rail">
        <Ahead answer={answer} />
        <LatestReports answer={answer} />
      </div>
    </div>
  );
}
