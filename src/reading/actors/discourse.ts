import type { DocPerson } from "./people.ts";

/** Something referred to, as the following text may take it up again. */
export interface Heard {
  readonly names: readonly string[];
  readonly kind: "person" | "state" | "organisation" | "group";
  readonly sentence: number;
  readonly token: number;
  readonly line: number;
  /** 2 for the subject of a main clause, 1 for another clause's, 0 for the rest. */
  readonly subject: number;
  readonly gender: "m" | "f" | null;
  readonly plural: boolean;
  readonly person: DocPerson | null;
  /** True inside quotation marks, where other rules hold for pronouns. */
  readonly quoted: boolean;
}

/** How many mentions back one may be taken up again; keeps a long text's time linear. */
const MEMORY = 3000;
/** No score can outweigh a sentence more between. */
const MOST_BONUS = 2;

interface NamedSet {
  readonly names: readonly string[];
  readonly persons: boolean;
  readonly states: boolean;
  readonly sentence: number;
}

/** The last of a list that fits, within memory. */
function lastOf<T>(list: readonly T[], fits: (x: T) => boolean): T | undefined {
  for (let i = list.length - 1, stop = Math.max(0, list.length - MEMORY); i >= stop; i -= 1)
    if (fits(list[i]!)) return list[i];
  return undefined;
}

/**
 * What has been spoken of so far, latest last.
 * Pronouns and descriptions look back here; nothing further than a few sentences counts for a pronoun.
 */
export class Discourse {
  readonly heard: Heard[] = [];
  /** Sets of actors named side by side ("Macron and Putin"), latest last. */
  readonly sets: NamedSet[] = [];

  add(h: Heard): void {
    this.heard.push(h);
  }

  addSet(names: readonly string[], persons: boolean, states: boolean, sentence: number): void {
    if (names.length > 1) this.sets.push({ names, persons, states, sentence });
  }

  /** The last mention that fits. */
  last(fits: (h: Heard) => boolean): Heard | undefined {
    return lastOf(this.heard, fits);
  }

  /** The last set that fits. */
  lastSet(fits: (s: NamedSet) => boolean): NamedSet | undefined {
    return lastOf(this.sets, fits);
  }

  /** The best antecedent by nearness, with subjects before the rest of a sentence. `reach` is in sentences. */
  latest(
    fits: (h: Heard) => boolean,
    sentence: number,
    reach: number,
    token = Number.MAX_SAFE_INTEGER,
  ): Heard | undefined {
    let best: Heard | undefined;
    let bestScore = -Infinity;
    for (let i = this.heard.length - 1, stop = Math.max(0, this.heard.length - MEMORY); i >= stop; i -= 1) {
      const h = this.heard[i]!;
      const gap = sentence - h.sentence;
      if (gap > reach || -2 * gap + MOST_BONUS < bestScore) break;
      if (gap < 0 || (gap === 0 && h.token >= token) || !fits(h)) continue;
      const score = -2 * gap + h.subject * 0.75 + h.token / 10_000 + (h.quoted ? -0.5 : 0);
      if (score > bestScore) [best, bestScore] = [h, score];
    }
    return best;
  }

  /** The last `count` different persons (or states) spoken of, in the order in which they came. */
  /** The last two different actors spoken of before a sentence, of whatever kind but groups: who "both" may be. */
  lastTwo(sentence: number): string[] {
    const found: string[] = [];
    for (
      let i = this.heard.length - 1, stop = Math.max(0, this.heard.length - MEMORY);
      i >= stop && found.length < 2;
      i -= 1
    ) {
      const h = this.heard[i]!;
      if (h.sentence < sentence && h.kind !== "group" && h.names.length === 1 && !found.includes(h.names[0]!))
        found.push(h.names[0]!);
    }
    return found.length === 2 ? found.reverse() : [];
  }

  lastDistinct(count: number, kind: Heard["kind"], fits: (h: Heard) => boolean = () => true): string[] {
    const found: string[] = [];
    for (
      let i = this.heard.length - 1, stop = Math.max(0, this.heard.length - MEMORY);
      i >= stop && found.length < count;
      i -= 1
    ) {
      const h = this.heard[i]!;
      if (h.kind !== kind || h.names.length !== 1 || !fits(h)) continue;
      if (!found.includes(h.names[0]!)) found.push(h.names[0]!);
    }
    return found.reverse();
  }
}
