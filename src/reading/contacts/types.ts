import type { Bounds, ContactKind, ContactStatus, Medium, Time } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";

/** One mention of a contact, before mentions of one encounter are joined. */
export interface ContactMention {
  readonly kind: ContactKind;
  /** The medium that the words state; null where the kind decides. */
  readonly medium: Medium | null;
  readonly parties: readonly string[];
  readonly status: ContactStatus;
  readonly statusRule: string;
  readonly time: Time | null;
  readonly date: string | null;
  /** The days between which it lies, where the text tells no more. */
  readonly bounds: Bounds | null;
  readonly place: string | null;
  readonly placeRange: Range | null;
  readonly duration: Time | null;
  readonly ordinal: Range | null;
  readonly topics: readonly Range[];
  readonly factors: readonly Range[];
  readonly trigger: Range;
  readonly sentence: number;
  readonly line: number;
  readonly token: number;
  readonly rule: string;
  /** "the meeting", "his visit", "during the call": may take up a contact named before. */
  readonly definite: boolean;
  /** Only a reference: too little to be a contact of its own. */
  readonly weak: boolean;
  /** A verb in "the last time they spoke", "the first occasion they met". */
  readonly again: boolean;
  /** "spoke with": may have been by phone or face to face. */
  readonly loose: boolean;
  /** "separate calls with A, B and C": one contact with each. */
  readonly separate: boolean;
  /** "would meet again": another contact than the one spoken of. */
  readonly anew: boolean;
}

/** A contact as gathered from its mentions. */
export interface ContactDraft
  extends Omit<ContactMention, "token" | "definite" | "weak" | "again" | "loose" | "separate" | "anew" | "line"> {
  readonly lines: readonly number[];
  readonly evidence: readonly Range[];
  /** Rule of the date where it was taken over from a trip. */
  readonly dateRule: string;
}
