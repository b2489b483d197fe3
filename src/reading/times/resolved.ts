import type { Bounds } from "../../record/schema.ts";
import { type Day, type Unit, valueAt } from "./calendar.ts";
import type { Meaning, Mod } from "./meaning.ts";
import type { Direction } from "./tense.ts";

/** A time that the text told before, from which others may count. */
export interface Anchor {
  readonly day: Day;
  readonly grain: Unit;
}

/** What a mention is resolved against. */
export interface Context {
  readonly published: Day | null;
  /** The last time told before this one. */
  readonly previous: Anchor | null;
  /** The day of which the text speaks: for clocks and mornings. */
  readonly today: Day | null;
  readonly direction: Direction;
  /** The word in front: "by", "since", "until", "in". */
  readonly before: string;
  /** The lemma of the verb on which the time hangs directly; empty where it hangs on none. */
  readonly verb: string;
  /** Whether it hangs on a noun for what is held at a date set before: "the NATO summit in July". */
  readonly isSetDate: boolean;
  /** The day to which this one is joined: "on Saturday and Sunday". */
  readonly joined: Day | null;
}

export interface Resolved {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string | null;
  readonly bounds?: Bounds;
  readonly mod?: Mod;
  /** The first day of the time with its grain, where it is known: later times may count from it. */
  readonly anchor?: Anchor;
  /** What the value rests on besides the words; undefined where the words alone settle it. */
  readonly by?: "published" | "previous" | "tense";
}

export const OPEN: Resolved = { type: "DATE", value: null };

/** A meaning of one kind. */
export type Of<Kind> = Meaning & { readonly kind: Kind };

/** A time that begins on a day, told at a grain. */
export const at = (on: Day, grain: Unit, by?: "published" | "previous" | "tense"): Resolved => ({
  type: "DATE",
  value: valueAt(on, grain),
  anchor: { day: on, grain },
  ...(by ? { by } : {}),
});
