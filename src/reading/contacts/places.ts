import { world } from "../../lexicon/world.ts";
import type { Range } from "../../record/span.ts";
import { caseOf, childrenBy, isUnder, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { NamedMention } from "../mentions/types.ts";
import type { Scene } from "../participants.ts";

const WHERE = new Set(["in", "at", "near", "outside"]);

/** A place as the record names it: the city, else the country, with its words. */
export interface PlaceAt {
  readonly name: string;
  readonly range: Range;
  readonly isCity: boolean;
}

function placeOf(m: NamedMention): { name: string; isCity: boolean } | null {
  for (const v of m.meanings) {
    if (v.is === "place" && (v.place.city || v.place.kind === "city"))
      return { name: v.place.city || v.place.name, isCity: true };
  }
  for (const v of m.meanings) {
    if (v.is === "state") {
      if (v.how === "adjective" || v.how === "people") continue;
      return v.how === "capital" ? null : { name: v.state.name, isCity: false };
    }
    if (v.is === "place" && v.place.country)
      return { name: world().states.get(v.place.country)?.name ?? v.place.name, isCity: false };
  }
  return null;
}

/** The named place at a token. */
export function placeAtToken(scene: Scene, sentence: Sentence, token: Token): PlaceAt | null {
  const m = scene.mentions.at(sentence.index, token.index);
  if (m?.is !== "named") return null;
  const capital = m.meanings.find((v) => v.is === "state" && v.how === "capital");
  const place = placeOf(m) ?? (capital ? { name: scene.text.slice(m.from, m.to), isCity: true } : null);
  return place && { ...place, range: { from: m.from, to: m.to } };
}

/**
 * Where something takes place: "in", "at" a named place that hangs on the trigger or on its clause; a city before a country.
 * "to" counts only for visits, whose goal is the place.
 */
export function placeOfTrigger(
  scene: Scene,
  sentence: Sentence,
  tops: readonly Token[],
  visit: boolean,
): PlaceAt | null {
  let country: PlaceAt | null = null;
  for (const top of tops) {
    const inside = subtreeOf(
      sentence,
      top,
      (t) =>
        t.deprel === "acl:relcl" ||
        t.deprel === "obl:agent" ||
        t.deprel === "advcl" ||
        t.deprel === "parataxis" ||
        caseOf(sentence, t) === "since" ||
        (t.deprel === "conj" && t.upos === "VERB") ||
        t.deprel === "ccomp",
    );
    for (const t of inside) {
      const place = placeAtToken(scene, sentence, t);
      if (!place) continue;
      const marker = caseOf(sentence, t) ?? caseOf(sentence, sentence.tokens[t.head] ?? t);
      const goal = visit && (marker === "to" || (t.deprel === "obj" && isUnder(sentence, t, top)));
      const compound = t.deprel === "compound" && place.isCity && t.head === top.index;
      if (!goal && !compound && !(marker && WHERE.has(marker))) continue;
      if (place.isCity) return place;
      country ??= place;
    }
  }
  return country;
}

/** The state that is visited: "to Australia", "in Kyiv", "the White House". */
export function hostStates(scene: Scene, sentence: Sentence, token: Token): string[] {
  const members = [
    token,
    ...childrenBy(sentence, token, "conj").flatMap((t) => [t, ...childrenBy(sentence, t, "conj")]),
  ];
  const found: string[] = [];
  for (const t of members) {
    const m = scene.mentions.at(sentence.index, t.index);
    if (m?.is !== "named") continue;
    const state = m.meanings.find((v) => v.is === "state" && v.how === "name");
    if (state?.is === "state") {
      found.push(state.state.iso3);
      continue;
    }
    const capital = m.meanings.find((v) => v.is === "state" && v.how === "capital");
    if (capital?.is === "state") found.push(capital.state.iso3);
    else {
      const place = m.meanings.find((v) => v.is === "place" && v.place.country);
      if (place?.is === "place") found.push(place.place.country);
      const metonym = m.meanings.find((v) => v.is === "metonym");
      if (metonym?.is === "metonym") found.push(metonym.country);
    }
  }
  return [...new Set(found)];
}
