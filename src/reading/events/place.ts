import type { EventType } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import type { Token } from "../../syntax/types.ts";
import type { Spot } from "./concerned.ts";
import type { Dated } from "./speech.ts";
import type { EventDraft } from "./types.ts";

/** Names without those of `except`, each once. */
export const unlike = (names: readonly string[], except: readonly string[]): string[] =>
  [...new Set(names)].filter((n) => !except.includes(n));

/** Where somebody says something: who speaks, and in which statement. */
export interface Place {
  readonly spot: Spot;
  readonly speakers: readonly string[];
  readonly statement: Dated | undefined;
}

/** An act done by saying what the content says. */
export function draft(
  { spot, speakers, statement }: Place,
  token: Token,
  type: EventType,
  recipients: readonly string[],
  trigger: Range,
  rule: string,
): EventDraft {
  return {
    type,
    actors: speakers,
    recipients,
    status: "actual",
    statusRule: "said",
    time: statement?.time ?? null,
    date: statement?.date ?? null,
    saidBy: null,
    trigger,
    sentence: spot.sentence.index,
    token: token.index,
    line: spot.sentence.line,
    rule,
    speech: true,
  };
}
