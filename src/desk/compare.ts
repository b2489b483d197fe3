import { encounterRules, joinFrom } from "./encounter-rules.ts";
import type { Finding } from "./finding.ts";
import { isOpen, type Node } from "./node.ts";
import { compareParties } from "./parties.ts";
import { compareTimes } from "./when.ts";
import { placesRelation } from "./where.ts";

/** What the rules say of two entries. */
export interface Outcome {
  /** The rule by which they can never be one, or null. */
  readonly apart: string | null;
  /** The rules whose weights were added, and their sum. */
  readonly rules: readonly string[];
  readonly score: number;
  readonly joined: boolean;
  /** Between 0 and 1, nearer in time is more: only to choose among equals. */
  readonly nearness: number;
}

const PARTS: readonly ((a: Node, b: Node) => Finding)[] = [
  compareForms,
  compareParties,
  compareOrdinals,
  compareTimes,
  comparePlaces,
  compareDetails,
];

/** Compares two entries by the rules of lexicon/encounter-rules.tsv. Symmetric. */
export const compare = (a: Node, b: Node): Outcome =>
  a.entry.report === b.entry.report && encounterRules().has("same-report")
    ? { apart: "same-report", rules: [], score: 0, joined: false, nearness: 0 }
    : compareValues(a, b);

/** The same, but for the report: all that two groups of like entries differ in. */
export function compareValues(a: Node, b: Node): Outcome {
  const table = encounterRules();
  const rules: string[] = [];
  let score = 0;
  let nearness = 0;
  for (const part of PARTS) {
    const found = part(a, b);
    if (found.apart !== undefined && table.has(found.apart))
      return { apart: found.apart, rules, score, joined: false, nearness };
    for (const rule of found.rules ?? []) {
      const weight = table.get(rule)?.value;
      if (weight === undefined) continue;
      rules.push(rule);
      score += weight;
    }
    nearness = Math.max(nearness, found.nearness ?? 0);
  }
  return { apart: null, rules, score, joined: score >= joinFrom(), nearness };
}

function compareForms(a: Node, b: Node): Finding {
  if (a.form === b.form)
    return { rules: [a.entry.contact.kind === b.entry.contact.kind ? "same-kind" : "kinds-beside"] };
  const forms = new Set([a.form, b.form]);
  if (forms.has("hosting") && (forms.has("meeting") || forms.has("visit"))) return { rules: ["hosted"] };
  if (forms.has("visit") && forms.has("meeting")) return { apart: "visit-and-meeting" };
  if ((a.unformed && isOpen(b) && b.form === "meeting") || (b.unformed && isOpen(a) && a.form === "meeting"))
    return { rules: ["plan-unformed"] };
  const [talks, other] = a.loose ? [a, b] : [b, a];
  if (talks.loose && (other.form === "call" || other.form === "video") && talks.place === null)
    return { rules: ["talks-by-phone"] };
  return { apart: "other-class" };
}

/** Numbers are compared within one series only: "first since 2019" and "third this year" may be one. */
function compareOrdinals(a: Node, b: Node): Finding {
  if (!a.ordinal || !b.ordinal || a.ordinal.series !== b.ordinal.series) return {};
  return a.ordinal.n === b.ordinal.n ? { rules: ["same-ordinal"] } : { apart: "other-ordinal" };
}

function comparePlaces(a: Node, b: Node): Finding {
  if (!a.place || !b.place || a.form === "call" || a.form === "video" || a.form === "letter") return {};
  const relation = placesRelation(a.place, b.place);
  if (relation === "other") return { apart: "other-place" };
  return { rules: [relation === "same" ? "same-place" : relation === "inside" ? "place-inside" : "place-unlike"] };
}

function compareDetails(a: Node, b: Node): Finding {
  const rules: string[] = [];
  const [x, y] = [a.entry.contact.duration, b.entry.contact.duration];
  if (x !== null && x === y) rules.push("same-duration");
  for (const word of a.topicWords) {
    if (!b.topicWords.has(word)) continue;
    rules.push("shared-topic");
    break;
  }
  return { rules };
}
