/** Universal Dependencies features that reading needs; a key is absent where it does not apply. */
export interface Features {
  readonly tense?: "Past" | "Pres";
  readonly mood?: "Ind" | "Imp" | "Sub";
  readonly number?: "Sing" | "Plur";
  readonly voice?: "Pass";
  readonly verbForm?: "Fin" | "Inf" | "Part" | "Ger";
}

/** What the entity head of the network says of a token that heads a name or noun phrase. */
export type EntityType = "person" | "place" | "organization";

/** One token of a sentence. Offsets point into the report's original text. */
export interface Token {
  /** Position within the sentence, from 0. */
  readonly index: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  /** Penn Treebank tag, as in EWT and GUM. */
  readonly xpos: string;
  /** Universal part of speech. */
  readonly upos: string;
  readonly features: Features;
  /** Index of the head within the sentence, or -1 for the root. */
  readonly head: number;
  /** Universal Dependencies relation with its subtype ("nsubj:pass"). */
  readonly deprel: string;
  /** Set on heads of phrases that the entity head takes for a person, place or organisation. */
  readonly entity?: EntityType;
}

/** A sentence with its tree. Sentences never cross a paragraph break. */
export interface Sentence {
  /** Position within the document, from 0. */
  readonly index: number;
  /** Index of the line (text split at "\n") on which the sentence begins. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  /** For each token, the indexes of its dependents in order. */
  readonly children: readonly (readonly number[])[];
}

/** A text with its sentences, parsed. */
export interface Syntax {
  readonly text: string;
  readonly sentences: readonly Sentence[];
}
