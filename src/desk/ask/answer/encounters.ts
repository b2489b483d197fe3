import type { Medium } from "../../../record/schema.ts";
import type { Desk } from "../../questions/desk.ts";
import { stateCode } from "../../questions/offices.ts";
import { bothIn } from "../../questions/pairs.ts";
import type { EncounterView } from "../../questions/schemas.ts";
import { mediumOf, reportedOn, spanOf, within } from "../../questions/when.ts";
import { type Who, whoIs } from "../../questions/who.ts";
import { kindsInWords, mediumInWords, statusInWords, timeInWords } from "../../questions/words.ts";
import { wordsOf } from "../../stems.ts";
import { isAbout, topicsOf } from "../../topics.ts";
import type { Encounter } from "../../types.ts";
import { placesRelation, whereOf } from "../../where.ts";

/** What a query asks of encounters. */
export interface Filter {
  readonly a?: string | undefined;
  readonly b?: string | undefined;
  readonly kind?: Encounter["kind"] | undefined;
  readonly medium?: Medium | undefined;
  readonly status?: Encounter["status"] | undefined;
  readonly place?: string | undefined;
  readonly topic?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whom a filter names. */
export interface Parties {
  readonly a: Who | null;
  readonly b: Who | null;
}

/** Throws ActorError where a name is of nobody or of several. */
export const partiesOf = (desk: Desk, { a, b }: Filter): Parties => ({
  a: a === undefined ? null : whoIs(desk, a),
  b: b === undefined ? null : whoIs(desk, b),
});

/** The encounters that a filter lets through, of any status where it names none. */
export function fitting(desk: Desk, filter: Filter, { a, b }: Parties): Encounter[] {
  const all = a === null ? desk.encounters : desk.encountersOf(a.ids);
  return all.filter(
    (one) =>
      (a === null || b === null || bothIn(one, a, b)) &&
      (filter.kind === undefined || one.kind === filter.kind) &&
      (filter.medium === undefined || mediumOf(one) === filter.medium) &&
      (filter.status === undefined || one.status === filter.status) &&
      (filter.place === undefined || isAt(one, filter.place)) &&
      (filter.topic === undefined || isOnTopic(desk, one, filter.topic)) &&
      inTime(one, filter),
  );
}

/** In a city or state; a visit to a state without a city has the state for a party. */
export function isAt(one: Pick<Encounter, "kind" | "brief" | "parties">, place: string): boolean {
  const asked = whereOf(stateOrCity(place));
  const told = one.brief.places.map(whereOf);
  if (told.some((where) => isWithin(where, asked))) return true;
  return one.kind === "visit" && asked.whole && one.parties.some(({ actor }) => actor === asked.country);
}

const isWithin = (where: ReturnType<typeof whereOf>, asked: ReturnType<typeof whereOf>): boolean => {
  const relation = placesRelation(where, asked);
  return relation === "same" || (relation === "inside" && asked.whole);
};

/** "China" has a code; "Ankara" is a city, though it stands for its state elsewhere. */
const stateOrCity = (place: string): string => {
  const code = stateCode(place);
  return code && whereOf(place).whole ? code : place;
};

/** A contact is on a topic by its own topics, or by what was said to one of its parties in the same report. */
function isOnTopic(desk: Desk, one: Encounter, topic: string): boolean {
  const wanted = wordsOf(topic).map(({ stem }) => stem);
  if (wanted.length === 0) return false;
  const has = (words: string): boolean => {
    const stems = new Set(wordsOf(words).map(({ stem }) => stem));
    return wanted.every((stem) => stems.has(stem));
  };
  const parties = new Set(one.parties.map(({ actor }) => actor));
  return one.entries.some(({ contact, report }) => {
    if (has(contact.topics.join(" ")) || isAbout(topicsOf(contact), topic)) return true;
    const statements = desk.reports.get(report)?.record.statements ?? [];
    return statements
      .filter(({ addressee }) => addressee.some((name) => parties.has(desk.identities.of(report, name))))
      .some((statement) => has(statement.content) || isAbout(topicsOf(statement), topic));
  });
}

/** One without days counts on the day of its first report. */
function inTime(one: Encounter, { since, until }: Filter): boolean {
  if (!since && !until) return true;
  const span = spanOf(one);
  const reported = reportedOn(one);
  const days = span.told ? span : { from: reported, to: reported };
  return (days.from !== null || days.to !== null) && within(days, since ?? null, until ?? null) !== "no";
}

/** The latest or earliest by the days that are told; one without any is the last resort. */
export function extreme(all: readonly Encounter[], which: "last" | "first"): Encounter | undefined {
  const day = (one: Encounter): string => {
    const { from, to, told } = spanOf(one);
    return told ? (from ?? to!) : "";
  };
  const told = all.filter((one) => day(one) !== "");
  const sign = which === "last" ? -1 : 1;
  const sorted = (told.length > 0 ? told : all).toSorted(
    (x, y) => sign * day(x).localeCompare(day(y)) || (x.id < y.id ? -1 : 1),
  );
  return sorted[0];
}

/** What was looked for, in words: "held phone calls between A and B in Ankara since 1 May 2027". */
export function filterInWords(filter: Filter, { a, b }: Parties): string {
  const { kind, medium, status, place, topic, since, until } = filter;
  const names = [a?.name, b?.name].filter((name) => name !== undefined);
  return [
    status ? statusInWords(status) : null,
    kind ? kindsInWords(kind) : "contacts",
    medium ? mediumInWords(medium) : null,
    names.length === 2 ? `between ${names[0]} and ${names[1]}` : names.length === 1 ? `of ${names[0]}` : null,
    place ? `in ${place}` : null,
    topic ? `about “${topic}”` : null,
    since ? `since ${timeInWords(since)}` : null,
    until ? `until ${timeInWords(until)}` : null,
  ]
    .filter((part) => part !== null)
    .join(" ");
}

/** The parties of an encounter other than those asked for. */
export const othersIn = (view: EncounterView, { a, b }: Parties): string[] =>
  view.parties.filter(({ id }) => !a?.ids.has(id) && !b?.ids.has(id)).map(({ name }) => name);
