import { useLocation } from "preact-iso";
import type { EntryType } from "../../data/types.ts";
import { query as queryOf } from "../../routes.ts";
import { TYPES } from "./fields.ts";

/** What is chosen in the view, as its address holds it. */
export interface Chosen {
  /** Key of the selected entry. */
  readonly entry: string | null;
  /** A cited span, "120-140". */
  readonly at: string | null;
  /** Kinds of entries that are shown; empty is all. */
  readonly show: readonly EntryType[];
  /** Whether names and times are marked, and every entry is open. */
  readonly names: boolean;
  readonly times: boolean;
  readonly open: boolean;
}

export interface Address extends Chosen {
  /** The address with some choices made otherwise. */
  readonly with: (other: Partial<Chosen>) => string;
  /** Goes there; a selection replaces the last, so that "back" leads out of the report and not through its entries. */
  readonly choose: (other: Partial<Chosen>) => void;
}

export function useAddress(): Address {
  const { path, query, route } = useLocation();
  const shown = (query.show ?? "").split(",");
  const chosen: Chosen = {
    entry: query.entry ?? null,
    at: query.at ?? null,
    show: TYPES.filter((type) => shown.includes(type)),
    names: query.names === "yes",
    times: query.times === "yes",
    open: query.open === "yes",
  };
  const address = (other: Partial<Chosen>): string => path + searchOf({ ...chosen, ...other });
  return {
    ...chosen,
    with: address,
    choose: (other) => route(address(other), true),
  };
}

export const searchOf = ({ entry, at, show, names, times, open }: Chosen): string =>
  queryOf({
    at,
    entry,
    show: show.length === 0 || show.length === TYPES.length ? null : show.join(","),
    names: names ? "yes" : null,
    times: times ? "yes" : null,
    open: open ? "yes" : null,
  });

/** "120-140" as a span; null where it is none. */
export function spanIn(at: string | null): { readonly from: number; readonly to: number } | null {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(at ?? "") ?? [];
  return from !== undefined && Number(from) < Number(to) ? { from: Number(from), to: Number(to) } : null;
}
