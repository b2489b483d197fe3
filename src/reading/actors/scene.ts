import type { World } from "../../lexicon/world.ts";
import type { DescriptionMention } from "../mentions/types.ts";
import type { Published } from "../types.ts";
import type { Discourse } from "./discourse.ts";
import type { DocPerson, People } from "./people.ts";
import type { ActorDraft } from "./types.ts";

/** What a description needs to be resolved. */
export interface Scene {
  readonly lex: World;
  readonly day: Published;
  readonly people: People;
  readonly talk: Discourse;
  /** The state whose release this is, if it is one. */
  readonly home: string | null;
  /** The actors of the possessor ("his", "Macron's"), already resolved. */
  readonly possessor: readonly string[];
  readonly draftOf: (name: string) => ActorDraft | undefined;
  /** The armed force of a state that the text names ("the Israel Defense Forces"). */
  readonly forceOf: (country: string) => string | undefined;
}

/** Actors by name, the rule, and drafts of those that were not known before. */
export interface Resolved {
  readonly names: readonly string[];
  readonly rule: string;
  readonly drafts?: readonly ActorDraft[];
}

export const LEADERS = new Set(["leader", "ruler", "strongman", "statesman"]);
export const singular = (noun: string): string => noun.replace(/ies$/, "y").replace(/s$/, "");

export const fromPerson = (p: DocPerson, rule: string): Resolved => ({ names: [p.name], rule });

/** The country that a description is of: its own adjective, its possessor's, or none. */
export function countryOf(m: DescriptionMention, scene: Scene): string | null {
  if (m.tie.countries[0]) return m.tie.countries[0];
  for (const name of scene.possessor) {
    const country = scene.draftOf(name)?.country;
    if (country) return country;
  }
  return null;
}
