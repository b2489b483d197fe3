import { randomUUID } from "node:crypto";
import type { Evidence } from "../record/schema.ts";
import { spanOf } from "../record/span.ts";
import type { EntryType } from "../store/index.ts";
import { ProblemError } from "./problem.ts";

interface Offsets {
  readonly from: number;
  readonly to: number;
}

type Fields = { readonly [field: string]: unknown };

/** What a field is where a person left it out. */
const USUAL: Readonly<Record<EntryType, (words: string, lines: readonly number[]) => Fields>> = {
  contact: (words, lines) => ({
    kind: "meeting",
    parties: [],
    status: "held",
    medium: null,
    date: null,
    place: null,
    duration: null,
    ordinal: null,
    topics: [],
    factors: [],
    trigger: words,
    lines,
  }),
  statement: (words, [line]) => ({
    speaker: [],
    via: null,
    addressee: [],
    mode: "indirect",
    content: words,
    cue: "",
    hedged: false,
    date: null,
    line,
  }),
  event: (words, [line]) => ({
    actors: [],
    recipients: [],
    status: "actual",
    date: null,
    said_by: null,
    trigger: words,
    line,
  }),
  sum: (words, [line]) => ({ purpose: null, from: null, to: null, status: "actual", text: words, line }),
};

const RULE = "added-by-a-person";

/**
 * An entry that a person adds from words of a report: its evidence and lines are those of the words, its values those
 * that were given. The store checks it by the record's schema.
 */
export function entryFromSpan(text: string, type: EntryType, spans: readonly Offsets[], values: Fields): Fields {
  const evidence = spans.map(({ from, to }): Evidence => {
    if (from >= to || to > text.length)
      throw new ProblemError(
        "invalid-values",
        `${from}–${to} are no words of the report; its text has ${text.length} characters.`,
      );
    return spanOf(text, from, to);
  });
  const lines = [...new Set(evidence.map(({ from }) => lineAt(text, from)))].sort((a, b) => a - b);
  const why = Object.fromEntries(Object.keys(values).map((field) => [field, { rule: RULE, basis: "inferred" }]));
  return {
    ...USUAL[type](evidence[0]!.quote, lines),
    ...values,
    id: `added-${randomUUID().slice(0, 8)}`,
    evidence,
    why,
  };
}

/** From 0, as the record counts lines. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length - 1;
