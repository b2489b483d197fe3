import { addExamples, createApp, listen, makeServices } from "../src/server/index.ts";
import { openStore } from "../src/store/index.ts";

export interface ExampleDesk {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/** Keeps the example reports in a store at a path. Returns how many were new. */
export async function fillWithExamples(path: string): Promise<number> {
  const store = await openStore(path);
  const services = makeServices(store, { author: "Tester" });
  try {
    return await addExamples(services.intake);
  } finally {
    await services.intake.close();
    await store.close();
  }
}

/** The desk over a store on a free port of this machine. */
export async function serveDesk(path: string): Promise<ExampleDesk> {
  const store = await openStore(path);
  const stop = new AbortController();
  const services = makeServices(store, { author: "Tester", stop: stop.signal });
  const server = await listen(createApp(services), { host: "127.0.0.1", port: 0 });
  return {
    address: server.address.replace(/\/$/, ""),
    async close() {
      stop.abort();
      await server.close();
      await services.intake.close();
      await store.close();
    },
  };
}
