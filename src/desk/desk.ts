import type * as z from "zod";
import type { Record } from "../record/schema.ts";
import type { EntryType, LayerState, ReportSummary, Store } from "../store/index.ts";
import { citationsIn, placeCitations } from "./cite.ts";
import { encounters } from "./encounters.ts";
import { besides, explain } from "./explain.ts";
import { identities } from "./identities.ts";
import { type Desk, makeDesk } from "./questions/desk.ts";
import type { Library } from "./questions/library.ts";
import type { Question } from "./questions/question.ts";
import { Shelf } from "./shelf.ts";
import { ShelvedRecord } from "./shelved.ts";
import type { Decision, KeptReport } from "./types.ts";
import { valueAt } from "./uses.ts";

/** An answer with the texts of the reports that it cites, by their ids. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly texts: ReadonlyMap<string, string>;
}

const cache = new WeakMap<Store, { readonly stamp: string; readonly desk: Promise<Desk> }>();

/** The desk over a store: its reports with people's corrections, who is who in them, and their encounters. Kept until the store changes. */
export async function deskOf(store: Store): Promise<Desk> {
  const stamp = await store.version();
  const known = cache.get(store);
  if (known?.stamp === stamp) return known.desk;
  const desk = build(store);
  cache.set(store, { stamp, desk });
  desk.catch(() => cache.delete(store));
  return desk;
}

async function build(store: Store): Promise<Desk> {
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

/** Asks a question of a store. Input is checked by the question's own schema, which throws a ZodError. */
export async function ask<Input extends z.ZodType, Output extends z.ZodType>(
  store: Store,
  question: Question<Input, Output>,
  input: z.input<Input>,
): Promise<Answered<z.output<Output>>> {
  const desk = await deskOf(store);
  const answer = await question.answer(desk, question.input.parse(input));
  const all = citationsIn(answer);
  const texts = await store.texts([...new Set(all.map(({ report }) => report))]);
  placeCitations(all, texts);
  return { answer, texts };
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
  summaries.sort(byPublication);
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
  return summaries.map(({ id, title, published, publisher, address }) => {
    const record = records.get(id)!;
    return { id, title, published, publisher, address, record: changed.has(id) ? record.unshelved() : record };
  });
}

/** The oldest first; those of one day in the order in which they were kept. */
const byPublication = ({ published: a }: ReportSummary, { published: b }: ReportSummary): number =>
  (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;

const NONE: never[] = [];

/** Of an actor's reasons the one that identities need: by which rule it has its country. */
export const whyOf = (countryRule: string | null): Record["actors"][number]["why"] =>
  valueAt(WHYS, countryRule, () => (countryRule ? { country: { rule: countryRule, basis: "inferred" } } : {}));
const WHYS = new Map<string | null, Record["actors"][number]["why"]>();
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

const storeLibrary = (store: Store): Library => ({
  async reports(words, most) {
    const { items } = await store.search(words, { limit: most });
    return items.map(({ id, snippet }) => ({ report: id, snippet }));
  },
  async entries(words, most) {
    const { items } = await store.entries({ words, limit: most });
    return items.map(({ report, type, entry }) => ({ report, type, entry }));
  },
  texts: (ids) => store.texts(ids),
  record: async (id) => (await store.report(id))?.record ?? null,
});
