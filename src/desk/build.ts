import type { Contact, Event, Money, Record, Statement } from "../record/schema.ts";
import type { EntryType, LayerState, ReportSummary, Store, StoredReport } from "../store/index.ts";
import { encounters } from "./encounters.ts";
import { besides, explain } from "./explain.ts";
import { identities } from "./identities.ts";
import { type Desk, makeDesk } from "./questions/desk.ts";
import type { Library } from "./questions/library.ts";
import { Shelf } from "./shelf.ts";
import { ShelvedRecord } from "./shelved.ts";
import type { Decision, KeptReport } from "./types.ts";
import { byPublication } from "./update.ts";
import { valueAt } from "./uses.ts";
import { whyOf } from "./why-country.ts";

/** A desk made anew, by a full pass over the store. */
export async function build(store: Store): Promise<Desk> {
  const layers = await store.layers();
  const reports = await keptReports(store, layers);
  const who = identities(reports, decisionsOf(layers));
  const all = encounters(reports, who);
  return makeDesk({
    reports,
    identities: who,
    encounters: all,
    library: storeLibrary(store),
    verdicts: (one) => explain(one, besides(one, all)),
  });
}

/** Reports with the records that hold of them now. Of the records, what questions need: actors and entries. */
async function keptReports(store: Store, layers: readonly LayerState[]): Promise<KeptReport[]> {
  const shelf = new Shelf();
  const records = new Map<string, ShelvedRecord>();
  const summaries: ReportSummary[] = [];
  for await (const one of store.eachReport()) {
    records.set(one.id, new ShelvedRecord(one.title, one.published, shelf));
    summaries.push(one);
  }
  // A value stands in memory once, however many reports have it.
  const [texts, lists] = [new Map<string, string>(), new Map<string, string[]>()];
  const once = <T extends string | null>(text: T): T =>
    text === null ? text : (valueAt(texts, text, () => text) as T);
  for await (const { report, name, kind, country, countryRule, sector, role, surface } of store.eachActor()) {
    const record = records.get(report);
    const actor = {
      id: once(`a${(record?.actors.length ?? 0) + 1}`),
      name: once(name),
      kind: once(kind),
      country: once(country),
      sector: once(sector),
      role: once(role),
      surface: valueAt(lists, surface.join("\n"), () => [...surface]),
      evidence: NONE,
      why: whyOf(countryRule),
    };
    record?.actors.push(actor as Record["actors"][number]);
  }
  await putEntries(store, records);
  const changed = new Set(layers.map(({ body }) => ("target" in body ? body.target : body)).map(reportIn));
  return summaries
    .map(({ id, title, published, publisher, address }) => {
      const record = records.get(id)!;
      return { id, title, published, publisher, address, record: changed.has(id) ? record.unshelved() : record };
    })
    .sort(byPublication);
}

const NONE: never[] = [];
const reportIn = (body: object): string | null => ("report" in body ? (body.report as string) : null);

async function putEntries(store: Store, records: ReadonlyMap<string, ShelvedRecord>): Promise<void> {
  const none = () => ({ contact: [], statement: [], event: [], sum: [] }) as { [type in EntryType]: string[] };
  let [current, bodies] = ["", none()];
  for await (const { report, type, body } of store.eachBody()) {
    if (report !== current) {
      records.get(current)?.put(bodies);
      [current, bodies] = [report, none()];
    }
    bodies[type].push(body);
  }
  records.get(current)?.put(bodies);
}

/** People's merges and splits of actors, those undone left out. */
function decisionsOf(layers: readonly LayerState[]): Decision[] {
  return layers.flatMap(({ active, author, at, reason, body }): Decision[] => {
    if (!active) return [];
    const by = { author, time: at, reason };
    if (body.type === "merge")
      return [{ kind: "merge", actors: [body.into, ...body.names.filter((n) => n !== body.into)], ...by }];
    if (body.type === "split")
      return [{ kind: "split", actors: [body.name], reports: body.reports, into: body.into, ...by }];
    return [];
  });
}

/** Some reports as the store now has them. */
export async function reportsNow(store: Store, ids: Iterable<string>): Promise<KeptReport[]> {
  const found: KeptReport[] = [];
  for (const id of ids) {
    const stored = await store.report(id);
    if (stored) found.push(keptOf(stored));
  }
  return found;
}

/** A report with the record that holds of it now. */
function keptOf({ id, title, published, publisher, address, record, entries }: StoredReport): KeptReport {
  const of = <T extends { readonly evidence: readonly { readonly from: number }[] }>(type: string): T[] =>
    entries
      .filter((one) => one.type === type)
      .map(({ entry }) => entry as unknown as T)
      .sort((a, b) => (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0));
  const now = {
    contacts: of<Contact>("contact"),
    statements: of<Statement>("statement"),
    events: of<Event>("event"),
    money: of<Money>("sum"),
  };
  // As the desk has actors that it takes from the store's tables.
  const actors = record.actors.map((actor) => ({
    ...actor,
    evidence: [],
    why: whyOf(actor.why.country?.rule ?? null),
  }));
  return { id, title, published, publisher, address, record: { ...record, actors, ...now } };
}

/** Of what very many reports or entries have, so many that were kept last are looked through. */
const AMONG = 5000;

export const storeLibrary = (store: Store): Library => ({
  async reports(words, most) {
    const { items } = await store.search(words, { limit: most, among: AMONG });
    return items.map(({ id, snippet }) => ({ report: id, snippet }));
  },
  async entries(words, most) {
    const { items } = await store.entries({ words, limit: most, among: AMONG });
    return items.map(({ report, type, entry }) => ({ report, type, entry }));
  },
  texts: (ids) => store.texts(ids),
  record: async (id) => (await store.report(id))?.record ?? null,
});
