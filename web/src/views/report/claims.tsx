import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Encounter } from "../../data/types.ts";
import { whenOf } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { kindOf, MediumMark, Section, StatusTag } from "../../ui/basics.tsx";
import { citedAt } from "../../ui/evidence.tsx";
import { Async } from "../../ui/states.tsx";

/** The report's own claims ("the first since …") as the rest of the record tests them. */
export function Claims({ report }: { readonly report: string }) {
  const answer = useAnswer(["check", report], () => read(api.reports[":id"].check.$get({ param: { id: report } })));
  return (
    <Section title="Its claims, tested" class="report-claims">
      <Async answer={answer} what="the tested claims" lines={3}>
        {({ claims }) =>
          claims.length === 0 ? (
            <p class="note">
              The report makes no claim such as “the first since”, “the last time” or “never” that the record could
              test.
            </p>
          ) : (
            <ul>
              {claims.map((claim) => (
                <li class="report-claim" key={claim.from}>
                  <p class="report-claim-head">
                    <span class={`report-verdict report-verdict-${claim.verdict}`}>{claim.verdict}</span>
                    <a class="report-claim-words" href={citedAt({ report, from: claim.from, to: claim.to })}>
                      “{claim.quote}”
                    </a>
                  </p>
                  {claim.reasons.map((reason) => (
                    <p class="note" key={reason}>
                      {reason.slice(0, 1).toUpperCase() + reason.slice(1)}
                    </p>
                  ))}
                  <Met title="For it" all={claim.support} />
                  <Met title="Against it" all={claim.against} />
                  <Met title="Might be against it" all={claim.open} />
                  <Met title="Not counted" all={claim.not_counted} />
                </li>
              ))}
            </ul>
          )
        }
      </Async>
    </Section>
  );
}

function Met({ title, all }: { readonly title: string; readonly all: readonly Encounter[] }) {
  if (all.length === 0) return null;
  return (
    <div class="report-met">
      <p class="note">{title}</p>
      <ul>
        {all.map((encounter) => (
          <li key={encounter.id}>
            <MediumMark medium={encounter.medium} status={encounter.status} />{" "}
            <a href={to.encounter(encounter.id)}>
              {kindOf(encounter.kind, encounter.medium)}, {whenOf(encounter)}
            </a>{" "}
            <StatusTag status={encounter.status} />
          </li>
        ))}
      </ul>
    </div>
  );
}
