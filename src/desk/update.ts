import { slackOfBlocks } from "./candidates.ts";
import { marksOf, stretchOf } from "./compose.ts";
import { inOrder, merge, together } from "./encounters.ts";
import { entriesOf, identified } from "./entries.ts";
import { besides, explain } from "./explain.ts";
import { identities } from "./identities.ts";
import { nodeOf } from "./node.ts";
import { type Desk, makeDesk } from "./questions/desk.ts";
import { wholeOf } from "./snapshot/shelved-encounter.ts";
import { type Decision, type Encounter, FAR, type Identities, type KeptReport } from "./types.ts";
import { type UpdatedIdentities, updateIdentities } from "./update-identities.ts";

/** Those published first come first; of one day by their ids, so that the order hangs on nothing else. */
export const byPublication = (a: KeptReport, b: KeptReport): number => {
  const [x, y] = [a.published ?? "", b.published ?? ""];
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

/**
 * A desk with some reports as they now are: the same as a desk made anew, but only what they touch is worked out again.
 * Where people merged or split actors, who is who is worked out for all reports, since decisions are about all at once.
 */
export function updatedDesk(before: Desk, fresh: readonly KeptReport[]): Desk {
  if (fresh.length === 0) return before;
  const changed = new Map(fresh.map((one) => [one.id, one]));
  const reports = [
    ...[...before.reports.values()].map((one) => changed.get(one.id) ?? one),
    ...fresh.filter(({ id }) => !before.reports.has(id)),
  ].sort(byPublication);
  const decisions = decisionsIn(before.identities);
  const who = decisions.length > 0 ? anew(reports, decisions) : updateIdentities(before.identities, fresh);
  const encounters = merged(before, fresh, who);
  return makeDesk({
    reports,
    identities: who.identities,
    encounters,
    library: before.library,
    verdicts: (one) => explain(one, besides(one, encounters)),
  });
}

/** People's decisions about actors, in the order in which they were made. */
export function decisionsIn({ list, unfit }: Identities): Decision[] {
  const all = new Set([...list.flatMap(({ decisions }) => decisions), ...unfit]);
  return [...all].sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

/** Identities of which nobody knows what became other. */
const anew = (
  reports: readonly KeptReport[],
  decisions: readonly Decision[],
): Omit<UpdatedIdentities, "reports" | "facts"> => ({
  identities: identities(reports, decisions),
});

function merged(
  { encounters: before }: Desk,
  fresh: readonly KeptReport[],
  who: Pick<UpdatedIdentities, "identities"> & Partial<UpdatedIdentities>,
): Encounter[] {
  const { identities: ids, reports, facts } = who;
  if (!reports || !facts) {
    const { kept, made } = merge(before.map(wholeOf), fresh, ids);
    return inOrder([...kept, ...made]);
  }
  const changed = new Set([...reports, ...fresh.map(({ id }) => id)]);
  const affected = new Set(
    before.filter(
      ({ brief, parties }) =>
        brief.reports.some((id) => changed.has(id)) ||
        (facts.size > 0 && parties.some(({ actor }) => facts.has(actor))),
    ),
  );
  const reach = new Reach();
  for (const one of affected) {
    reach.take(one.brief.marks, one.brief);
    for (const entry of wholeOf(one).entries) reach.take(marksOf(identified(entry, ids)), one.brief);
  }
  for (const entry of entriesOf(fresh, ids)) reach.take(marksOf(entry), stretchOf([nodeOf(entry)]));
  for (;;) {
    const near = before.filter((one) => affected.has(one) || reach.has(one));
    const wholes = new Map(near.map((one) => [wholeOf(one), one]));
    const { touched, made } = merge([...wholes.keys()], fresh, ids);
    const grown = [...touched].filter((one) => reach.take(one.brief.marks, one.brief));
    if (grown.length > 0) continue;
    const gone = new Set([...touched].map((one) => wholes.get(one)));
    return together(
      before.filter((one) => !gone.has(one)),
      inOrder([...made]),
    );
  }
}

/** What entries may touch: whoever shares a mark with one and lies close. */
class Reach {
  readonly #marks = new Set<string>();
  #from = FAR;
  #to = -FAR;

  /** Whether it reaches further for it. */
  take(marks: readonly string[], { from, to }: { readonly from: number; readonly to: number }): boolean {
    const before = this.#marks.size;
    for (const mark of marks) this.#marks.add(mark);
    const grows = this.#marks.size > before || from < this.#from || to > this.#to;
    this.#from = Math.min(this.#from, from);
    this.#to = Math.max(this.#to, to);
    return grows;
  }

  has({ brief }: Encounter): boolean {
    const slack = slackOfBlocks();
    if (brief.from > this.#to + slack || brief.to + slack < this.#from) return false;
    return brief.marks.some((mark) => this.#marks.has(mark));
  }
}
