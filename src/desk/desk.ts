import type * as z from "zod";
import type { Contact, Event, Money, Record, Statement } from "../record/schema.ts";
import type { LayerState, Store, StoredEntry } from "../store/index.ts";
import { encounters } from "./encounters.ts";
import { besides, explain } from "./explain.ts";
import { identities } from "./identities.ts";
import { type Desk, makeDesk } from "./questions/desk.ts";
import type { Library } from "./questions/library.ts";
import type { Question } from "./questions/question.ts";
import type { Cited } from "./questions/schemas.ts";
import type { Decision, KeptReport } from "./types.ts";

/** An answer with the texts of the reports that it cites, by their ids. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly texts: ReadonlyMap<string, string>;
}

const cache = new WeakMap<Store, { readonly stamp: string; readonly desk: Promise<Desk> }>();

/** The desk over a store: its reports with people's corrections, who is who in them, and their encounters. Kept until the store changes. */
export async function deskOf(store: Store): Promise<Desk> {
  const { reports, readings, layers } = await store.info();
  const stamp = `${reports} ${readings} ${layers}`;
  const known = cache.get(store);
  if (known?.stamp === stamp) return known.desk;
  const desk = build(store);
  cache.set(store, { stamp, desk });
  desk.catch(() => cache.delete(store));
  return desk;
}

async function build(store: Store): Promise<Desk> {
  const reports = await keptReports(store);
  const who = identities(reports, decisionsOf(await store.layers()));
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
  const all: Cited[] = [];
  collect(answer, all);
  const texts = new Map<string, string>();
  for (const id of new Set(all.map(({ report }) => report))) {
    const report = await store.report(id);
    if (report) texts.set(id, report.report.text);
  }
  for (const one of all) {
    const text = texts.get(one.report);
    if (text !== undefined) one.line = text.slice(0, one.from).split("\n").length;
  }
  return { answer, texts };
}

/** Every citation within an answer. */
function collect(value: unknown, found: Cited[]): void {
  if (typeof value !== "object" || value === null) return;
  if ("quote" in value && "report" in value && "line" in value) found.push(value as Cited);
  else for (const part of Object.values(value)) collect(part, found);
}

/** Reports with the records that hold of them now. Of the records, what questions need: actors and entries. */
async function keptReports(store: Store): Promise<KeptReport[]> {
  const records = new Map<string, Record>();
  const kept: KeptReport[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await store.reports({ limit: 1000, after, order: "oldest" });
    for (const { id, title, published, publisher, address } of page.items) {
      const record = emptyRecord(title, published);
      records.set(id, record);
      kept.push({ id, title, published, publisher, address, record });
    }
    after = page.next ?? undefined;
    more = page.next !== null;
  }
  for await (const { report, name, kind, country, sector, role, surface } of store.eachActor()) {
    const record = records.get(report);
    const actor = { name, kind, country, sector, role, surface: [...surface], evidence: [], why: {} };
    record?.actors.push({ id: `a${record.actors.length + 1}`, ...actor } as Record["actors"][number]);
  }
  for await (const entry of store.eachEntry({ order: "oldest" })) put(records.get(entry.report), entry);
  for (const record of records.values()) inTextOrder(record);
  return kept;
}

const emptyRecord = (title: string | null, published: string | null): Record => ({
  schema: "chancery-record-1",
  reader: "store",
  published,
  title,
  language: "en",
  actors: [],
  contacts: [],
  statements: [],
  events: [],
  money: [],
  times: [],
  notes: [],
});

function put(record: Record | undefined, { type, entry }: StoredEntry): void {
  if (!record) return;
  if (type === "contact") record.contacts.push(entry as Contact);
  else if (type === "statement") record.statements.push(entry as Statement);
  else if (type === "event") record.events.push(entry as Event);
  else record.money.push(entry as Money);
}

function inTextOrder({ contacts, statements, events, money }: Record): void {
  for (const list of [contacts, statements, events, money] as { evidence: { from: number }[] }[][])
    list.sort((a, b) => (a.evidence[0]?.from ?? 0) - (b.evidence[0]?.from ?? 0));
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
});
