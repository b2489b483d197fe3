import { lexiconRows } from "./tsv.ts";

/** What a common noun for people says: lexicon/people-nouns.tsv. */
export interface PeopleNoun {
  readonly noun: string;
  readonly as: "state" | "country" | "group" | "organisation" | "official";
  readonly sector: string | null;
}

let loaded: ReadonlyMap<string, PeopleNoun> | undefined;

/** The nouns for people by lemma or phrase of lemmas. */
export function peopleNouns(): ReadonlyMap<string, PeopleNoun> {
  loaded ??= new Map(
    lexiconRows<"noun" | "as" | "sector">("people-nouns.tsv").map((r) => [
      r.noun,
      { noun: r.noun, as: r.as as PeopleNoun["as"], sector: r.sector || null },
    ]),
  );
  return loaded;
}
