import { signal } from "@preact/signals";
import { send, token } from "./api.ts";

/** Goes up whenever the record changed; answers are then asked anew. */
export const changes = signal(0);

/** What the server told, the newest last. */
export interface Told {
  readonly id: string;
  readonly event: string;
  readonly at: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const KEPT = 200;
/** The last that was told: what is being read, what came in, what failed. */
export const told = signal<readonly Told[]>([]);
/** Whether the stream of news stands. */
export const connected = signal(false);

const CHANGING = new Set(["report-added", "change-made", "store-changed", "feed-read"]);
/** Several reports that come in together make one change of the page. */
const SETTLE_MS = 250;
const RETRY_MS = 3000;

let timer: ReturnType<typeof setTimeout> | undefined;

function hear(id: string, event: string, data: string): void {
  if (event === "hello") {
    connected.value = true;
    return;
  }
  const { at, ...fields } = JSON.parse(data) as { at: string };
  told.value = [...told.value, { id, event, at, fields }].slice(-KEPT);
  if (!CHANGING.has(event)) return;
  clearTimeout(timer);
  timer = setTimeout(changed, SETTLE_MS);
}

/** Says that the record changed, without waiting for the server to tell. */
export function changed(): void {
  changes.value++;
}

/** Listens to the server for as long as the page lives. Read with fetch: an EventSource cannot send the token. */
export async function listen(): Promise<void> {
  let last: string | undefined;
  for (;;) {
    try {
      const response = await send("/api/events", { headers: last ? { "Last-Event-ID": last } : {} });
      if (response.ok && response.body) {
        for await (const { id, event, data } of eventsOf(response.body)) {
          if (id) last = id;
          hear(id, event, data);
        }
      }
    } catch {
      // The server is gone or starts anew; asked again below.
    }
    connected.value = false;
    const before = token.value;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    // A page without a token would knock in vain for ever.
    if (token.value === before) await visible();
  }
}

/** Resolves when somebody looks at the page. */
function visible(): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("visibilitychange", () => resolve(), { once: true }));
}

interface ServerEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/** The events of a stream of text/event-stream; comments are passed over. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let rest = "";
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += value;
    const blocks = rest.split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map<string, string>();
      for (const line of block.split(/\r?\n/)) {
        const at = line.indexOf(":");
        if (at <= 0) continue;
        const name = line.slice(0, at);
        const value = line.slice(at + 1).replace(/^ /, "");
        fields.set(name, fields.has(name) ? `${fields.get(name)}\n${value}` : value);
      }
      const event = fields.get("event");
      if (event) yield { id: fields.get("id") ?? "", event, data: fields.get("data") ?? "{}" };
    }
  }
}
