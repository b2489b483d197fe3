import type { Plugin } from "vite";
import { lexiconRows } from "../../src/lexicon/tsv.ts";

const NAME = "virtual:states";

/** Gives the desk the names of states by their codes, out of the lexicon: `import states from "virtual:states"`. */
export function states(): Plugin {
  return {
    name: "chancery-states",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export default ${JSON.stringify(readStates())}` : undefined),
  };
}

const readStates = (): Readonly<Record<string, string>> =>
  Object.fromEntries(lexiconRows<"iso3" | "name">("states.tsv").map(({ iso3, name }) => [iso3, name]));
