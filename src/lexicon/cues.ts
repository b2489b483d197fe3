import { cellValues, lexiconRows } from "./tsv.ts";

/** What of the sentence is the content of a statement: see lexicon/cues.tsv. */
export type Takes = string;

/** A word that brings in a statement. */
export interface Cue {
  readonly cue: string;
  readonly takes: readonly Takes[];
  readonly hedge: boolean;
  /** PLOVER type of the act of saying it, "SUPPORT?" and "EXPRESS" where the object decides, "" for none. */
  readonly event: string;
}

let loaded: ReadonlyMap<string, Cue> | undefined;

/** The cues by lemma, or by lemma and particle. */
export function cues(): ReadonlyMap<string, Cue> {
  loaded ??= new Map(
    lexiconRows<"cue" | "takes" | "hedge" | "event">("cues.tsv").map((r) => [
      r.cue,
      { cue: r.cue, takes: cellValues(r.takes), hedge: r.hedge === "1", event: r.event },
    ]),
  );
  return loaded;
}
