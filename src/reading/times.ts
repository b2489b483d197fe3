import type { Time } from "../record/schema.ts";
import { spanOf } from "../record/span.ts";
import type { Syntax } from "../syntax/types.ts";
import { type Day, dayOf } from "./times/calendar.ts";
import { areJoined, type Clause, clauseOf, UNSAID, withDayAfter } from "./times/clause.ts";
import { type Dateline, findDateline } from "./times/dateline.ts";
import { type Found, findTimes } from "./times/find.ts";
import { notesOn, type Read } from "./times/notes.ts";
import { resolve } from "./times/resolve.ts";
import type { Anchor, Context, Resolved } from "./times/resolved.ts";
import type { Direction } from "./times/tense.ts";
import { TokenIndex } from "./times/tokens.ts";
import { shareYears } from "./times/years.ts";
import type { Published, Times } from "./types.ts";

export { durationOf, timeOf } from "./times/use.ts";
export { dateValue, dayValue, durationValueOf, intervalAt } from "./times/values.ts";

/** How many sentences back a day still is the day of which the text speaks. */
const DAY_LASTS = 4;

/**
 * Reads the mentions of times. What the words alone settle is stated; what hangs on the publication date, on an
 * earlier time or on the tense of the verb is inferred. Without a publication date or a dateline it stays null.
 */
export function readTimes(syntax: Syntax, published: Published, context: { language?: string } = {}): Times {
  const { language } = context;
  if (language && !/^(?:en|und)\b/i.test(language))
    return {
      times: [],
      notes: [{ kind: "language", message: `Times are read in English only; this text is in "${language}".` }],
    };
  const tokens = new TokenIndex(syntax);
  const found = shareYears(syntax.text, findTimes(syntax, tokens));
  const given = dayOf(published);
  const dateline = given ? null : findDateline(syntax.text, found);
  const read = resolveAll(syntax, tokens, found, given ?? dateline?.day ?? null, dateline);
  return { times: read.map(({ time }) => time), notes: notesOn(syntax.text, read, given !== null, dateline) };
}

function resolveAll(
  syntax: Syntax,
  tokens: TokenIndex,
  found: readonly Found[],
  published: Day | null,
  dateline: Dateline | null,
): Read[] {
  const memory = new Memory(published);
  let clause: Clause = { direction: UNSAID, verb: "", before: "", isSetDate: false };
  return found.map((mention, i) => {
    const spot = tokens.headOf(mention.from, mention.to);
    const sentence = spot?.sentence.index ?? 0;
    const last = found[i - 1];
    const isJoined = last !== undefined && areJoined(syntax.text, last, mention);
    if (!isJoined) clause = clauseOf(syntax.text, mention, spot);
    const { direction } = clause;
    const around: Context = {
      published,
      ...clause,
      joined: isJoined ? (memory.previous?.day ?? null) : null,
      previous: memory.previous,
      today: memory.dayAt(sentence),
    };
    const resolved = resolve(withDayAfter(syntax.text, found, i), around);
    if (resolved.anchor) memory.keep(resolved.anchor, sentence);
    const time = timeOfMention(syntax.text, mention, resolved, `t${i + 1}`, direction, dateline);
    return { time, meaning: mention.meaning };
  });
}

/** What the text has told so far. */
class Memory {
  previous: Anchor | null = null;
  readonly #published: Day | null;
  #day: Day | null = null;
  #sentence = 0;

  constructor(published: Day | null) {
    this.#published = published;
  }

  dayAt(sentence: number): Day | null {
    return this.#day && sentence - this.#sentence <= DAY_LASTS ? this.#day : this.#published;
  }

  keep(anchor: Anchor, sentence: number): void {
    this.previous = anchor;
    if (anchor.grain !== "day") return;
    this.#day = anchor.day;
    this.#sentence = sentence;
  }
}

const UNBOUNDED = { earliest: null, latest: null };

function timeOfMention(
  text: string,
  mention: Found,
  resolved: Resolved,
  id: string,
  direction: Direction,
  dateline: Dateline | null,
): Time {
  const { type, value, mod, bounds, by } = resolved;
  const isInferred = by !== undefined || mention.rule.endsWith(".shared-year");
  const rule =
    by === "tense" && value ? `${mention.rule}.${direction.explicit ? direction.way : "no-verb"}` : mention.rule;
  return {
    id,
    type,
    value,
    ...(mod ? { mod } : {}),
    ...(bounds ? { bounds } : value === null ? { bounds: UNBOUNDED } : {}),
    evidence: spanOf(text, mention.from, mention.to),
    why: {
      rule: `time.${rule}`,
      basis: isInferred ? "inferred" : "stated",
      ...((by === "published" || by === "tense") && value && dateline
        ? { span: spanOf(text, dateline.from, dateline.to) }
        : {}),
    },
  };
}
