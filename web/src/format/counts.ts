import { STATUS_WORDS } from "./words.ts";

const ORDER = ["held", "planned", "possible", "negated"] as const;

/** "10 held · 2 planned": how many there are of each, those that are none left out; held always stands. */
export const countedByStatus = (counts: Readonly<Record<(typeof ORDER)[number], number>>): string =>
  ORDER.filter((status) => status === "held" || counts[status] > 0)
    .map((status) => `${counts[status]} ${STATUS_WORDS[status]}`)
    .join(" · ");
