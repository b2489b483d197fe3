import type { ContactKind, Medium } from "../record/schema.ts";
import { cellValues, lexiconRows } from "./tsv.ts";

/** A word that names a contact: lexicon/contact-frames.tsv. */
export interface ContactFrame {
  readonly word: string;
  readonly kind: ContactKind;
  readonly medium: Medium | null;
  readonly parties: readonly string[];
  readonly needs: "party" | "event" | "";
}

/** The frames by lemma or lemmas, and the light verbs that hold a contact's noun. */
export interface ContactFrames {
  readonly verbs: ReadonlyMap<string, ContactFrame>;
  readonly nouns: ReadonlyMap<string, ContactFrame>;
  readonly light: ReadonlySet<string>;
}

let loaded: ContactFrames | undefined;

export function contactFrames(): ContactFrames {
  if (loaded) return loaded;
  const verbs = new Map<string, ContactFrame>();
  const nouns = new Map<string, ContactFrame>();
  const light = new Set<string>();
  for (const r of lexiconRows<"word" | "pos" | "kind" | "medium" | "parties" | "needs">("contact-frames.tsv")) {
    if (r.pos === "light") light.add(r.word);
    else {
      const frame: ContactFrame = {
        word: r.word,
        kind: r.kind as ContactKind,
        medium: (r.medium || null) as Medium | null,
        parties: cellValues(r.parties),
        needs: r.needs as ContactFrame["needs"],
      };
      (r.pos === "verb" ? verbs : nouns).set(r.word, frame);
    }
  }
  loaded = { verbs, nouns, light };
  return loaded;
}
