import type { EntryType, Layer } from "../../data/types.ts";
import { actorName, counted, listed } from "../../format/words.ts";
import { fieldOf } from "../report/fields.ts";
import { named, type Values, valueInWords } from "../report/words.ts";

/** A change in words, in parts so that each can be set in its own way. */
export interface Told {
  /** "corrected the date". */
  readonly did: string;
  /** The entry or actors that it was about. */
  readonly about: string;
  readonly was?: string;
  readonly is?: string;
}

export type Body = Layer["body"];

const article = (words: string): string => `the ${words}`;

export function tellLayer(body: Body, all: readonly Layer[] = []): Told {
  switch (body.type) {
    case "correct": {
      const { type, read } = body.target;
      const label = fieldOf(type, body.field)?.label.toLowerCase() ?? body.field;
      return {
        did: `corrected “${label}” of`,
        about: article(named(type, read)),
        was: valueInWords(type, body.field, (read as Values)[body.field]),
        is: valueInWords(type, body.field, body.becomes),
      };
    }
    case "confirm":
      return { did: "confirmed", about: article(named(body.target.type, body.target.read)) };
    case "remove":
      return { did: "removed", about: article(named(body.target.type, body.target.read)) };
    case "add":
      return { did: "added", about: article(named(body.entryType, body.entry)) };
    case "merge":
      return { did: "took for one", about: `${listed(body.names.map(actorName))}, as ${actorName(body.into)}` };
    case "split":
      return {
        did: "told apart",
        about: `${actorName(body.name)} and ${actorName(body.into)}, in ${counted(body.reports.length, "report")}`,
      };
    case "undo":
      return { did: "undid", about: undoneIn(body.layer, all) };
  }
}

const DEEDS: Readonly<Record<Body["type"], string>> = {
  correct: "the correction of",
  confirm: "the confirmation of",
  remove: "the removal of",
  add: "the addition of",
  merge: "the taking for one of",
  split: "the telling apart of",
  undo: "the undoing of",
};

/** What an undoing undid, as far as that is known here. */
function undoneIn(layer: number, all: readonly Layer[]): string {
  const body = all.find(({ id }) => id === layer)?.body;
  if (!body) return `change ${layer}`;
  return `${DEEDS[body.type]} ${body.type === "undo" ? undoneIn(body.layer, all) : tellLayer(body).about}`;
}

/** The report that a change is about, and its entry. */
export function placeOf(
  body: Body,
  all: readonly Layer[] = [],
): { readonly report: string; readonly entry: string; readonly type: EntryType } | null {
  if (body.type === "add") return { report: body.report, entry: body.key, type: body.entryType };
  if (body.type === "undo") {
    const undone = all.find(({ id }) => id === body.layer)?.body;
    return undone ? placeOf(undone, all) : null;
  }
  if (!("target" in body)) return null;
  return { report: body.target.report, entry: body.target.key, type: body.target.type };
}

/** "25 November 2026, 14:05" by the reader's clock. */
export function instantInWords(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime())
    ? at
    : time.toLocaleString("en-GB", {
        day: "numeric",
        month: "long",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
      });
}
