import { counted, timeInWords, whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { ActorList, kindOf, MediumMark, StatusTag } from "../../ui/basics.tsx";
import { Evidence } from "../../ui/evidence.tsx";
import { isExact, type Plan } from "./plans.ts";

/** A plan in a list: when, what, who, how sure, on what it hangs, who says so and since when. */
export function PlanItem({ plan }: { readonly plan: Plan }) {
  const { encounter, factors, announced } = plan;
  const { id, kind, medium, status, place, topics, reports } = encounter;
  return (
    <article class="coming-plan">
      <p class="coming-plan-when">
        <MediumMark medium={medium} status={status} />
        <a href={to.encounter(id)} data-stop>
          {whenOf(encounter)}
        </a>
      </p>
      <div class="coming-plan-what">
        <p>
          <span class="coming-plan-kind">{kindOf(kind, medium)}</span> <StatusTag status={status} />{" "}
          <ActorList actors={encounter.parties} />
          {place && `, ${place}`}
        </p>
        {roughly(plan) && <p class="note">{roughly(plan)}</p>}
        {topics.length > 0 && <p class="note">On {topics.slice(0, 4).join("; ")}</p>}
        {factors.map((factor) => (
          <p class="note factors" key={factor}>
            Hangs on <q>{factor}</q>
          </p>
        ))}
        <p class="note">
          {announced ? `Last spoken of on ${timeInWords(announced)}` : "On a day not told"}, by{" "}
          {counted(reports, "report")}
        </p>
        <Evidence evidence={encounter.evidence} />
      </div>
    </article>
  );
}

/** Between which days it is to be, where reports give no day of their own. */
function roughly(plan: Plan): string | null {
  const { from, to: end } = plan.window;
  if (!from || !end || from === end || isExact(plan)) return null;
  const why = plan.window_from === "words" ? "by words such as “in the coming days”" : "no day told within it";
  return `Between ${timeInWords(from)} and ${timeInWords(end)}: ${why}`;
}

export const Plans = ({ plans }: { readonly plans: readonly Plan[] }) => (
  <ul class="coming-plans">
    {plans.map((plan) => (
      <li key={plan.encounter.id}>
        <PlanItem plan={plan} />
      </li>
    ))}
  </ul>
);
