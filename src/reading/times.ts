import type { Note, Time } from "../record/schema.ts";
import { spanOf } from "../record/span.ts";
import type { Syntax } from "../syntax/types.ts";
import { type Day, dayOf } from "./times/calendar.ts";
import { type Dateline, findDateline, leadsLine } from "./times/dateline.ts";
import { type Found, findTimes } from "./times/find.ts";
import type { Meaning } from "./times/meaning.ts";
import { resolve } from "./times/resolve.ts";
import type { Anchor, Context, Resolved } from "./times/resolved.ts";
import { type Direction, directionAt, isSetDate, verbOver } from "./times/tense.ts";
import { type Spot, TokenIndex } from "./times/tokens.ts";
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
  const times = resolveAll(syntax, tokens, found, given ?? dateline?.day ?? null, dateline);
  return { times, notes: notesOn(syntax.text, times, given !== null, dateline) };
}

function resolveAll(
  syntax: Syntax,
  tokens: TokenIndex,
  found: readonly Found[],
  published: Day | null,
  dateline: Dateline | null,
): Time[] {
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
    return timeOfMention(syntax.text, mention, resolved, `t${i + 1}`, direction, dateline);
  });
}

/** What the words around a time say of it. */
type Clause = Pick<Context, "direction" | "verb" | "before" | "isSetDate">;

const UNSAID: Direction = { way: "past", explicit: false };

function clauseOf(text: string, mention: Found, spot: Spot | undefined): Clause {
  const { before, meaning } = mention;
  if (!spot) return { direction: UNSAID, verb: "", before, isSetDate: false };
  // A date in front of the report's first words belongs to no verb: it is simply the nearest.
  const leads = meaning.kind === "date" && leadsLine(text, mention);
  return {
    direction: leads ? { way: "present", explicit: false } : directionAt(spot, before),
    verb: verbOver(spot),
    isSetDate: isSetDate(spot),
    before,
  };
}

/** "on Saturday and Sunday", "from 4 to 6 March": the second lies on the same side as the first. */
const areJoined = (text: string, first: Found, second: Found): boolean =>
  second.from - first.to < 12 &&
  isDayOrMonth(first) &&
  isDayOrMonth(second) &&
  /^\s{0,2}(?:and|or|to|until|through|&|-|–|—|,)\s{0,2}(?:the\s)?$/.test(text.slice(first.to, second.from));

const isDayOrMonth = ({ meaning }: Found): boolean => meaning.kind === "weekday" || meaning.kind === "date";

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

/** "at 16:15 UTC, June 1", "11 a.m. local time (0900 GMT) Friday": the day that follows is that of the clock. */
function withDayAfter(text: string, found: readonly Found[], at: number): Meaning {
  const { meaning } = found[at]!;
  if (meaning.kind !== "clock" || meaning.of) return meaning;
  for (let i = at + 1; i < Math.min(at + 3, found.length); i++) {
    const next = found[i]!;
    const start = found[i - 1]!.to;
    if (next.from - start > 3 || !/^[\s(),]+$/.test(text.slice(start, next.from))) return meaning;
    if (next.meaning.kind === "weekday" || (next.meaning.kind === "date" && next.meaning.day !== undefined))
      return { ...meaning, of: next.meaning };
    if (next.meaning.kind !== "clock") return meaning;
  }
  return meaning;
}

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
    ...(bounds
      ? { bounds }
      : value === null && type !== "DURATION"
        ? { bounds: { earliest: null, latest: null } }
        : {}),
    evidence: spanOf(text, mention.from, mention.to),
    why: {
      rule: `time.${rule}`,
      basis: isInferred ? "inferred" : "stated",
      ...(by && value && dateline ? { span: spanOf(text, dateline.from, dateline.to) } : {}),
    },
  };
}

const SHOWN = 5;

function notesOn(text: string, times: readonly Time[], isGiven: boolean, dateline: Dateline | null): Note[] {
  if (isGiven) return [];
  if (dateline) {
    const evidence = spanOf(text, dateline.from, dateline.to);
    return [
      {
        kind: "other",
        message: `No publication date was given; the dateline "${evidence.quote}" counts as one.`,
        evidence,
      },
    ];
  }
  const open = times.filter((time) => time.value === null);
  if (open.length === 0) return [];
  const quotes = [...new Set(open.map((time) => `"${time.evidence.quote}"`))];
  const shown = quotes.slice(0, SHOWN).join(", ") + (quotes.length > SHOWN ? ", …" : "");
  const message = `No publication date is known, so ${open.length === 1 ? "one time stays" : `${open.length} times stay`} open: ${shown}.`;
  return [{ kind: "date-unresolved", message, evidence: open[0]!.evidence }];
}
