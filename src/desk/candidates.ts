import { daysOfRule } from "./encounter-rules.ts";
import type { Node } from "./node.ts";
import { isGathering } from "./parties.ts";
import { listAt } from "./uses.ts";

/** Of a long list of parties only so many make blocks, or one summit of thirty would be in 435 of them. */
const MOST_PARTIES = 8;

/** Under which keys a node may meet another: each pair of its parties, each pair of their states, or the one it has, or its group. */
export function blockKeys(node: Node): string[] {
  const { firm, form } = node;
  const group = form === "letter" ? "w" : form === "visit" ? "v" : form === "hosting" ? "h" : "m";
  const groups = group === "h" ? ["m", "v"] : [group];
  const keys = new Set<string>();
  const pairs = (names: readonly string[], mark: string): void => {
    for (let i = 0; i < names.length; i += 1)
      for (let j = i + 1; j < names.length; j += 1)
        if (names[i] !== names[j]) for (const g of groups) keys.add(`${g}${mark}${names[i]}|${names[j]}`);
  };
  pairs(firm.slice(0, MOST_PARTIES), ":");
  const states = firm.map((p) => node.sides.get(p));
  if (firm.length > 1 && firm.length <= 4 && states.every((s) => s !== undefined))
    pairs((states as string[]).sort(), "@");
  if (firm.length === 1 || (form === "visit" && firm.length === 2))
    for (const p of firm) for (const g of groups) keys.add(`${g}1:${p}`);
  if (isGathering(node)) for (const g of groups) keys.add(`${g}0:${node.vague[0]}`);
  return [...keys];
}

/** Nodes by the blocks they are in, each block in the order of days. */
export type Blocks = ReadonlyMap<string, readonly Node[]>;

/** Puts nodes that may be compared into blocks. A node whose time nobody knows is in none. */
export function blocksOf(nodes: Iterable<Node>): Blocks {
  const blocks = new Map<string, Node[]>();
  for (const node of nodes) if (node.days) for (const key of blockKeys(node)) listAt(blocks, key).push(node);
  for (const block of blocks.values()) block.sort((a, b) => a.days!.from - b.days!.from || (a.key < b.key ? -1 : 1));
  return blocks;
}

/** How far beside each other two spans may lie, in days, and still be compared. */
export const slackOfBlocks = (): number =>
  Math.max(1, daysOfRule("moved-call"), daysOfRule("moved-meeting"), daysOfRule("moved-visit"));

/** Calls `visit` with every two nodes that share a block and whose days lie close; a pair may come more than once. */
export function eachCandidate(blocks: Blocks, visit: (a: Node, b: Node) => void): void {
  const more = slackOfBlocks();
  for (const block of blocks.values()) {
    for (let i = 0; i < block.length; i += 1) {
      const a = block[i]!;
      for (let j = i + 1; j < block.length && block[j]!.days!.from <= a.days!.to + more; j += 1) visit(a, block[j]!);
    }
  }
}
