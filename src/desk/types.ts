import type { ActorKind, Bounds, Contact, ContactKind, ContactStatus, Medium, Record } from "../record/schema.ts";
import type { DayRange } from "../store/days.ts";
import type { UseTable } from "./use-table.ts";

/** A report as it is kept: what it is, and the record that holds of it now (as read, with the corrections over it). */
export interface KeptReport {
  /** Hash of the normalised text. */
  readonly id: string;
  readonly title: string | null;
  /** ISO date, or null where nobody knows. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly address: string | null;
  readonly record: Record;
}

/** The words of one report on which a value rests. */
export interface Source {
  readonly report: string;
  /** Id of the entry in the report's record ("c1"). */
  readonly entry: string;
  readonly quote: string;
  readonly from: number;
  readonly to: number;
}

/** A value with everyone who says it. */
export interface Value<T = string> {
  readonly value: T;
  /** The ISO days between which a date must lie; only on dates. */
  readonly bounds?: Bounds;
  /** TIMEX3 mod of a duration ("MORE_THAN"); only on durations. */
  readonly mod?: string;
  readonly sources: readonly Source[];
}

/** A name under which reports speak of an actor. */
export interface Alias {
  readonly name: string;
  /** Ids of the reports that use it, sorted. */
  readonly reports: readonly string[];
  /** How many they are. */
  readonly count: number;
}

/** An office that somebody held. */
export interface DatedOffice {
  /** Canonical key of the office files ("head-of-state"), or "other". */
  readonly office: string;
  readonly title: string;
  readonly country: string | null;
  readonly body: string | null;
  /** EDTF date, or null where it is not known. For an office from reports: the first and last publication that gives it. */
  readonly from: string | null;
  readonly to: string | null;
  readonly basis: "office-file" | "reports";
  /** The reports that give the office; empty for one that only the office files know. */
  readonly reports: readonly string[];
}

/** One actor of the world, as all reports together name it. */
export interface Identity {
  /** The canonical name, with what tells namesakes apart behind it in brackets: "Emmanuel Macron", "FRA", "George Bush (USA)". */
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166 alpha-3, or null. */
  readonly country: string | null;
  readonly aliases: readonly Alias[];
  /** How many reports name it. */
  readonly reports: number;
  readonly offices: readonly DatedOffice[];
  /** The decisions of people that made it what it is, in their order. */
  readonly decisions: readonly Decision[];
}

/** What a person decided about actors; a layer over the automatic identity. Leaving it out of the list undoes it. */
export interface Decision {
  readonly kind: "merge" | "split";
  /** Merge: the ids or names of those who are one, the first of which stays. Split: the one of whom a part is somebody else. */
  readonly actors: readonly string[];
  /** Split only: the reports whose mentions are somebody else's, and the name of that somebody. */
  readonly reports?: readonly string[];
  readonly into?: string;
  readonly author: string;
  /** ISO instant. */
  readonly time: string;
  readonly reason: string;
}

/** All actors of a set of reports. */
export interface Identities {
  /** Sorted by id. */
  readonly list: readonly Identity[];
  /** Who is meant by each name of each report. */
  readonly table: UseTable;
  /** The id of the actor whom a report's record calls `name`; the name itself where the report is unknown. */
  of(report: string, name: string): string;
  get(id: string): Identity | undefined;
  /** Decisions that fit nobody now: an actor they name is not there. A person must look. */
  readonly unfit: readonly Decision[];
  /** The actors who bear a name, an alias or an id ("Macron", "France", "Zelenskyy"), those in most reports first. */
  named(name: string): readonly Identity[];
}

/** A party of an encounter with the reports that say so. */
export interface Party {
  /** Id of an identity. */
  readonly actor: string;
  readonly sources: readonly Source[];
}

/** One step in the life of an encounter. */
export interface LifeStep {
  readonly status: ContactStatus;
  readonly published: string | null;
  readonly report: string;
  readonly entry: string;
}

/** Two values that cannot both be true, kept and shown. */
export interface Contradiction {
  readonly field: "date" | "duration" | "place" | "medium" | "status";
  /** The values that exclude each other, as they stand in the encounter's lists. */
  readonly values: readonly [string, string];
  /** In plain words. */
  readonly message: string;
}

/** One entry of one report that an encounter was made of. */
export interface Entry {
  readonly report: string;
  readonly published: string | null;
  readonly contact: Contact;
  /** Ids of the identities of the contact's parties, in the contact's order. */
  readonly parties: readonly string[];
  /** What is known of each of them, in the same order. */
  readonly facts: readonly PartyFacts[];
}

/** What the merging must know of a party. */
export interface PartyFacts {
  /** Somebody in particular: a person, a state, a body with a name of its own. */
  readonly named: boolean;
  readonly country: string | null;
  /** The state for which the party may stand: itself, or that of a leader at the time; else null. */
  readonly side: string | null;
}

/** What lists, filters and counts look at of every encounter. */
export interface EncounterBrief {
  /** Day of publication of its first report, of the first that tells it as held, and of the last that has a day. */
  readonly reported: string | null;
  readonly held: string | null;
  readonly last: string | null;
  /** Its places, those most said first. */
  readonly places: readonly string[];
  /** The states for which its parties stand, in their order; somebody named of whom no state is known stands for himself. */
  readonly sides: readonly string[];
  readonly contradicted: boolean;
  /** The reports that its entries are of. */
  readonly reports: readonly string[];
  /** Ids and countries of its parties: an entry that has none of them does not touch it. */
  readonly marks: readonly string[];
  /** The days, counted from 1970, between which any entry may lie; `FAR` where nobody knows. */
  readonly from: number;
  readonly to: number;
}

/** More days than any calendar has. */
export const FAR = 1 << 30;

/** One real-world contact, merged from the entries of several reports. */
export interface Encounter {
  /** From the report and the words of its earliest entry: "x" and twelve hexadecimal digits. */
  readonly id: string;
  readonly kind: ContactKind;
  readonly medium: Medium | null;
  readonly parties: readonly Party[];
  /** As the latest report has it. "negated" is cancelled, refused or denied. */
  readonly status: ContactStatus;
  /** In order of publication. */
  readonly life: readonly LifeStep[];
  /** The date that most sources say, the finest and latest said among equals; null where none says one. */
  readonly date: string | null;
  /** The days between which it lies by all that is known, for sorting and filters; nulls where nothing is. */
  readonly days: DayRange;
  readonly dates: readonly Value[];
  readonly durations: readonly Value[];
  readonly places: readonly Value[];
  readonly ordinals: readonly Value[];
  readonly topics: readonly Value[];
  readonly factors: readonly Value[];
  readonly contradictions: readonly Contradiction[];
  readonly brief: EncounterBrief;
  readonly sources: readonly Source[];
  /** What it was made of, in order of publication; enough to merge it again. */
  readonly entries: readonly Entry[];
}

/** Why two entries are one encounter, or are not: the answer of `chancery why`. */
export interface Verdict {
  readonly a: Source;
  readonly b: Source;
  readonly joined: boolean;
  /** The rules of lexicon/encounter-rules.tsv that spoke, with their weights; the first one decided. */
  readonly rules: readonly { readonly rule: string; readonly weight: number; readonly why: string }[];
  readonly score: number;
}
