import { compare } from "./compare.ts";
import { sourceOf } from "./compose.ts";
import { encounterRules, joinFrom } from "./encounter-rules.ts";
import { type Node, nodeOf } from "./node.ts";
import type { Encounter, Verdict } from "./types.ts";

/**
 * For each two entries of an encounter, and for each of its entries with each of the encounters beside it: the rules
 * that joined them or kept them apart. Two that are in one encounter though no rule joins them are there by way of
 * others. Answers `chancery why`.
 */
export function explain(encounter: Encounter, beside: readonly Encounter[] = []): Verdict[] {
  const own = encounter.entries.map(nodeOf);
  const others = beside.flatMap((e) => e.entries.map(nodeOf));
  const inner = own.flatMap((a, i) => own.slice(i + 1).map((b) => verdict(a, b)));
  return [...inner, ...own.flatMap((a) => others.map((b) => verdict(a, b)))];
}

/** What the rules say of two entries, whichever encounters they are in. */
export function verdict(a: Node, b: Node): Verdict {
  const outcome = compare(a, b);
  const named = [...(outcome.apart ? [outcome.apart] : []), ...outcome.rules];
  const rules = named.map((rule) => {
    const row = encounterRules().get(rule)!;
    return { rule, weight: row.effect === "apart" ? Number.NEGATIVE_INFINITY : row.value, why: row.why };
  });
  return {
    a: sourceOf(a.entry),
    b: sourceOf(b.entry),
    joined: outcome.joined,
    rules,
    score: outcome.apart ? Number.NEGATIVE_INFINITY : outcome.score,
  };
}

/** The encounters that one might have been joined with: some party in common, and days that lie close. */
export function besides(encounter: Encounter, all: readonly Encounter[], days = 14): Encounter[] {
  const actors = new Set(encounter.parties.map((p) => p.actor));
  const shared = (e: Encounter): number => e.parties.filter((p) => actors.has(p.actor)).length;
  const at = (e: Encounter): number => Date.parse(e.days.from ?? e.days.to ?? e.brief.reported ?? "");
  return all.filter(
    (e) =>
      e !== encounter && shared(e) >= Math.min(2, actors.size) && Math.abs(at(e) - at(encounter)) <= days * 86_400_000,
  );
}

/** The least sum of weights that joins, for those who show it. */
export const needed = joinFrom;
