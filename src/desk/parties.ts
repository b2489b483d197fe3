import type { Finding } from "./finding.ts";
import type { Node } from "./node.ts";

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
const within = (small: readonly string[], big: readonly string[]): boolean => small.every((x) => big.includes(x));

/** Whether two lists of parties may be those of one encounter. */
export function compareParties(a: Node, b: Node): Finding {
  if (same(a.firm, b.firm)) return equal(a, b);
  const [small, big] =
    a.firm.length < b.firm.length || (a.firm.length === b.firm.length && a.key < b.key) ? [a, b] : [b, a];
  if (within(small.firm, big.firm)) return contained(small, big);
  return standsFor(small, big) || standsFor(big, small) ? { rules: ["state-for-leader"] } : { apart: "other-parties" };
}

function equal(a: Node, b: Node): Finding {
  if (a.firm.length > 1) return { rules: ["same-parties"] };
  if (a.firm.length === 0) return isOneGathering(a, b) ? { rules: ["same-group"] } : { apart: "other-parties" };
  if (a.vague.length === 0 && b.vague.length === 0) return { rules: ["same-party"] };
  if (a.vague.length === 0 || b.vague.length === 0)
    return a.form === "visit" && b.form === "visit" ? { rules: ["same-party"] } : { apart: "other-company" };
  return a.vague.some((v) => b.vague.includes(v)) ? { rules: ["same-company"] } : { apart: "other-company" };
}

/** "The donors' conference on 16 February": one unnamed group, one kind and one exact day in both. */
const isOneGathering = (a: Node, b: Node): boolean =>
  isGathering(a) &&
  isGathering(b) &&
  a.entry.contact.kind === b.entry.contact.kind &&
  a.days!.from === b.days!.from &&
  same(a.entry.parties, b.entry.parties);

/** A contact of a single unnamed group on an exact day. */
export const isGathering = ({ firm, vague, days, entry }: Node): boolean =>
  firm.length === 0 &&
  vague.length === 1 &&
  entry.parties.length === 1 &&
  days?.basis === "date" &&
  days.from === days.to;

function contained(small: Node, big: Node): Finding {
  if (small.firm.length === 0) return { apart: "other-parties" };
  if (small.firm.length === 1) {
    const [who] = small.firm;
    const visitor =
      small.form === "visit" &&
      big.form === "visit" &&
      small.vague.length === 0 &&
      [small, big].every((n) => n.first === who);
    return visitor ? { rules: ["same-party"] } : { apart: "one-name-only" };
  }
  const sides = new Set(small.firm.map((p) => small.countries.get(p) ?? p));
  const isNew = big.firm.some((p) => !small.firm.includes(p) && !sides.has(big.countries.get(p) ?? p));
  if (!isNew) return { rules: ["within-parties"] };
  if (small.sidesSaid === new Set(big.firm.map((p) => big.countries.get(p) ?? p)).size)
    return { rules: ["within-parties", "sides-counted"] };
  return small.firm.length === 2
    ? { rules: ["within-parties", "new-side"] }
    : { rules: ["within-parties", "new-sides-of-many"] };
}

/** "France and Germany" for Macron and Scholz: each party of the one is in the other, or one of the two is the other's state. */
function standsFor(a: Node, b: Node): boolean {
  if (a.firm.length !== b.firm.length || a.firm.length < 2) return false;
  const side = (n: Node, p: string): string => n.sides.get(p) ?? p;
  const [x, y] = [a, b].map((n) => n.firm.map((p) => side(n, p)).sort()) as [string[], string[]];
  if (!same(x, y) || new Set(x).size !== x.length) return false;
  const left = a.firm.filter((p) => !b.firm.includes(p));
  return left.every((p) => {
    const other = b.firm.find((q) => side(b, q) === side(a, p))!;
    return p === side(a, p) || other === side(b, other);
  });
}
