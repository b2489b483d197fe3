import type { ContactKind } from "../../record/schema.ts";
import type { Range } from "../../record/span.ts";
import { datesClash, finer, wider } from "./dates.ts";
import type { ContactDraft, ContactMention } from "./types.ts";

/** Kinds that may be one encounter under two names. */
export const CLASS: Record<ContactKind, number> = {
  meeting: 1,
  talks: 1,
  summit: 1,
  visit: 2,
  reception: 1,
  call: 3,
  video: 3,
  letter: 4,
  message: 4,
};

/** A contact while its mentions are still being joined. */
export type Gathered = ContactDraft & {
  readonly loose: boolean;
  readonly token: number;
  readonly lines: number[];
  readonly evidence: Range[];
};

export const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
export const within = (small: readonly string[], big: readonly string[]): boolean =>
  small.every((x) => big.includes(x));

/** A noun alone ("his visit provides") does not say whether it has been; it clashes with nothing. */
export function statusesClash(
  m: Pick<ContactDraft, "status" | "statusRule">,
  c: Pick<ContactDraft, "status" | "statusRule">,
): boolean {
  const [a, b] = [m.status, c.status];
  if (a === b || m.statusRule === "noun" || c.statusRule === "noun") return false;
  const open = (s: string): boolean => s === "planned" || s === "possible";
  return !(open(a) && open(b));
}

/** Whether a mention can only be a way of speaking of the contact gathered so far. */
export function mayBe(m: ContactMention, c: Gathered): boolean {
  if (m.anew && c.status === "held" && m.status !== "held" && !m.again) return false;
  const sameClass =
    CLASS[m.kind] === CLASS[c.kind] ||
    m.again ||
    ((m.loose || c.loose) &&
      (m.weak || (m.status !== "held" && c.status !== "held")) &&
      m.kind !== "summit" &&
      c.kind !== "summit" &&
      CLASS[m.kind] !== 2 &&
      CLASS[c.kind] !== 2 &&
      CLASS[m.kind] !== 4 &&
      CLASS[c.kind] !== 4);
  if (!sameClass) {
    const loose =
      m.weak &&
      m.definite &&
      CLASS[m.kind] === 1 &&
      CLASS[c.kind] === 3 &&
      /meeting|conversation|discussion|talk/.test(m.rule);
    if (!loose && !(m.rule === "contact-conversation" && CLASS[c.kind] === 1)) return false;
  }
  return !datesClash(m.date, c.date);
}

/** The same list, longer: a contact spoken of a thousand times must not be copied a thousand times. */
function withLast<T>(list: T[], last: T): T[] {
  list.push(last);
  return list;
}

/** A contact with what one more mention of it tells; the former value is not to be used any more. */
export function absorb(c: Gathered, m: ContactMention): Gathered {
  const clearer =
    (m.parties.length > c.parties.length && c.parties.length < 2) ||
    (c.date === null && m.date !== null && m.parties.length >= c.parties.length);
  const parties =
    m.parties.length > 0 && (within(c.parties, m.parties) || c.parties.length < 2)
      ? [...new Set([...c.parties, ...m.parties])]
      : c.parties;
  const firm =
    m.statusRule === "noun"
      ? c.status
      : c.statusRule === "noun"
        ? m.status
        : c.status === m.status || m.weak
          ? c.status
          : c.status === "possible" && m.status === "planned" && m.date === null
            ? "possible"
            : m.date !== null && c.date === null
              ? m.status
              : c.status;
  return {
    ...c,
    loose: c.loose && m.loose,
    kind:
      c.loose && !m.loose && !m.weak && m.kind !== "talks"
        ? m.kind
        : CLASS[c.kind] === CLASS[m.kind] && c.kind === "talks" && m.kind === "summit"
          ? "summit"
          : m.kind === "video" && c.kind === "call"
            ? "video"
            : c.kind,
    medium: c.medium ?? m.medium,
    parties,
    status: firm,
    statusRule: firm === c.status && c.statusRule !== "noun" ? c.statusRule : m.statusRule,
    time: c.time ?? m.time,
    date: c.kind === "visit" && m.kind === "visit" ? wider(c.date, m.date) : finer(c.date, m.date),
    place: c.place ?? m.place,
    placeRange: c.placeRange ?? m.placeRange,
    duration: c.duration ?? m.duration,
    ordinal: c.ordinal ?? m.ordinal,
    topics: [...c.topics, ...m.topics].slice(0, 4),
    factors: [...c.factors, ...m.factors],
    trigger: clearer ? m.trigger : c.trigger,
    sentence: clearer ? m.sentence : c.sentence,
    lines: withLast(c.lines, m.line),
    evidence: withLast(c.evidence, m.trigger),
  };
}

/** A contact of which nothing was said before. */
export const fresh = (m: ContactMention): Gathered => ({
  ...m,
  lines: [m.line],
  evidence: [m.trigger],
  dateRule: m.time ? "time-of-trigger" : "none",
});
