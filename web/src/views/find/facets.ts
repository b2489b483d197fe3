import { EVENT_WORDS, KIND_WORDS, TYPE_WORDS } from "../../format/words.ts";

const MODE_WORDS: Readonly<Record<string, string>> = {
  direct: "in their own words",
  indirect: "in the report's words",
  mixed: "partly in their own words",
};

/** What a kind of entries is called: "call", "ACCUSE", "direct" and the like. */
export const kindInWords = (kind: string): string =>
  KIND_WORDS[kind as keyof typeof KIND_WORDS] ??
  TYPE_WORDS[kind as keyof typeof TYPE_WORDS] ??
  EVENT_WORDS[kind] ??
  MODE_WORDS[kind] ??
  kind;
