import type { Address } from "../../data/address.ts";
import type { ContactKind, Medium, Status } from "../../data/types.ts";
import { KIND_WORDS, MEDIUM_WORDS, STATUS_WORDS } from "../../format/words.ts";
import { ActorField } from "../../ui/actor-field.tsx";

const KINDS = Object.keys(KIND_WORDS) as ContactKind[];
const STATUSES = Object.keys(STATUS_WORDS) as Status[];
const MEDIA = Object.keys(MEDIUM_WORDS) as Medium[];

/** What narrows the log; `order` does not. */
const NARROWING = ["actor", "with", "kind", "status", "medium", "since", "until", "place", "contradicted"] as const;

export const isNarrowed = (address: Address): boolean => NARROWING.some((name) => address.one(name) !== undefined);

export const withoutFilters = (address: Address): string =>
  address.with(Object.fromEntries(NARROWING.map((name) => [name, null])));

/** The filters of the address, as the API takes them. */
export function filtersIn(address: Address) {
  const [actor, other, place] = [address.one("actor"), address.one("with"), address.one("place")];
  const several = (name: "kind" | "status" | "medium") => {
    const all = [...address.all(name)];
    return all.length > 0 ? { [name]: all } : {};
  };
  return {
    ...(actor && { actor }),
    ...(other && { with: other }),
    ...(place && { place }),
    ...(address.one("contradicted") === "true" && { contradicted: "true" as const }),
    ...several("kind"),
    ...several("status"),
    ...several("medium"),
  } as Readonly<Record<string, string | string[]>>;
}

/** The span of days of the address. */
export function daysIn(address: Address): Readonly<Record<string, string>> {
  const [since, until] = [address.one("since"), address.one("until")];
  return { ...(since && { since }), ...(until && { until }) };
}

/** All by which the log can be narrowed. */
export function Filters({ address }: { readonly address: Address }) {
  const more = ["kind", "medium", "place", "contradicted", "since", "until"].some((name) => address.one(name));
  return (
    <search class="encounters-filters no-print">
      <div class="filters">
        <ActorField label="Of" value={address.one("actor")} onChoose={(name) => address.go({ actor: name })} />
        <ActorField label="With" value={address.one("with")} onChoose={(name) => address.go({ with: name })} />
        <Toggles
          address={address}
          name="status"
          title="How sure"
          values={STATUSES}
          words={(value) => STATUS_WORDS[value]}
        />
        <label>
          Order
          <select
            value={address.one("order") ?? "newest"}
            onChange={(event) => address.go({ order: event.currentTarget.value === "oldest" ? "oldest" : null })}
          >
            <option value="newest">Newest first</option>
            <option value="oldest">Oldest first</option>
          </select>
        </label>
      </div>
      <details class="encounters-more" open={more}>
        <summary>Days, place, kind and medium</summary>
        <div class="filters">
          <label>
            From
            <input
              type="date"
              value={address.one("since") ?? ""}
              onChange={(event) => address.go({ since: event.currentTarget.value || null })}
            />
          </label>
          <label>
            Until
            <input
              type="date"
              value={address.one("until") ?? ""}
              onChange={(event) => address.go({ until: event.currentTarget.value || null })}
            />
          </label>
          <label>
            Place
            <input
              type="text"
              placeholder="a city or a state"
              value={address.one("place") ?? ""}
              onChange={(event) => address.go({ place: event.currentTarget.value.trim() || null })}
            />
          </label>
          <Toggles
            address={address}
            name="medium"
            title="Medium"
            values={MEDIA}
            words={(value) => MEDIUM_WORDS[value]}
          />
          <Toggles address={address} name="kind" title="Kind" values={KINDS} words={(value) => KIND_WORDS[value]} />
          <fieldset class="choices">
            <legend>Reports</legend>
            <button
              type="button"
              class="button quiet"
              aria-pressed={address.one("contradicted") === "true"}
              onClick={() => address.go({ contradicted: address.one("contradicted") === "true" ? null : "true" })}
            >
              disagree
            </button>
          </fieldset>
        </div>
      </details>
    </search>
  );
}

interface TogglesProps<T extends string> {
  readonly address: Address;
  readonly name: string;
  readonly title: string;
  readonly values: readonly T[];
  readonly words: (value: T) => string;
}

/** Values of which several may be chosen; none chosen means all. */
function Toggles<T extends string>({ address, name, title, values, words }: TogglesProps<T>) {
  const chosen = address.all(name);
  const toggle = (value: T): void =>
    address.go({ [name]: chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value] });
  return (
    <fieldset class="choices">
      <legend>{title}</legend>
      {values.map((value) => (
        <button
          type="button"
          class="button quiet"
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
          key={value}
        >
          {words(value)}
        </button>
      ))}
    </fieldset>
  );
}
