import type { Range } from "../../record/span.ts";
import { childBy, childrenBy, nominalsWith, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, who } from "../participants.ts";
import { clauseContent, infinitiveContent } from "./clauses.ts";
import { objectContent, objectOf, sentimentContent } from "./objects.ts";
import { positionContent } from "./positions.ts";
import type { Standing } from "./standing.ts";
import { phraseBehind, thatBefore } from "./stretch.ts";
import type { Desk, Taken } from "./types.ts";

/** What is said, by the first of the cue's complements that the sentence has. */
export function contentOf(desk: Desk, sentence: Sentence, standing: Standing, cueWords: Range): Taken | null {
  const object = objectOf(sentence, standing.verb);
  for (const takes of orderOf(sentence, standing, object)) {
    const found = complement(desk, sentence, standing, takes, object, cueWords);
    if (found) return found;
  }
  return null;
}

/** A cue that has an object before a clause without "that" says the object: "announced a telephone, which …". */
function orderOf(sentence: Sentence, { verb, cue }: Standing, object: Token | undefined): readonly string[] {
  if (!object || !cue.takes.includes("np") || object.index < verb.index || cue.takes[0] !== "clause") return cue.takes;
  const clause = childrenBy(sentence, verb, "ccomp").find((t) => t.index > verb.index);
  const first = clause ? Math.min(...subtreeOf(sentence, clause).map((t) => t.index)) : -1;
  const marked = clause !== undefined && thatBefore(sentence, clause)?.text.toLowerCase() === "that";
  return first > object.index && !marked ? ["np", ...cue.takes.filter((t) => t !== "np")] : cue.takes;
}

function complement(
  desk: Desk,
  sentence: Sentence,
  standing: Standing,
  takes: string,
  object: Token | undefined,
  cueWords: Range,
): Taken | null {
  switch (takes) {
    case "clause":
    case "addressee":
    case "quote":
      return clauseContent(desk, sentence, standing, cueWords, takes);
    case "to":
      return infinitiveContent(desk, sentence, standing, object);
    case "np":
      return objectContent(desk, sentence, standing, object);
    case "importance":
      return positionContent(desk, sentence, standing, object);
    case "condolence":
    case "concern":
      return sentimentContent(desk, sentence, standing, object, takes);
    default: {
      const range = phraseBehind(desk, sentence, standing.verb, takes);
      return range && { range };
    }
  }
}

/** The press hears everything, and is nobody's addressee. */
export const isAudience = (name: string): boolean =>
  /^([A-Z]{3}:)?(reporters|journalists|the press|media)$/i.test(name);

/** Who is spoken to: the object, or whoever "to", "on" or "upon" names; nobody whom the content itself speaks of. */
export function addresseesOf(scene: Scene, sentence: Sentence, { verb, cue }: Standing, content: Range): string[] {
  const hearers = nominalsWith(sentence, verb, "to", ...(/ (up)?on$/.test(cue.cue) ? ["on", "upon"] : []));
  const tokens = [objectOf(sentence, verb), childBy(sentence, verb, "iobj"), ...hearers].filter((t) => t !== undefined);
  const outside = tokens.filter((t) => t.to <= content.from || content.to <= t.from);
  const names = outside.flatMap((t) => who(scene, sentence, t));
  return [...new Set(names)].filter((n) => !isAudience(n));
}
