import { lexiconRows } from "../lexicon/tsv.ts";
import { actorInWords } from "./plain.ts";

export { listed, readableAmount } from "./plain.ts";

/** Names of states by ISO 3166 alpha-3 code; empty where the lexicon is not installed. */
const states: ReadonlyMap<string, string> = loadStates();

function loadStates(): ReadonlyMap<string, string> {
  try {
    return new Map(lexiconRows<"iso3" | "name">("states.tsv").map((row) => [row.iso3, row.name]));
  } catch {
    return new Map();
  }
}

/** The name of a state by its code, or the code where it is not known. */
export const stateName = (code: string): string => states.get(code) ?? code;

/** An actor's standard name as a person would write it: "USA" is "United States"; see `actorInWords`. */
export const readableActor = (name: string): string => actorInWords(name, stateName);
