import { afterAll, beforeAll } from "vitest";
import { conformance } from "./conformance.ts";
import { type Server, startPostgres } from "./postgres.ts";

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

conformance("PostgreSQL", () => server.database());
