import type { Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import type { Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import type { Quotation } from "../types.ts";

/** A statement before it is settled with contacts and turned into an entry. */
export interface StatementDraft {
  /** Empty only with the rule "parties", until the contact tells who they are. */
  readonly speakers: readonly string[];
  readonly via: string | null;
  readonly addressees: readonly string[];
  readonly content: Range;
  readonly cue: Range;
  readonly hedged: boolean;
  readonly time: Time | null;
  readonly sentence: number;
  /** The cue's verb in its sentence, or -1 where the statement has none of its own. */
  readonly verb: number;
  readonly line: number;
  readonly rule: string;
  readonly speakerRule: string;
  /** The pronoun that the speakers were read from, lower-cased, or null. */
  readonly pronoun: string | null;
  /** Of the cue; null where it has none of its own ("saying", "to reaffirm"). */
  readonly tense: "past" | "present" | null;
  /** True where a clause or quotation is said, not the object of a verb. */
  readonly clausal: boolean;
  /** True where the words stand in quotation marks that hold all of the content. */
  readonly quoted: boolean;
}

/** What is said, before its ends are trimmed. */
export interface Taken {
  readonly range: Range;
  /** The head of what is said, where it is a clause. */
  readonly clause?: Token;
  /** Quotations that belong to it but are not kept: the shorter piece of a split one. */
  readonly also?: readonly Quotation[];
  /** Where the cue takes in more than its verb ("expressed concern"). */
  readonly cue?: Range;
  /** True where the object is what is said, and so nobody is addressed by it. */
  readonly object?: boolean;
}

/** The text under reading, with what has been found so far. */
export interface Desk {
  readonly scene: Scene;
  readonly outer: readonly Quotation[];
  /** Quotations that some statement has taken. */
  readonly consumed: Set<Quotation>;
  /** Statements of the sentences read so far, in the order in which they were found. */
  readonly found: StatementDraft[];
  /** Statements of the sentence under reading. */
  readonly here: StatementDraft[];
  readonly lineOf: (offset: number) => number;
}
