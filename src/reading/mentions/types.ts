import type { PeopleNoun } from "../../lexicon/nouns.ts";
import type { Named, Title } from "../../lexicon/world.ts";
import type { Range } from "../../record/span.ts";

/** An office or title as a mention uses it. */
export interface TitleUse {
  readonly title: Title;
  /** The office in the text's own words, without country ("Foreign Minister"). */
  readonly words: string;
}

/** What an office, adjective or "of" phrase ties a person or description to. */
export interface Tie {
  /** ISO3 codes, in the order of the text. */
  readonly countries: readonly string[];
  /** Names of bodies ("UN", "USA:State Department"). */
  readonly bodies: readonly string[];
}

interface MentionBase extends Range {
  /** Position in the document's list of mentions. */
  readonly index: number;
  readonly sentence: number;
  /** Tokens of the sentence: `first` ≤ i < `end`. */
  readonly first: number;
  readonly end: number;
  /** The token that stands for the whole: the last of a name, the noun of a description. */
  readonly head: number;
  /** Tokens of which a participant may be asked, where they are not all of the span. */
  readonly core: readonly number[];
}

/** A person by name, with the titles around it. */
export interface PersonMention extends MentionBase {
  readonly is: "person";
  /** The words of the name alone. */
  readonly name: string;
  readonly nameRange: Range;
  readonly titles: readonly TitleUse[];
  readonly honorific: string | null;
  readonly tie: Tie;
}

/** Something that the gazetteer knows: a state, its capital or seat, a body, a place. */
export interface NamedMention extends MentionBase {
  readonly is: "named";
  readonly meanings: readonly Named[];
  /** True after "in", "at", "near" and the like. */
  readonly locative: boolean;
}

/** A capitalised name that no lexicon knows and that is not taken for a person. */
export interface UnknownMention extends MentionBase {
  readonly is: "unknown";
  readonly name: string;
  readonly guess: "organization" | "place" | null;
  readonly tie: Tie;
  readonly locative: boolean;
}

/** A common noun for people: "the French leader", "Israeli officials", "his collaborators", "the government". */
export interface DescriptionMention extends MentionBase {
  readonly is: "description";
  readonly noun: string;
  /** The head noun with its modifiers, without article, numeral and country ("military leaders"). */
  readonly words: string;
  readonly people: PeopleNoun | null;
  readonly titles: readonly TitleUse[];
  readonly tie: Tie;
  /** The states of "Polish and Latvian ministers", "officials of Chad and Niger"; else none. */
  readonly each: readonly string[];
  readonly plural: boolean;
  readonly determiner: "the" | "a" | "this" | "own" | "none";
  /** "his", "their", or the token of "Macron" in "Macron's aides". */
  readonly possessor: number | null;
  /** 2 for "two", "both". */
  readonly count: number | null;
}

/** A pronoun that may stand for an actor. */
export interface PronounMention extends MentionBase {
  readonly is: "pronoun";
  readonly pronoun: string;
}

export type Mention = PersonMention | NamedMention | UnknownMention | DescriptionMention | PronounMention;

export const NO_TIE: Tie = { countries: [], bodies: [] };
