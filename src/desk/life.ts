import type { ContactStatus } from "../record/schema.ts";
import type { Entry, LifeStep } from "./types.ts";

/** Of reports of one day the one that tells the later state counts. */
const LATER: Record<ContactStatus, number> = { possible: 0, planned: 1, negated: 2, held: 3 };

/** The life of an encounter in order of publication; reports without a date come last. */
export function lifeOf(entries: readonly Entry[]): LifeStep[] {
  return entries
    .map((e): LifeStep => ({ status: e.contact.status, published: e.published, report: e.report, entry: e.contact.id }))
    .sort((a, b) => order(a, b) || (a.report < b.report ? -1 : a.report > b.report ? 1 : a.entry < b.entry ? -1 : 1));
}

const order = (a: LifeStep, b: LifeStep): number => {
  const [x, y] = [a.published ?? "9999", b.published ?? "9999"];
  return x < y ? -1 : x > y ? 1 : LATER[a.status] - LATER[b.status];
};

/** As the latest report has it; what has been held stays held, unless a later report denies it. */
export function statusNow(life: readonly LifeStep[]): ContactStatus {
  const firm = life.filter((s) => s.status === "held" || s.status === "negated");
  const dated = firm.filter((s) => s.published !== null);
  const decided = (dated.length > 0 ? dated : firm).at(-1);
  if (!decided) return life.at(-1)!.status;
  if (decided.status === "held") return "held";
  const after = life.filter(
    (s) =>
      s.status !== "negated" && s.published !== null && decided.published !== null && s.published > decided.published,
  );
  return after.at(-1)?.status ?? "negated";
}
