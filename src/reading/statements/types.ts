import type { Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";

/** A statement before it is settled with contacts and turned into an entry. */
export interface StatementDraft {
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
  /** True where the words stand in quotation marks that hold all of the content. */
  readonly quoted: boolean;
}
