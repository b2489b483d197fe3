import type { Kysely, Selectable, Transaction } from "kysely";
import { inChunks } from "./derive.ts";
import type { Flavour } from "./flavour.ts";
import type { FeedsTable, Tables } from "./tables.ts";
import type { FeedNote, KeptFeed } from "./types.ts";

/** Feeds that are read again and again. They are settings, not what was kept: they may be changed and removed. */

const view = ({
  id,
  address,
  title,
  added_at,
  read_at,
  etag,
  modified,
  problem,
}: Selectable<FeedsTable>): KeptFeed => ({
  id,
  address,
  title,
  addedAt: added_at,
  readAt: read_at,
  etag,
  modified,
  problem,
});

export async function allFeeds(db: Kysely<Tables>): Promise<KeptFeed[]> {
  return (await db.selectFrom("feeds").selectAll().orderBy("id").execute()).map(view);
}

export async function addFeed(
  trx: Transaction<Tables>,
  { address, title }: Pick<KeptFeed, "address" | "title">,
): Promise<KeptFeed> {
  await trx
    .insertInto("feeds")
    .values({
      address,
      title,
      added_at: new Date().toISOString(),
      read_at: null,
      etag: null,
      modified: null,
      problem: null,
    })
    .onConflict((conflict) => conflict.column("address").doNothing())
    .execute();
  return view(await trx.selectFrom("feeds").selectAll().where("address", "=", address).executeTakeFirstOrThrow());
}

export async function noteFeed(trx: Transaction<Tables>, id: number, note: FeedNote): Promise<void> {
  await trx
    .updateTable("feeds")
    .set({ ...note, read_at: new Date().toISOString() })
    .where("id", "=", id)
    .execute();
}

export async function addressed(
  db: Kysely<Tables>,
  flavour: Flavour,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await inChunks(addresses, flavour, 1, async (part) => {
    const items = await db.selectFrom("feed_items").selectAll().where("address", "in", part).execute();
    const reports = await db.selectFrom("reports").select(["address", "hash"]).where("address", "in", part).execute();
    for (const { address, report } of items) found.set(address, report);
    for (const { address, hash } of reports) found.set(address!, hash);
  });
  return found;
}

export async function noteItems(
  trx: Transaction<Tables>,
  flavour: Flavour,
  items: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...items].map(([address, report]) => ({ address, report }));
  await inChunks(rows, flavour, 2, async (part) => {
    await trx
      .insertInto("feed_items")
      .values(part)
      .onConflict((conflict) => conflict.column("address").doNothing())
      .execute();
  });
}
