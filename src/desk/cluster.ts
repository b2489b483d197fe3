import { type Blocks, blockKeys, blocksOf, eachCandidate, slackOfBlocks } from "./candidates.ts";
import { compareValues, type Outcome } from "./compare.ts";
import type { Node } from "./node.ts";
import { listAt, valueAt } from "./uses.ts";

/** Nodes that no rule can tell apart: a hundred reports of one call are compared once. The first stands for all. */
export interface Group {
  readonly head: Node;
  readonly nodes: readonly Node[];
}

interface Edge {
  readonly a: Group;
  readonly b: Group;
  readonly outcome: Outcome;
}

/** Groups the nodes; two of one report are never in one group. */
export function groupsOf(nodes: Iterable<Node>): Group[] {
  const bySignature = new Map<string, Node[]>();
  const seen = new Map<string, number>();
  for (const node of [...nodes].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const signature = signatureOf(node);
    const own = `${node.entry.report} ${signature}`;
    const nth = seen.get(own) ?? 0;
    seen.set(own, nth + 1);
    listAt(bySignature, `${signature} #${nth}`).push(node);
  }
  return [...bySignature.values()].flatMap((like) => {
    const [head, second] = like;
    if (!second || compareValues(head!, second).joined) return [{ head: head!, nodes: like }];
    return like.map((node) => ({ head: node, nodes: [node] }));
  });
}

const signatures = new WeakMap<Node, string>();

const signatureOf = (node: Node): string => valueAt(signatures, node, () => sign(node));

function sign({
  entry: { contact, published },
  form,
  loose,
  unformed,
  days,
  firm,
  vague,
  sides,
  countries,
  place,
  ordinal,
  partOfDay,
  topicWords,
  first,
  sidesSaid,
}: Node): string {
  const { kind, status, duration } = contact;
  return JSON.stringify([
    kind,
    form,
    loose,
    unformed,
    status,
    published,
    days,
    partOfDay,
    firm,
    vague,
    [...sides],
    [...countries],
    place?.name,
    ordinal,
    duration,
    [...topicWords].sort(),
    first,
    sidesSaid,
  ]);
}

/** Looks up which groups may be one with a group; every answer is kept. */
export class Neighbours {
  readonly #groups = new Map<Node, Group>();
  readonly #blocks: Blocks;

  constructor(groups: readonly Group[]) {
    for (const g of groups) this.#groups.set(g.head, g);
    this.#blocks = blocksOf(this.#groups.keys());
  }

  /** Every edge among all groups. */
  edges(): Edge[] {
    const seen = new Map<Node, Set<Node>>();
    const edges: Edge[] = [];
    eachCandidate(this.#blocks, (x, y) => {
      const [a, b] = x.key < y.key ? [x, y] : [y, x];
      const known = valueAt(seen, a, () => new Set<Node>());
      if (known.has(b)) return;
      known.add(b);
      const outcome = compareValues(a, b);
      if (outcome.joined) edges.push({ a: this.#groups.get(a)!, b: this.#groups.get(b)!, outcome });
    });
    return edges;
  }

  /** The groups with which one has an edge. */
  of({ head }: Group): Group[] {
    const more = slackOfBlocks();
    const found = new Set<Node>();
    for (const key of head.days ? blockKeys(head) : []) {
      for (const other of this.#blocks.get(key) ?? []) {
        if (other.days!.from > head.days!.to + more) break;
        if (other !== head && other.days!.to + more >= head.days!.from && compareValues(head, other).joined)
          found.add(other);
      }
    }
    return [...found].map((n) => this.#groups.get(n)!);
  }
}

/**
 * Makes encounters of groups: the surest pairs first, and none that a rule keeps apart from anyone already in.
 * A group that fits two which exclude each other, equally well, is joined with neither.
 */
export function cluster(groups: readonly Group[]): Node[][] {
  const edges = new Neighbours(groups).edges().sort(surestFirst);
  const torn = tornGroups(edges);
  const clusterOf = new Map<Group, Group[]>(groups.map((g) => [g, [g]]));
  const reports = new Map<Group[], Set<string>>();
  for (const list of clusterOf.values()) reports.set(list, new Set(list[0]!.nodes.map((n) => n.entry.report)));
  for (const { a, b } of edges) {
    const [x, y] = [clusterOf.get(a)!, clusterOf.get(b)!];
    if (x === y || torn.has(a) || torn.has(b)) continue;
    const [rx, ry] = [reports.get(x)!, reports.get(y)!];
    if (meets(rx, ry) || x.some((g) => y.some((h) => compareValues(g.head, h.head).apart !== null))) continue;
    const [into, from] = x.length >= y.length ? [x, y] : [y, x];
    for (const g of from) {
      into.push(g);
      clusterOf.set(g, into);
    }
    for (const r of reports.get(from)!) reports.get(into)!.add(r);
  }
  return [...new Set(clusterOf.values())].map((list) =>
    list.flatMap((g) => g.nodes).sort((a, b) => (a.key < b.key ? -1 : 1)),
  );
}

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  const [small, big] = a.size < b.size ? [a, b] : [b, a];
  for (const r of small) if (big.has(r)) return true;
  return false;
};

const surestFirst = (e: Edge, f: Edge): number =>
  f.outcome.score - e.outcome.score ||
  f.outcome.nearness - e.outcome.nearness ||
  (e.a.head.key < f.a.head.key ? -1 : e.a.head.key > f.a.head.key ? 1 : e.b.head.key < f.b.head.key ? -1 : 1);

/** The groups whose best edges are equally good and lead to two that exclude each other. */
function tornGroups(edges: readonly Edge[]): Set<Group> {
  const best = new Map<Group, { readonly outcome: Outcome; readonly others: Group[] }>();
  for (const { a, b, outcome } of edges) {
    for (const [group, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = best.get(group);
      if (!known) best.set(group, { outcome, others: [other] });
      else if (known.outcome.score === outcome.score && known.outcome.nearness === outcome.nearness)
        known.others.push(other);
    }
  }
  const torn = new Set<Group>();
  for (const [group, { others }] of best)
    if (others.some((g, i) => others.slice(i + 1).some((h) => compareValues(g.head, h.head).apart !== null)))
      torn.add(group);
  return torn;
}
