import type { Address } from "../data/address.ts";
import type { Medium, Status } from "../data/types.ts";
import { MEDIUM_WORDS, STATUS_WORDS } from "../format/words.ts";

const MEDIA: readonly Medium[] = ["in-person", "phone", "video", "written"];
const STATUSES: readonly Status[] = ["held", "planned", "possible", "negated"];

/** The choices of an address that choose encounters, as the API takes them. */
export interface Chosen {
  readonly actor?: string;
  readonly since?: string;
  readonly until?: string;
  readonly medium?: Medium[];
  readonly status: Status[];
}

/** Reads them, values that there are none of left out. Only what was held counts where no status is chosen. */
export function chosenIn({ one, all }: Pick<Address, "one" | "all">): Chosen {
  const medium = MEDIA.filter((value) => all("medium").includes(value));
  const status = STATUSES.filter((value) => all("status").includes(value));
  const day = (name: string): string | undefined => /^\d{4}-\d{2}-\d{2}$/.exec(one(name) ?? "")?.[0];
  return {
    ...given("actor", one("actor")),
    ...given("since", day("since")),
    ...given("until", day("until")),
    ...(medium.length > 0 && { medium }),
    status: status.length > 0 ? status : ["held"],
  };
}

const given = <K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, string>);

/** Fields for the medium and for how sure encounters are. */
export function MediumAndStatus({ chosen, address }: { readonly chosen: Chosen; readonly address: Address }) {
  return (
    <>
      <label>
        Medium
        <select
          value={chosen.medium?.length === 1 ? chosen.medium[0] : ""}
          onChange={(event) => address.go({ medium: event.currentTarget.value || null })}
        >
          <option value="">any, or not told</option>
          {MEDIA.map((medium) => (
            <option value={medium} key={medium}>
              {MEDIUM_WORDS[medium]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Status
        <select
          value={chosen.status.join(" ")}
          onChange={(event) => {
            const status = event.currentTarget.value.split(" ");
            address.go({ status: status.join(" ") === "held" ? null : status });
          }}
        >
          {statusChoices(chosen.status).map((status) => (
            <option value={status.join(" ")} key={status.join(" ")}>
              {status.length === STATUSES.length ? "any" : status.map((one) => STATUS_WORDS[one]).join(" or ")}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** The usual choices, and the one of the address where it is another. */
function statusChoices(chosen: readonly Status[]): (readonly Status[])[] {
  const usual: readonly (readonly Status[])[] = [["held"], ["planned", "possible"], ["negated"], STATUSES];
  const known = usual.some((status) => status.join(" ") === chosen.join(" "));
  return known ? [...usual] : [...usual, chosen];
}
