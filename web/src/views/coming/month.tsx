import type { Address } from "../../data/address.ts";
import { listed, timeInWords, whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { kindOf, MediumMark } from "../../ui/basics.tsx";
import { Plans } from "./plan-item.tsx";
import { type Bar, isExact, monthsOf, type Plan, shiftMonth, toldOf, touches, type Week, weeksOf } from "./plans.ts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** The most months to choose from. */
const MONTHS = 18;

interface MonthProps {
  readonly plans: readonly Plan[];
  readonly passed: readonly Plan[];
  readonly month: string;
  readonly today: string;
  readonly address: Address;
}

/** A month of plans: bars for days, bands above for spans that are longer than two weeks, and what they are beneath. */
export function Month({ plans, passed, month, today, address }: MonthProps) {
  useKeys("Calendar", [
    { key: "[", does: "the month before", run: () => address.go({ month: shiftMonth(month, -1) }) },
    { key: "]", does: "the month after", run: () => address.go({ month: shiftMonth(month, 1) }) },
  ]);
  const gone = new Set(passed);
  const here = [...plans, ...passed].filter((plan) => touches(plan, month));
  const spans = here.filter((plan) => toldOf(plan) === "span");
  const days = here.filter((plan) => toldOf(plan) === "days");
  const title = timeInWords(month);
  return (
    <>
      <Months plans={plans} month={month} today={today} address={address} />
      <figure class="figure coming-month" aria-label={`What is coming in ${title}`}>
        {spans.length > 0 && (
          <ul class="coming-spans" aria-label="Some time in this month or around it">
            {spans.map((plan) => (
              <li key={plan.encounter.id}>
                <Label plan={plan} passed={gone.has(plan)} kind="coming-span" />
              </li>
            ))}
          </ul>
        )}
        <div class="coming-weekdays" aria-hidden="true">
          {WEEKDAYS.map((name) => (
            <span key={name}>{name.slice(0, 3)}</span>
          ))}
        </div>
        {weeksOf(month, days).map((week) => (
          <WeekRow week={week} month={month} today={today} gone={gone} key={week.days[0]} />
        ))}
        <figcaption>
          {days.length === 0 && spans.length === 0
            ? `No report tells of a plan for ${title}.`
            : "A full bar: reports give the day. A broken one: only a span within which it is to be. Grey: the time has passed and no report says what became of it."}
        </figcaption>
      </figure>
      {here.length > 0 && (
        <section class="coming-of-month" aria-label={`Plans in ${title}`}>
          <Plans plans={[...days, ...spans].filter((plan) => !gone.has(plan))} />
        </section>
      )}
    </>
  );
}

function WeekRow({
  week: { days, bars },
  month,
  today,
  gone,
}: {
  readonly week: Week;
  readonly month: string;
  readonly today: string;
  readonly gone: ReadonlySet<Plan>;
}) {
  return (
    <div class="coming-week">
      {days.map((day, i) => (
        <div
          class={`coming-day${day.startsWith(month) ? "" : " coming-day-other"}${day === today ? " coming-day-today" : ""}`}
          style={{ gridColumn: i + 1 }}
          key={day}
        >
          <time dateTime={day}>{Number(day.slice(8))}</time>
          {day === today && <span class="coming-today-word"> today</span>}
        </div>
      ))}
      {bars.map((bar) => (
        <BarLink bar={bar} passed={gone.has(bar.plan)} key={bar.plan.encounter.id} />
      ))}
    </div>
  );
}

const BarLink = ({ bar: { plan, start, length, lane, begins, ends }, passed }: { bar: Bar; passed: boolean }) => (
  <div
    class={`coming-bar${begins ? "" : " coming-bar-cut-start"}${ends ? "" : " coming-bar-cut-end"}`}
    style={{ gridColumn: `${start + 1} / span ${length}`, gridRow: lane + 2 }}
  >
    <Label plan={plan} passed={passed} kind={isExact(plan) ? "coming-firm" : "coming-rough"} />
  </div>
);

interface LabelProps {
  readonly plan: Plan;
  readonly passed: boolean;
  readonly kind: string;
}

/** The link of a plan on the calendar; its name says all that its form does. */
function Label({ plan, passed, kind }: LabelProps) {
  const { id, kind: what, medium, status, parties } = plan.encounter;
  const who = listed(parties.map(({ name }) => name));
  const words = `${kindOf(what, medium)}: ${who}`;
  const rest = `, ${passed ? "passed, nobody says what became of it" : status}, ${whenOf(plan.encounter)}`;
  return (
    <a class={`coming-label ${kind} coming-${passed ? "gone" : status}`} href={to.encounter(id)} title={words + rest}>
      <MediumMark medium={medium} status={status} />
      <span class="coming-label-words">
        {words}
        {kind === "coming-span" && rest}
      </span>
      {kind !== "coming-span" && <span class="visually-hidden">{rest}</span>}
    </a>
  );
}

/** The months that hold something, and the way to those before and after. */
function Months({ plans, month, today, address }: Omit<MonthProps, "passed">) {
  const months = monthsOf(plans, today.slice(0, 7), MONTHS).filter(({ count }) => count > 0);
  return (
    <div class="coming-months">
      <h2>{timeInWords(month)}</h2>
      <nav class="choices no-print" aria-label="Month">
        <a class="button quiet" href={address.with({ month: shiftMonth(month, -1) })}>
          Before
        </a>
        <a class="button quiet" href={address.with({ month: null })}>
          Today
        </a>
        <a class="button quiet" href={address.with({ month: shiftMonth(month, 1) })}>
          After
        </a>
      </nav>
      {months.length > 0 && (
        <p class="note no-print">
          With days told:{" "}
          {months.map(({ month: one, count }, i) => (
            <span key={one}>
              {i > 0 && " · "}
              <a href={address.with({ month: one })} aria-current={one === month ? "true" : undefined}>
                {timeInWords(one)} ({count})
              </a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
