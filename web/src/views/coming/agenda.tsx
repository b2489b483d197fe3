import { timeInWords } from "../../format/words.ts";
import { Plans } from "./plan-item.tsx";
import { agendaOf, dayNumber, dayOfNumber, type Plan } from "./plans.ts";

/** All plans with a time, week by week. */
export function Agenda({ plans, today }: { readonly plans: readonly Plan[]; readonly today: string }) {
  const groups = agendaOf(plans, today);
  if (groups.length === 0) return <p class="note">No report tells a day of any of them.</p>;
  return (
    <div class="coming-agenda">
      {groups.map(({ monday, plans: here }) => (
        <section class="coming-group" key={monday} aria-label={titleOf(monday)}>
          <h2>{titleOf(monday)}</h2>
          <Plans plans={here} />
        </section>
      ))}
    </div>
  );
}

function titleOf(monday: string | null): string {
  if (monday === null) return "Any day now";
  return `Week of ${timeInWords(monday)} to ${timeInWords(dayOfNumber(dayNumber(monday) + 6))}`;
}
