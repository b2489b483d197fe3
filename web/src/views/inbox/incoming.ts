import { effect, signal } from "@preact/signals";
import { MEGABYTE, UPLOAD } from "../../../../src/server/limits.ts";
import { asApiError } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { told } from "../../data/live.ts";
import { inLots } from "./lots.ts";

export type Way = "text" | "file" | "address" | "feed";
export type State = "waiting" | "reading" | "new" | "known" | "failed";

/** How many entries were read out of a report. */
export interface EntryCounts {
  readonly contact: number;
  readonly statement: number;
  readonly event: number;
  readonly sum: number;
}

/** Something that was given in, and what became of it. */
export interface Incoming {
  readonly id: number;
  readonly way: Way;
  readonly name: string;
  readonly state: State;
  readonly report?: string | undefined;
  readonly title?: string | null | undefined;
  readonly entries?: EntryCounts | null | undefined;
  /** Why it failed, in the server's words; of a feed, what is being read. */
  readonly words?: string | undefined;
  /** What a feed listed. */
  readonly items?: readonly Incoming[] | undefined;
  /** Gives it in again. */
  readonly again?: (() => void) | undefined;
}

/** All that was given in since the page was loaded, the newest first. It goes on while other views are looked at. */
export const incoming = signal<readonly Incoming[]>([]);

let count = 0;

function put(way: Way, name: string, again: () => void): number {
  const id = ++count;
  incoming.value = [{ id, way, name, state: "waiting", again: () => forget(id, again) }, ...incoming.value];
  return id;
}

/** Takes a failed one off the list and gives it in again. */
function forget(id: number, again: () => void): void {
  incoming.value = incoming.value.filter((one) => one.id !== id);
  again();
}

function update(id: number, change: Partial<Incoming>): void {
  incoming.value = incoming.value.map((one) => (one.id === id ? { ...one, ...change } : one));
}

const done = ({ state }: Incoming): boolean => state === "new" || state === "known" || state === "failed";

/** Takes what is done off the list. */
export function clearDone(): void {
  incoming.value = incoming.value.filter((one) => !done(one));
}

const fail = (id: number, error: unknown): void => update(id, { state: "failed", words: asApiError(error).message });

interface Added {
  readonly id: string;
  readonly new: boolean;
  readonly title: string | null;
  readonly entries: EntryCounts | null;
}

const outcomeOf = (added: Added): Partial<Incoming> => ({
  state: added.new ? "new" : "known",
  report: added.id,
  title: added.title,
  entries: added.entries,
  words: undefined,
});

export interface PastedText {
  readonly text: string;
  readonly title?: string;
  readonly published?: string;
  readonly publisher?: string;
  readonly address?: string;
}

/** Gives in a text. Resolves to whether it was taken. */
export async function giveText(pasted: PastedText): Promise<boolean> {
  const name = pasted.title || `${pasted.text.trim().slice(0, 60)} …`;
  const id = put("text", name, () => void giveText(pasted));
  update(id, { state: "reading" });
  try {
    update(id, outcomeOf(await read(api.reports.$post({ json: pasted }))));
    return true;
  } catch (error) {
    fail(id, error);
    return false;
  }
}

/** Gives in the page at an address. */
export async function giveAddress(address: string, published: string | undefined): Promise<void> {
  const id = put("address", address, () => void giveAddress(address, published));
  update(id, { state: "reading" });
  try {
    update(
      id,
      outcomeOf(await read(api.reports.fetch.$post({ json: { address, published: published || undefined } }))),
    );
  } catch (error) {
    fail(id, error);
  }
}

/** Gives in files, in lots that the server takes, one lot after the other. */
export async function giveFiles(files: readonly File[], published: string | undefined): Promise<void> {
  const given = files.map((file) => ({
    file,
    size: file.size,
    id: put("file", file.name, () => void giveFiles([file], published)),
  }));
  const { lots, tooLarge } = inLots(given, UPLOAD);
  for (const { id } of tooLarge)
    update(id, {
      state: "failed",
      words: `It is larger than the ${UPLOAD.file / MEGABYTE} MB that one file may have.`,
      again: undefined,
    });
  for (const lot of lots) {
    try {
      const form = { file: lot.map(({ file }) => file), ...(published && { published }) };
      const { outcomes } = await read(api.reports.upload.$post({ form }));
      for (const [i, { added, problem }] of outcomes.entries()) {
        const { id } = lot[i]!;
        if (added) update(id, outcomeOf(added));
        else update(id, { state: "failed", words: problem?.detail });
      }
    } catch (error) {
      for (const { id } of lot) fail(id, error);
    }
  }
}

/** Reads what a feed lists: one that is kept, by its number, or any, by its address. */
export async function giveFeed(feed: string | { readonly id: number; readonly name: string }): Promise<void> {
  const name = typeof feed === "string" ? feed : feed.name;
  const id = put("feed", name, () => void giveFeed(feed));
  update(id, { state: "reading" });
  try {
    const { feeds } = await (typeof feed === "string"
      ? read(api.feeds.read.$post({ json: { address: feed } }))
      : read(api.feeds[":id"].read.$post({ param: { id: String(feed.id) }, query: {} })));
    const problem = feeds.find((one) => one.problem !== null)?.problem;
    const items = feeds.flatMap(({ outcomes }) =>
      outcomes.map(
        ({ name: item, address, added, problem: why }): Incoming => ({
          id: ++count,
          way: "address",
          name: item,
          state: "failed",
          ...(added ? outcomeOf(added) : { words: why?.detail }),
          again: () => void giveAddress(address, undefined),
        }),
      ),
    );
    const unchanged = feeds.length > 0 && feeds.every((one) => one.unchanged);
    update(id, {
      state: problem && items.length === 0 ? "failed" : items.some(({ state }) => state === "new") ? "new" : "known",
      title: feeds.length === 1 ? feeds[0]!.title : null,
      words: problem?.detail ?? (unchanged ? "Nothing changed in it since it was read last." : undefined),
      items,
    });
  } catch (error) {
    fail(id, error);
  }
}

/** What the server tells meanwhile of what was given in; the answer to it has the last word. */
function hear(event: string, fields: Readonly<Record<string, unknown>>): void {
  const open = incoming.value.filter((one) => !done(one));
  const named = open.find(({ name, way }) => way !== "feed" && name === fields.name);
  const feed = open.find(({ way, state }) => way === "feed" && state === "reading");
  if (event === "reading" && named) update(named.id, { state: "reading" });
  else if (event === "reading" && feed) update(feed.id, { words: String(fields.name) });
  else if (event === "reading-failed" && named?.way === "file")
    update(named.id, { state: "failed", words: String(fields.detail) });
  else if (event === "report-added") {
    const reading = open.filter(({ way, state }) => way === "file" && state === "reading");
    // Of several that are being read, nobody says which it was.
    if (reading.length === 1 && !feed)
      update(reading[0]!.id, {
        state: "new",
        report: String(fields.report),
        title: typeof fields.title === "string" ? fields.title : null,
      });
  }
}

let heard: string | undefined;
effect(() => {
  const all = told.value;
  const fresh = all.slice(all.findLastIndex(({ id }) => id === heard) + 1);
  heard = all.at(-1)?.id ?? heard;
  for (const { event, fields } of fresh) hear(event, fields);
});
