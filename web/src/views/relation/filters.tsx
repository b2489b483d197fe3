import { useLocation } from "preact-iso";
import type { Medium } from "../../data/types.ts";
import { query, to } from "../../routes.ts";
import { MediumMark } from "../../ui/basics.tsx";
import type { Asked } from "./data.ts";
import { MEDIUM_LANES } from "./lanes.ts";

const MEDIA: readonly Medium[] = ["in-person", "video", "phone", "written"];

/** From when to when, and by which media; all of it in the address. */
export function Filters({ asked }: { readonly asked: Asked }) {
  const { route } = useLocation();
  const { a, b, since, until, medium } = asked;
  const go = (change: Partial<Asked>): void => {
    const next = { ...asked, ...change };
    route(to.relation(a, b) + query({ since: next.since, until: next.until, medium: next.medium }));
  };
  const toggle = (one: Medium): void =>
    go({ medium: medium.includes(one) ? medium.filter((other) => other !== one) : [...medium, one] });
  const chosen = since !== undefined || until !== undefined || medium.length > 0;
  return (
    <div class="filters no-print">
      <label>
        From
        <input
          type="date"
          value={since ?? ""}
          onChange={(event) => go({ since: event.currentTarget.value || undefined })}
        />
      </label>
      <label>
        Until
        <input
          type="date"
          value={until ?? ""}
          onChange={(event) => go({ until: event.currentTarget.value || undefined })}
        />
      </label>
      <fieldset class="choices">
        <legend>Medium</legend>
        {MEDIA.map((one) => (
          <button
            type="button"
            class="button"
            key={one}
            aria-pressed={medium.includes(one)}
            onClick={() => toggle(one)}
          >
            <MediumMark medium={one} />
            {MEDIUM_LANES[one]}
          </button>
        ))}
      </fieldset>
      {chosen && (
        <a class="relation-all" href={to.relation(a, b)}>
          All times and media
        </a>
      )}
    </div>
  );
}
