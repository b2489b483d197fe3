import type { ActorKind, Sector } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";

/** An actor of the document, before it is known whether any entry needs it. */
export interface ActorDraft {
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly sector: Sector | null;
  readonly role: string | null;
  readonly gender: "m" | "f" | null;
  /** Rule that gave the name, and whether the text states it. */
  readonly rule: string;
  readonly basis: "stated" | "inferred";
  readonly countryRule: string | null;
}

/** One reference to an actor in the text. */
export interface Reference extends Range {
  readonly actor: string;
  readonly pronoun: boolean;
  readonly rule: string;
}
