import type { Kysely, Transaction } from "kysely";
import { StoreError, UsageError } from "../record/errors.ts";
import type { Record } from "../record/schema.ts";
import { eachBody, eachReport, textsOf } from "./bulk.ts";
import { bodyOf, layersOf, standing, subjectOf } from "./changes.ts";
import { derive, forget, inChunks } from "./derive.ts";
import { changedSince, deskParts, keepDeskParts, markOf } from "./desk-parts.ts";
import { storeError, worthRetrying } from "./failure.ts";
import { addFeed, addressed, allFeeds, noteFeed, noteItems } from "./feeds.ts";
import { eachActor, findActors } from "./find-actors.ts";
import { countEntries, facetsOf, findEntries, findEntry } from "./find-entries.ts";
import { findReport, findReports, searchReports, wholeHash } from "./find-reports.ts";
import type { Flavour } from "./flavour.ts";
import { storeInfo, versionOf } from "./info.ts";
import { keepItems, rereadItem } from "./keep.ts";
import { keyedEntries } from "./keys.ts";
import { activeLayers, applyLayers, type Layer, type Misfit } from "./layers.ts";
import { renameActors } from "./names.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";
import type * as T from "./types.ts";

/** How often a transaction is tried again that PostgreSQL gave up for another's sake. */
const TRIES = 5;

/** The store over Kysely; what differs between the databases is in its flavour. */
export class SqlStore implements Store {
  readonly where: string;
  readonly #db: Kysely<Tables>;
  readonly #flavour: Flavour;
  readonly #writer: (() => Promise<Store>) | undefined;

  /** `writer` opens the same store to be written, where this one only reads. */
  constructor(where: string, db: Kysely<Tables>, flavour: Flavour, writer?: () => Promise<Store>) {
    this.#writer = writer;
    this.where = where;
    this.#db = db;
    this.#flavour = flavour;
  }

  async keep(report: T.Item["report"], record: Record): Promise<T.Kept> {
    return (await this.keepAll([{ report, record }]))[0]!;
  }

  keepAll(items: readonly T.Item[]): Promise<T.Kept[]> {
    return this.#transact((trx) => keepItems(trx, this.#flavour, items));
  }

  known(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return this.#read(async (db) => {
      const found = new Set<string>();
      await inChunks(ids, this.#flavour, 1, async (part) => {
        const rows = await db.selectFrom("reports").select("hash").where("hash", "in", part).execute();
        for (const { hash } of rows) found.add(hash);
      });
      return found;
    });
  }

  async reread(id: string, record: Record): Promise<{ readonly new: boolean }> {
    return (await this.rereadAll([{ id, record }]))[0]!;
  }

  rereadAll(items: readonly { readonly id: string; readonly record: Record }[]): Promise<{ readonly new: boolean }[]> {
    return this.#transact(async (trx) => {
      const answers = new Map<string, { readonly new: boolean }>();
      for (const { id, record } of items.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
        answers.set(id, await rereadItem(trx, this.#flavour, id, record));
      return items.map(({ id }) => answers.get(id)!);
    });
  }

  report(id: string): Promise<T.StoredReport | null> {
    return this.#read((db) => findReport(db, id));
  }

  reports(filter: T.ReportFilter = {}): Promise<T.Page<T.ReportSummary>> {
    return this.#read((db) => findReports(db, this.#flavour, filter));
  }

  texts(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#read((db) => textsOf(db, this.#flavour, ids));
  }

  search(words: string, paging: T.Search = {}): Promise<T.Page<T.Hit>> {
    return this.#read((db) => searchReports(db, this.#flavour, words, paging));
  }

  entry(key: string): Promise<T.StoredEntry | null> {
    return this.#read((db) => findEntry(db, key));
  }

  entries(filter: T.EntryFilter = {}): Promise<T.Page<T.StoredEntry>> {
    return this.#read((db) => findEntries(db, this.#flavour, filter));
  }

  async *eachEntry(filter: T.EntryFilter = {}): AsyncGenerator<T.StoredEntry> {
    let { after, limit = 1000 } = filter;
    for (;;) {
      const { items, next } = await this.entries({ ...filter, after, limit });
      yield* items;
      if (next === null) return;
      after = next;
    }
  }

  async *eachReport(): AsyncGenerator<T.ReportSummary> {
    try {
      yield* eachReport(this.#db);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }

  async *eachBody(): AsyncGenerator<T.EntryBody> {
    try {
      yield* eachBody(this.#db);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }

  countEntries(filter: T.EntryFilter = {}): Promise<number> {
    return this.#read((db) => countEntries(db, this.#flavour, filter));
  }

  facets(filter: T.EntryFilter = {}): Promise<T.Facets> {
    return this.#read((db) => facetsOf(db, this.#flavour, filter));
  }

  actors(filter: T.Paging & { readonly named?: string | undefined } = {}): Promise<T.Page<T.ActorCount>> {
    return this.#read((db) => findActors(db, filter));
  }

  async *eachActor(filter: { readonly actor?: string | undefined } = {}): AsyncGenerator<T.ActorUse> {
    try {
      yield* eachActor(this.#db, filter.actor);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }

  async change(change: T.Change, { author, reason }: T.By): Promise<T.LayerState> {
    if (!author.trim() || !reason.trim()) throw new UsageError("A change needs an author and a reason.");
    return this.#transact(async (trx) => {
      const whole =
        "report" in change ? { ...change, report: (await wholeHash(trx, change.report)) ?? change.report } : change;
      const { body, report } = await bodyOf(trx, whole);
      const at = new Date().toISOString();
      const values = { type: body.type, report, author, at, reason, body: JSON.stringify(body) };
      const { id } = await trx.insertInto("layers").values(values).returning("id").executeTakeFirstOrThrow();
      const layer: Layer = { id, author, at, reason, body };
      if (report === null) await this.#rename(trx, layer);
      else await this.#deriveAgain(trx, report);
      return { ...layer, active: true };
    });
  }

  layers(filter: { readonly report?: string | undefined } = {}): Promise<T.LayerState[]> {
    return this.#read(async (db) => {
      const of = filter.report === undefined ? undefined : await wholeHash(db, filter.report);
      if (of === null) return [];
      const all = of === undefined ? await allLayers(db) : await layersOf(db, of);
      return all.map((layer) => ({ ...layer, active: standing(layer, all) }));
    });
  }

  misfits(): Promise<Misfit[]> {
    return this.#read(async (db) => {
      const rows = await db.selectFrom("layers").select("report").distinct().where("report", "is not", null).execute();
      const misfits: Misfit[] = [];
      for (const { report } of rows) {
        const subject = await subjectOf(db, report!);
        if (!subject) continue;
        misfits.push(
          ...applyLayers(report!, keyedEntries(report!, subject.record), activeLayers(subject.layers)).misfits,
        );
      }
      return misfits.sort((a, b) => a.layer - b.layer);
    });
  }

  feeds(): Promise<T.KeptFeed[]> {
    return this.#read(allFeeds);
  }

  addFeed(feed: Pick<T.KeptFeed, "address" | "title">): Promise<T.KeptFeed> {
    return this.#transact((trx) => addFeed(trx, feed));
  }

  async removeFeed(id: number): Promise<boolean> {
    const { numDeletedRows } = await this.#transact((trx) =>
      trx.deleteFrom("feeds").where("id", "=", id).executeTakeFirst(),
    );
    return numDeletedRows > 0n;
  }

  noteFeed(id: number, note: T.FeedNote): Promise<void> {
    return this.#transact((trx) => noteFeed(trx, id, note));
  }

  addressed(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.#read((db) => addressed(db, this.#flavour, addresses));
  }

  noteItems(items: ReadonlyMap<string, string>): Promise<void> {
    return this.#transact((trx) => noteItems(trx, this.#flavour, items));
  }

  mark(): Promise<T.StoreMark> {
    return this.#read(markOf);
  }

  changedSince(mark: T.StoreMark): Promise<T.Changed | null> {
    return this.#read((db) => changedSince(db, mark));
  }

  async *deskParts(part: string): AsyncGenerator<Uint8Array> {
    try {
      yield* deskParts(this.#db, part);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }

  async keepDeskParts(parts: readonly T.DeskPart[], head?: Uint8Array): Promise<void> {
    if (!this.#writer) return this.#transact((trx) => keepDeskParts(trx, parts, head));
    const store = await this.#writer();
    try {
      await store.keepDeskParts(parts, head);
    } finally {
      await store.close();
    }
  }

  info(entries?: T.StoreInfo["entries"]): Promise<T.StoreInfo> {
    return this.#read((db) => storeInfo(db, this.#flavour, this.where, entries));
  }

  version(): Promise<string> {
    return this.#read(versionOf);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }

  async #rename(trx: Transaction<Tables>, layer: Layer): Promise<void> {
    await this.#flavour.lockNames(trx, "alone");
    const all = await layersOf(trx, null);
    const { body } = layer;
    const meant = body.type === "undo" ? undoneLayer(all, body.layer) : layer;
    if (meant) await renameActors(trx, all, activeLayers(all), meant);
  }

  async #deriveAgain(trx: Transaction<Tables>, report: string): Promise<void> {
    await this.#flavour.lockNames(trx, "shared");
    await this.#flavour.lockReport(trx, report);
    const subject = await subjectOf(trx, report);
    if (!subject) throw new StoreError(`There is no report ${report}.`);
    await forget(trx, this.#flavour, subject.rowId);
    const source = { ...subject, layers: activeLayers(subject.layers) };
    await derive(trx, this.#flavour, [source], activeLayers(await layersOf(trx, null)));
  }

  async #transact<Answer>(work: (trx: Transaction<Tables>) => Promise<Answer>): Promise<Answer> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#db.transaction().execute(work);
      } catch (error) {
        if (!worthRetrying(error) || tries >= TRIES) throw storeError(error, this.where);
      }
    }
  }

  async #read<Answer>(work: (db: Kysely<Tables>) => Promise<Answer>): Promise<Answer> {
    try {
      return await work(this.#db);
    } catch (error) {
      throw storeError(error, this.where);
    }
  }
}

/** The layer that an undoing is about in the end: undoing an undoing is about what was undone. */
function undoneLayer(all: readonly Layer[], id: number): Layer | undefined {
  const found = all.find((layer) => layer.id === id);
  return found?.body.type === "undo" ? undoneLayer(all, found.body.layer) : found;
}

async function allLayers(db: Kysely<Tables>): Promise<Layer[]> {
  const rows = await db.selectFrom("layers").selectAll().orderBy("id").execute();
  return rows.map(({ id, author, at, reason, body }) => ({ id, author, at, reason, body: JSON.parse(body) }));
}
