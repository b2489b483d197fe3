import { caseOf, childrenOf, hasRelation, nominalsWith } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf, type Scene, who } from "../participants.ts";

const DOWN = [
  "for",
  "to",
  "of",
  "with",
  "by",
  "from",
  "against",
  "on",
  "toward",
  "towards",
  "in",
  "between",
  "about",
  "over",
];

/**
 * The actors whom an act on a thing concerns: "support for the integrity of Ukraine" is for Ukraine, "the actions of FARC"
 * are FARC's. Looks at the thing itself, then its owner, then what its prepositions lead to, at most four steps down.
 * `except` are never given: nobody supports himself.
 */
export function behind(
  scene: Scene,
  sentence: Sentence,
  token: Token | undefined,
  except: readonly string[],
  speaker: readonly string[] = [],
): string[] {
  let level = token ? [token] : [];
  for (let depth = 0; depth < 4 && level.length > 0; depth += 1) {
    for (const t of level) {
      const names = who(scene, sentence, t, speaker).filter((n) => !except.includes(n));
      if (names.length > 0) return names;
      const owners = ownersOf(scene, sentence, t, speaker).filter((n) => !except.includes(n));
      if (owners.length > 0) return owners;
    }
    level = level.flatMap((t) => [
      ...DOWN.flatMap((p) => nominalsWith(sentence, t, p)),
      ...childrenOf(sentence, t).filter(
        (c) =>
          hasRelation(c, "acl", "obj", "xcomp") &&
          (hasRelation(c, "acl", "xcomp") || t.upos === "VERB") &&
          caseOf(sentence, c) === undefined,
      ),
    ]);
  }
  return [];
}
