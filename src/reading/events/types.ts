import type { EventStatus, EventType, Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";

/** An event before it becomes an entry. */
export interface EventDraft {
  readonly type: EventType;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status: EventStatus;
  readonly statusRule: string;
  readonly time: Time | null;
  readonly date: string | null;
  readonly saidBy: string | null;
  readonly trigger: Range;
  readonly sentence: number;
  readonly token: number;
  /** The noun that the speech act is about, -1 or absent where there is none. */
  readonly object?: number;
  readonly line: number;
  readonly rule: string;
  /** True for what is done by saying it; such acts are not merged with their like. */
  readonly speech: boolean;
  /** Lemmas of the trigger's words, to tell whether two mentions speak of one act. */
  readonly words?: readonly string[];
  /** True where a noun names it. */
  readonly noun?: boolean;
}
