import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { onTestFinished } from "vitest";
import { createApp, makeServices, type ServiceOptions, type Services } from "../../src/server/index.ts";
import { type Item, openStore } from "../../src/store/index.ts";
import { call, everyType, record } from "../store/fixture.ts";

export interface Served {
  readonly app: Hono;
  readonly services: Services;
  /** The ids of the reports that were given, in their order. */
  readonly ids: readonly string[];
  /** JSON of a GET, whatever the status. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of many forms.
  readonly body: any;
}

/** A folder that is gone when the test is. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "chancery-server-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A reader that needs no model: one call of two people where the text says "phoned". */
export const quickRead: NonNullable<ServiceOptions["read"]> = async (report) => {
  const found = /(\w+ \w+) phoned (\w+ \w+)/.exec(report.text);
  if (!found || !report.published) return { report, record: record(report) };
  const { record: read } = call(found[1]!, found[2]!, report.published);
  const at = { from: found.index, to: found.index + found[0].length, quote: found[0] };
  const contacts = read.contacts.map((one) => ({ ...one, evidence: [at] }));
  return { report, record: { ...record(report, { contacts }), actors: read.actors } };
};

/** A server over a store with some reports, without a socket. */
export async function served(items: readonly Item[] = SOME, options: ServiceOptions = {}): Promise<Served> {
  const store = await openStore(join(folder(), "desk.sqlite"));
  onTestFinished(() => store.close());
  const kept = await store.keepAll(items);
  const services = makeServices(store, { author: "Tester", read: quickRead, ...options });
  const app = createApp(services);
  const answered = async (path: string, init: RequestInit): Promise<Answer> => {
    const { status, headers, ...response } = await answerOf(app, path, init);
    return { status, headers, body: response.text && JSON.parse(response.text) };
  };
  return {
    app,
    services,
    ids: kept.map(({ id }) => id),
    get: (path, headers = {}) => answered(path, { headers }),
    post: (path, body, headers = {}) =>
      answered(path, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
      }),
  };
}

async function answerOf(app: Hono, path: string, init: RequestInit) {
  const response = await app.request(path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Invented reports: one with an entry of every type, and calls on several days. */
export const SOME: readonly Item[] = [
  everyType(),
  call("Ada Lind", "Boris Vale", "2025-01-10"),
  call("Ada Lind", "Boris Vale", "2025-03-02"),
  call("Ada Lind", "Carla Moss", "2025-04-05", { status: "planned" }),
];
