import { deserialize, serialize } from "node:v8";
import { type DeskPart, namesOf, type Store, type StoreMark } from "../../store/index.ts";
import { Arena } from "../arena.ts";
import { identitiesOf } from "../identities.ts";
import type { Desk } from "../questions/desk.ts";
import { ShelvedRecord } from "../shelved.ts";
import type { Encounter, Identities, KeptReport } from "../types.ts";
import { type UseColumns, UseTable } from "../use-table.ts";
import { type EntryColumns, EntryColumnsWriter } from "./entry-columns.ts";
import { type BareIdentities, bareIdentities, identitiesFrom } from "./identities.ts";
import { PagedRecord, Pages, PLACES, partsOf } from "./paged-record.ts";
import { rulesVersion } from "./rules.ts";
import { columnsOf, type EncounterColumns, encountersOn } from "./shelved-encounter.ts";

/*
 * What the desk derives from all reports together, kept in the store so that it need not be derived at every opening:
 * a "head" that says of which state of the store and by which rules it is, "pages" with the reports' records as JSON,
 * and an "index" of who is who and of the encounters, in columns. It holds nothing that is not in the reports, records
 * and layers. Where its head does not fit, it is thrown away.
 */

interface Head {
  readonly rules: string;
  readonly mark: StoreMark;
  readonly pages: number;
}

interface Index {
  readonly reports: {
    readonly id: readonly string[];
    readonly title: readonly (string | null)[];
    readonly published: readonly (string | null)[];
    readonly publisher: readonly (string | null)[];
    readonly address: readonly (string | null)[];
    readonly loose: Uint8Array;
    readonly at: Uint32Array;
  };
  readonly uses: UseColumns;
  readonly identities: BareIdentities;
  readonly encounters: EncounterColumns;
  readonly entries: EntryColumns;
}

/** What a desk is made of, as it was kept, with the mark of the state of the store that it is of. */
export interface Kept {
  readonly mark: StoreMark;
  readonly head: Buffer;
  readonly pages: Pages;
  readonly reports: readonly KeptReport[];
  readonly identities: Identities;
  readonly encounters: readonly Encounter[];
}

/** What was kept of a desk by the rules that now hold, or null. */
export async function readSnapshot(store: Store): Promise<Kept | null> {
  const [head] = await bodiesOf(store, "head");
  if (!head) return null;
  const { rules, mark, pages: count } = JSON.parse(head.toString("utf8")) as Head;
  if (rules !== rulesVersion()) return null;
  const bodies = await bodiesOf(store, "page");
  const packed = Buffer.concat(await bodiesOf(store, "index"));
  const [after] = await bodiesOf(store, "head");
  // Another process kept another one meanwhile.
  if (!after || Buffer.compare(head, after) !== 0 || bodies.length < count) return null;
  const index = deserialize(packed) as Index;
  const pages = new Pages(bodies.slice(0, count), index.reports.at, index.entries);
  const reports = reportsOf(index, pages);
  const table = new UseTable(index.uses);
  const list = identitiesFrom(index.identities, index.uses.reports);
  const identities = identitiesOf(list, table, index.identities.unfit);
  const encounters = encountersOn({ columns: index.encounters, reports, identities });
  return { mark, head, pages, reports, identities, encounters };
}

async function bodiesOf(store: Store, part: string): Promise<Buffer[]> {
  const bodies: Buffer[] = [];
  for await (const body of store.deskParts(part))
    bodies.push(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  return bodies;
}

function reportsOf({ reports }: Index, pages: Pages): KeptReport[] {
  const { id, title, published, publisher, address, loose } = reports;
  return id.map((one, row) => ({
    id: one,
    title: title[row]!,
    published: published[row]!,
    publisher: publisher[row]!,
    address: address[row]!,
    record: new PagedRecord(title[row]!, published[row]!, loose[row] === 1, pages, row),
  }));
}

/** Bytes of a page and of a piece of the index. */
const PAGE = 4 * 1024 * 1024;
const PIECE = 32 * 1024 * 1024;
/** Microseconds of processor time in which what statements are about is worked out beforehand; the rest is when somebody asks. */
const FACTS = 5_000_000;

/**
 * Keeps what a desk derived of a state of the store. Where the desk goes on from one that was kept, its pages stay, and
 * only reports that are new or changed since are written to further ones.
 */
export async function keepSnapshot(store: Store, desk: Desk, mark: StoreMark, before?: Kept): Promise<void> {
  const reports = [...desk.reports.values()];
  const { pages, at } = pagesOf(reports, before?.pages);
  const first = before?.pages.all.length ?? 0;
  const rules = rulesVersion();
  const index: Index = {
    reports: {
      id: reports.map(({ id }) => id),
      title: reports.map(({ title }) => title),
      published: reports.map(({ published }) => published),
      publisher: reports.map(({ publisher }) => publisher),
      address: reports.map(({ address }) => address),
      loose: Uint8Array.from(reports, ({ record }) => Number(isLoose(record))),
      at,
    },
    uses: desk.identities.table.columns,
    identities: bareIdentities(desk.identities),
    entries: entriesOf(reports, before?.pages),
    encounters: columnsOf(desk.encounters, desk.reports, new Map(reports.map(({ id }, row) => [id, row]))),
  };
  const head: Head = { rules, mark, pages: first + pages.length };
  const parts = [
    ...numbered("page", pages, first),
    ...numbered("index", piecesOf(serialize(index)), 0),
    ...numbered("head", [Buffer.from(JSON.stringify(head))], 0),
  ];
  await store.keepDeskParts(parts, before?.head);
}

const numbered = (part: string, bodies: readonly Uint8Array[], first: number): DeskPart[] =>
  bodies.map((body, i) => ({ part, number: first + i, body }));

function piecesOf(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(bytes.subarray(at, at + PIECE));
  return pieces;
}

/** Whether a record's entries name anybody who is not among its actors. */
function isLoose(record: KeptReport["record"]): boolean {
  if (record instanceof ShelvedRecord) return false;
  if (record instanceof PagedRecord) return record.loose;
  const actors = new Set(record.actors.map(({ name }) => name));
  const { contacts, statements, events, money } = record;
  return [...contacts, ...statements, ...events, ...money].some((one) =>
    namesOf(one).some((name) => !actors.has(name)),
  );
}

function entriesOf(reports: readonly KeptReport[], before: Pages | undefined): EntryColumns {
  const writer = new EntryColumnsWriter(before?.entries);
  for (const { record, published } of reports) {
    if (before && record instanceof PagedRecord && record.pages === before) writer.copy(record.row);
    else writer.add(record, published);
  }
  return writer.all;
}

function pagesOf(
  reports: readonly KeptReport[],
  before: Pages | undefined,
): { readonly pages: Buffer[]; readonly at: Uint32Array } {
  const at = new Uint32Array(reports.length * PLACES);
  const first = before?.all.length ?? 0;
  const pages: Buffer[] = [];
  const until = process.cpuUsage().user + FACTS;
  let left = true;
  const facts = (): boolean => {
    left &&= process.cpuUsage().user < until;
    return left;
  };
  const arena = new Arena();
  /** The page that is being written: where it starts in its piece, and how long it is. */
  let open: { readonly piece: Buffer; readonly from: number; size: number } | undefined;
  for (const [row, { record }] of reports.entries()) {
    const standing = before && record instanceof PagedRecord ? record.placesOn(before) : undefined;
    if (standing) {
      at.set(standing, row * PLACES);
      continue;
    }
    const parts = partsOf(record, facts);
    const sizes = parts.map((part) => Buffer.byteLength(part));
    const { piece, from, fresh } = arena.room(sizes.reduce((sum, size) => sum + size, 0));
    if (fresh || !open || open.size >= PAGE) {
      if (open) pages.push(open.piece.subarray(open.from, open.from + open.size));
      open = { piece, from, size: 0 };
    }
    at[row * PLACES] = first + pages.length;
    for (const [nth, part] of parts.entries()) {
      at[row * PLACES + nth + 1] = open.size;
      piece.write(part, open.from + open.size, "utf8");
      open.size += sizes[nth]!;
    }
    at[row * PLACES + PLACES - 1] = open.size;
  }
  if (open) pages.push(open.piece.subarray(open.from, open.from + open.size));
  return { pages, at };
}
