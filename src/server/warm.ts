import { setImmediate as pause } from "node:timers/promises";
import type { Hono } from "hono";
import type { GuardOptions } from "./guard.ts";

/** What the views of the desk ask first, where nothing is chosen in them yet. */
const FIRST = [
  "/api/info",
  "/api/questions/today?limit=20",
  "/api/reports?limit=50",
  "/api/encounters?limit=50",
  "/api/counts?by=quarter",
  "/api/counts?by=month",
  "/api/questions/upcoming",
  "/api/network?top=60",
  "/api/network?by=states&top=60",
  "/api/places",
  "/api/actors?limit=50",
  "/api/actors?order=statements&limit=50",
] as const;

/**
 * Asks a server what its views ask first, one after the other, so that on a large record the first reader does not wait
 * for what is counted once. What fails is said to whoever asks for it.
 */
export async function warm(app: Hono, { token }: GuardOptions, stop: AbortSignal): Promise<void> {
  const headers = { Host: "127.0.0.1", ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  for (const path of FIRST) {
    if (stop.aborted) return;
    await app.request(path, { headers });
    await pause();
  }
}
