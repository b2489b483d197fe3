import type { Scene } from "../participants.ts";
import { CLASS, type Gathered, within } from "./gathered.ts";
import type { ContactMention } from "./types.ts";

/** What a text announces of many contacts at once, by party: trips to several states, "separate calls with". */
export interface Announced {
  readonly trips: ReadonlyMap<string, readonly ContactMention[]>;
  readonly separate: ReadonlyMap<string, readonly ContactMention[]>;
}

/** Gathers once, in the order of the text, what `apart` asks of each mention; the first two of each party are enough. */
export function announcedIn(scene: Scene, all: readonly ContactMention[]): Announced {
  const trips = new Map<string, ContactMention[]>();
  const separate = new Map<string, ContactMention[]>();
  const note = (map: Map<string, ContactMention[]>, key: string, m: ContactMention): void => {
    const known = map.get(key) ?? [];
    if (known.length < 2) map.set(key, [...known, m]);
  };
  for (const m of all) {
    const states = m.kind === "visit" ? m.parties.filter((p) => /^[A-Z]{3}$/.test(p)).length : 0;
    if (states > 1) for (const p of m.parties) note(trips, p, m);
    if (/\bseparate|individual\b/i.test(scene.text.slice(Math.max(0, m.trigger.from - 30), m.trigger.to)))
      for (const p of m.parties) note(separate, `${CLASS[m.kind]} ${p}`, m);
  }
  return { trips, separate };
}

/** The first that stands before a mention or in its sentence, and is another. */
const before = (m: ContactMention, told: readonly ContactMention[] = []): ContactMention | undefined =>
  told.find((x) => x !== m && x.sentence <= m.sentence);

/** "five separate calls with European leaders. She spoke with A, B, …": one contact with each. */
export function apart(scene: Scene, m: ContactMention, told: Announced): ContactMention[] {
  const [first, ...others] = m.parties;
  if (!first || others.length < 2) return [m];
  const trip = before(m, told.trips.get(first));
  const countries = others.map((p) => scene.actors.drafts.get(p)?.country ?? null);
  const perState =
    trip !== undefined &&
    CLASS[m.kind] === 1 &&
    new Set(countries).size === others.length &&
    countries.every((c) => c !== null && trip.parties.includes(c));
  const announced = before(m, told.separate.get(`${CLASS[m.kind]} ${first}`));
  const date = m.date ?? announced?.date ?? null;
  return m.separate || announced || perState
    ? others.map((p) => ({ ...m, date, time: m.time ?? announced?.time ?? null, parties: [first, p] }))
    : [m];
}

/** "met with A, B and C", then a meeting with A told by itself: the summary keeps those who are told of only there. */
export function withoutSummaries(contacts: readonly Gathered[]): Gathered[] {
  const byFirst = Map.groupBy(contacts, (c) => c.parties[0]);
  return contacts.map((c) => {
    if (CLASS[c.kind] !== 1 || c.parties.length < 4) return c;
    const told = byFirst
      .get(c.parties[0])!
      .filter(
        (d) =>
          d !== c &&
          d.sentence > c.sentence &&
          CLASS[d.kind] === 1 &&
          d.status === "held" &&
          d.parties.length < c.parties.length &&
          within(d.parties, c.parties),
      )
      .flatMap((d) => d.parties.slice(1));
    const left = c.parties.slice(1).filter((p) => !told.includes(p));
    return told.length > 0 && left.length > 0 ? { ...c, parties: [c.parties[0]!, ...left] } : c;
  });
}
