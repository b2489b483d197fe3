import { useLocation } from "preact-iso";
import { query } from "../routes.ts";

type Values = Readonly<Record<string, string | readonly string[] | null | undefined>>;

/** What is chosen in a view, as its address has it. */
export interface Address {
  /** The value of a parameter; undefined where it is not given or empty. */
  readonly one: (name: string) => string | undefined;
  /** All values of a parameter that may stand more than once. */
  readonly all: (name: string) => readonly string[];
  /** The address with some parameters changed; null takes one away. */
  readonly with: (changes: Values) => string;
  /** Goes there. What changes with every stroke of a key replaces the address instead of adding to the way back. */
  readonly go: (changes: Values, replace?: boolean) => void;
}

/** Reads and changes the query of the present address, so that every choice can be linked and gone back to. */
export function useAddress(): Address {
  const { url, path, route } = useLocation();
  const given = new URLSearchParams(url.split("?")[1] ?? "");
  const all = (name: string): readonly string[] => given.getAll(name).filter((value) => value !== "");
  const changed = (changes: Values): string => {
    const kept = Object.fromEntries([...new Set(given.keys())].map((name) => [name, all(name)]));
    return `${path}${query({ ...kept, ...changes })}`;
  };
  return {
    one: (name) => all(name)[0],
    all,
    with: changed,
    go: (changes, replace = false) => route(changed(changes), replace),
  };
}
