import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import { StoreError } from "../record/errors.ts";
import { storeError } from "./failure.ts";
import type { Flavour } from "./flavour.ts";
import { appliedMigrations, isBehind, migrate } from "./migrations.ts";
import { postgresFlavour } from "./postgres-flavour.ts";
import { SqlStore } from "./sql-store.ts";
import { NodeSqliteDialect, openFile, type SqliteOptions } from "./sqlite.ts";
import { sqliteFlavour } from "./sqlite-flavour.ts";
import type { Store } from "./store.ts";
import type { Tables } from "./tables.ts";

export interface OpenOptions {
  /** Only read: a store that is not there is not made, and the file or server may refuse writing. */
  readonly readOnly?: boolean | undefined;
  /** A store that is not there is not made, but it may be written. */
  readonly mustExist?: boolean | undefined;
  readonly sqlite?: Pick<SqliteOptions, "maxPages"> | undefined;
}

const ADDRESS = /^postgres(?:ql)?:\/\//i;

/** Where the store is: what was asked for, else CHANCERY_STORE, else a file in the user's data folder. */
export function storePlace(asked?: string, env: NodeJS.ProcessEnv = process.env): string {
  const place = asked || env.CHANCERY_STORE;
  if (place) return ADDRESS.test(place) ? place : resolve(place);
  const data = env.XDG_DATA_HOME;
  const folder = data && isAbsolute(data) ? data : join(homedir(), ".local", "share");
  return join(folder, "chancery", "chancery.sqlite");
}

/**
 * Opens the store at a path or a postgres:// address, making it or bringing its tables up to date where need be.
 * Throws StoreError where it cannot be opened, or where a newer program made it.
 */
export async function openStore(place: string, options: OpenOptions = {}): Promise<Store> {
  const onServer = ADDRESS.test(place);
  const where = onServer ? withoutPassword(place) : place;
  const flavour = onServer ? postgresFlavour : sqliteFlavour;
  const mustExist = options.readOnly || options.mustExist;
  if (mustExist && !onServer && !existsSync(place))
    throw new StoreError(`There is no store at ${where}; \`chancery add\` makes one.`);
  let db: Kysely<Tables> | undefined;
  try {
    db = onServer ? await server(place, options.readOnly) : file(place, options);
    if (mustExist) await refuseNew(db, flavour, where);
    if (options.readOnly && (await isBehind(db, flavour))) {
      await db.destroy();
      await bringUpToDate(place, where);
      db = onServer ? await server(place, true) : file(place, options);
    }
    await migrate(db, flavour);
    const writer = options.readOnly ? () => openStore(place, { mustExist: true }) : undefined;
    return new SqlStore(where, db, flavour, writer);
  } catch (error) {
    await db?.destroy();
    throw storeError(error, where);
  }
}

/** Reading alone cannot bring the tables up to date, so that it is done first. Throws StoreError where it cannot be. */
async function bringUpToDate(place: string, where: string): Promise<void> {
  try {
    await (await openStore(place, { mustExist: true })).close();
  } catch (error) {
    throw new StoreError(
      `The store ${where} was made by an older Chancery and cannot be brought up to date: ${(error as Error).message}`,
    );
  }
}

function file(path: string, options: OpenOptions): Kysely<Tables> {
  const sqlite = openFile(path, { readOnly: options.readOnly, ...options.sqlite });
  return new Kysely({ dialect: new NodeSqliteDialect(sqlite) });
}

const CONNECTIONS = 4;

/** pg is loaded only here: those who keep a file need not wait for it. */
async function server(address: string, readOnly: boolean | undefined): Promise<Kysely<Tables>> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({
    connectionString: address,
    max: CONNECTIONS,
    connectionTimeoutMillis: 15_000,
    application_name: "chancery",
    ...(readOnly ? { options: "-c default_transaction_read_only=on" } : {}),
  });
  // A server that goes away while nobody asks it anything must not end the process; the next query says it.
  pool.on("error", () => {});
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

async function refuseNew(db: Kysely<Tables>, flavour: Flavour, where: string): Promise<void> {
  if ((await appliedMigrations(db, flavour)).length === 0)
    throw new StoreError(`There is no store at ${where}; \`chancery add\` makes one.`);
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address);
    url.password = "";
    return url.href;
  } catch {
    throw new StoreError(`"${address.replace(/:[^:@/]*@/, "@")}" is no address such as postgres://user@host/database.`);
  }
}
