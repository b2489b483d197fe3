import type { Actor } from "../record/schema.ts";
import { valueAt } from "./uses.ts";

const reasons = new Map<string | null, Actor["why"]>();

/** Of an actor's reasons the one that identities need: by which rule it has its country. */
export const whyOf = (countryRule: string | null): Actor["why"] =>
  valueAt(reasons, countryRule, () => (countryRule ? { country: { rule: countryRule, basis: "inferred" } } : {}));
