import { CLASS, type Gathered } from "./gathered.ts";

/** A trip's dates stand for the meetings on the way whose day is not told. */
export function datesOfTrips(contacts: readonly Gathered[]): Gathered[] {
  const trips = contacts.filter((t) => t.kind === "visit" && t.status === "held" && t.date !== null);
  const order = new Map(trips.map((t, i) => [t, i]));
  const byTraveller = Map.groupBy(trips, (t) => t.parties[0]);
  return contacts.map((c) => {
    if (c.date !== null || c.status !== "held" || (CLASS[c.kind] !== 1 && CLASS[c.kind] !== 2)) return c;
    const trip = c.parties
      .flatMap((p) => byTraveller.get(p)?.find((t) => t !== c && t.sentence <= c.sentence) ?? [])
      .sort((a, b) => order.get(a)! - order.get(b)!)[0];
    return trip ? { ...c, date: trip.date, time: trip.time, dateRule: "dates-of-the-trip" } : c;
  });
}
