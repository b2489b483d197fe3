import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Hono } from "hono";
import { UsageError } from "../record/errors.ts";

export interface ListenOptions {
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
}

export interface Listening {
  /** "http://127.0.0.1:8470/" */
  readonly address: string;
  /** Takes no more requests, lets those under way end, and breaks off what is not done in time. */
  close(graceMs?: number): Promise<void>;
}

/** Serves an app. Throws UsageError where the address cannot be taken. */
export async function listen(app: Hono, { host, port }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 5_000,
      maxHeaderSize: 16 * 1024,
    },
  }) as Server;
  server.maxRequestsPerSocket = 1000;
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    throw new UsageError(`Port ${port} of ${host} cannot be used: ${reason(error as NodeJS.ErrnoException)}.`);
  }
  const taken = (server.address() as AddressInfo).port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    async close(graceMs = 5_000) {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: "another program listens there; give another --port",
  EACCES: "this user may not use it; give a --port over 1023",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOTFOUND: "there is no such host",
};

const reason = ({ code, message }: NodeJS.ErrnoException): string => REASONS[code ?? ""] ?? message;
