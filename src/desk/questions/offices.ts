import { fold } from "../../lexicon/fold.ts";
import { distance, leader } from "../../lexicon/offices.ts";
import { type State, type Term, type World, world } from "../../lexicon/world.ts";

/** The ISO code of a state's name or adjective ("France", "French"); undefined where the phrase is none. */
export function stateCode(phrase: string): string | undefined {
  return stateOf(world(), phrase)?.iso3;
}

function stateOf(lexicon: World, phrase: string): State | undefined {
  if (lexicon.states.has(phrase)) return lexicon.states.get(phrase);
  for (const named of lexicon.names.get(phrase.replace(/^the /i, ""))) {
    if (named.is === "state" && named.how !== "people") return named.state;
    if (named.is === "metonym" && named.standsFor === named.country) return lexicon.states.get(named.country);
  }
  return undefined;
}

/** What an office phrase asks for. */
export interface Office {
  /** The state or body, as it is named. */
  readonly of: string;
  readonly title: string;
  /** Who held it on the day or nearest to it. */
  readonly holder: string;
}

/**
 * Reads "the French president", "president of France", "UN secretary-general", "the Russian leader" as whoever held
 * the office on a day. Undefined where the phrase is no office, or the office files do not know its holder.
 */
export function officeHolder(phrase: string, day: string | null): Office | undefined {
  const lexicon = world();
  const words = phrase.replace(/^the /i, "").trim();
  const turned = /^(.+?) of (?:the )?(.+)$/i.exec(words);
  if (turned) {
    const found = holderOf(lexicon, turned[2]!, turned[1]!, day);
    if (found) return found;
  }
  const parts = words.replace(/['’]s\b/, "").split(" ");
  for (let cut = 1; cut < parts.length; cut++) {
    const found = holderOf(lexicon, parts.slice(0, cut).join(" "), parts.slice(cut).join(" "), day);
    if (found) return found;
  }
  return undefined;
}

function holderOf(lexicon: World, place: string, title: string, day: string | null): Office | undefined {
  const state = stateOf(lexicon, place);
  if (state) {
    const term = /^(?:leader|head)$/i.test(title)
      ? leader(lexicon, state.iso3, day)
      : nearest(termsOfTitle(lexicon, state.iso3, title), day);
    return term && { of: state.name, title: term.title, holder: term.person };
  }
  const body = lexicon.names.get(place).find((named) => named.is === "body");
  if (body?.is !== "body") return undefined;
  const terms = (lexicon.termsOf.get(body.body.name) ?? []).filter((term) => sameTitle(term.title, title));
  const term = nearest(terms, day);
  return term && { of: body.body.name, title: term.title, holder: term.person };
}

function termsOfTitle(lexicon: World, iso3: string, title: string): readonly Term[] {
  const offices = new Set(lexicon.titles.get(title).map((one) => one.office));
  const terms = [...offices].flatMap((office) => lexicon.termsOf.get(`${iso3} ${office}`) ?? []);
  const exact = terms.filter((term) => sameTitle(term.title, title));
  return exact.length > 0 ? exact : offices.has("other") ? [] : terms;
}

const sameTitle = (a: string, b: string): boolean => plain(a).includes(plain(b));
const plain = (title: string): string => fold(title).replace(/[-\s]+/g, " ");

const nearest = (terms: readonly Term[], day: string | null): Term | undefined =>
  [...terms].sort((a, b) => distance(a, day) - distance(b, day) || b.from.localeCompare(a.from))[0];
