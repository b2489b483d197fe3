import type { ContactKind } from "../../record/schema.ts";
import type { Scene } from "../participants.ts";
import type { ContactDraft, ContactMention } from "./types.ts";

/** Kinds that may be one encounter under two names. */
const CLASS: Record<ContactKind, number> = {
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

type Gathered = ContactDraft & { token: number; loose: boolean };

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));
const within = (small: readonly string[], big: readonly string[]): boolean => small.every((x) => big.includes(x));

/** Two dates that cannot be the same day: neither holds the other. */
function datesClash(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return false;
  if (/^(PRESENT|FUTURE|PAST)_REF$/.test(a) || /^(PRESENT|FUTURE|PAST)_REF$/.test(b))
    return a.slice(0, 4) !== b.slice(0, 4) && !(a.startsWith("PRESENT") || b.startsWith("PRESENT"));
  const [x, y] = [a.split("/")[0]!, b.split("/")[0]!];
  if (a.includes("/") || b.includes("/")) {
    const [span, day] = a.includes("/") ? [a, y] : [b, x];
    const [from, to] = span.split("/") as [string, string];
    return !(from.slice(0, day.length) <= day && day <= to) && !x.startsWith(y) && !y.startsWith(x);
  }
  return !x.startsWith(y) && !y.startsWith(x);
}

/** The stages of one visit ("Melbourne from 18 to 24 June, Canberra from 24 to 29 June") as its whole span. */
function wider(a: string | null, b: string | null): string | null {
  if (a === null || b === null || !(a.includes("/") || b.includes("/"))) return finer(a, b);
  const days = [...a.split("/"), ...b.split("/")].filter((d) => /^\d{4}-\d\d-\d\d$/.test(d)).sort();
  return days.length < 3 ? finer(a, b) : `${days[0]}/${days.at(-1)}`;
}

const finer = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : b.length > a.length ? b : a;

/** A noun alone ("his visit provides") does not say whether it has been; it clashes with nothing. */
function statusesClash(
  m: Pick<ContactDraft, "status" | "statusRule">,
  c: Pick<ContactDraft, "status" | "statusRule">,
): boolean {
  const [a, b] = [m.status, c.status];
  if (a === b || m.statusRule === "noun" || c.statusRule === "noun") return false;
  const open = (s: string): boolean => s === "planned" || s === "possible";
  return !(open(a) && open(b));
}

/** Whether a mention can only be a way of speaking of the contact gathered so far. */
function mayBe(m: ContactMention, c: Gathered): boolean {
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

function absorb(c: Gathered, m: ContactMention): Gathered {
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
    lines: [...new Set([...c.lines, m.line])].sort((a, b) => a - b),
    evidence: [...c.evidence, m.trigger],
  };
}

const fresh = (m: ContactMention): Gathered => ({
  ...m,
  lines: [m.line],
  evidence: [m.trigger],
  bounds: m.time?.bounds ?? null,
  dateRule: m.time ? "time-of-trigger" : "none",
});

/** The contact that a mention takes up again, or -1. */
function partner(m: ContactMention, gathered: readonly Gathered[]): number {
  const fits = (c: Gathered): boolean => mayBe(m, c);
  if (m.parties.length >= 2 || (m.parties.length === 1 && !m.weak)) {
    const same = gathered.findLastIndex(
      (c) =>
        fits(c) &&
        sameSet(m.parties, c.parties) &&
        (!statusesClash(m, c) || m.again) &&
        !(m.place !== null && c.place !== null && m.place !== c.place && m.kind !== "visit"),
    );
    if (same >= 0) return same;
    const stage =
      m.kind === "visit"
        ? gathered.findLastIndex(
            (c) => c.kind === "visit" && fits(c) && within(m.parties, c.parties) && !statusesClash(m, c),
          )
        : -1;
    if (stage >= 0) return stage;
    if (m.parties.length === 1 || m.definite) {
      const part = gathered.findLastIndex(
        (c) =>
          fits(c) &&
          within(m.parties, c.parties) &&
          !statusesClash(m, c) &&
          (m.definite || m.date === null || m.date === c.date || (m.kind === "visit" && c.kind === "visit")),
      );
      if (part >= 0) return part;
    }
    const more = gathered.findLastIndex(
      (c) =>
        fits(c) &&
        c.sentence === m.sentence &&
        CLASS[c.kind] === CLASS[m.kind] &&
        within(c.parties, m.parties) &&
        c.parties.length < 2,
    );
    return more;
  }
  if (m.weak && (m.definite || m.parties.length <= 1)) {
    const recent = gathered.findLastIndex(
      (c) => fits(c) && within(m.parties, c.parties) && (CLASS[c.kind] === CLASS[m.kind] || m.definite),
    );
    return recent;
  }
  return -1;
}

/** "the last time they spoke was during a video conference": the noun in one clause with the counting verb is the same contact. */
function inheritParties(m: ContactMention, mentions: readonly ContactMention[]): ContactMention {
  if (m.parties.length > 1 || !m.rule.startsWith("contact-")) return m;
  const beside = mentions.find(
    (x) => x.sentence === m.sentence && x !== m && x.again && x.parties.length > 1 && Math.abs(x.token - m.token) < 14,
  );
  if (beside && (m.parties.length === 0 || within(m.parties, beside.parties)))
    return { ...m, parties: beside.parties, weak: false };
  // "spoke with his counterpart, who welcomed the offer of a meeting": the offer is between the same two.
  const open = m.status === "possible" || m.status === "planned";
  const around =
    open && m.weak && m.parties.length === 0 && !m.definite
      ? mentions.find((x) => x.sentence === m.sentence && x !== m && x.status === "held" && x.parties.length === 2)
      : undefined;
  return around ? { ...m, parties: around.parties, weak: false } : m;
}

/** "five separate calls with European leaders. She spoke with A, B, …": one contact with each. */
function apart(scene: Scene, m: ContactMention, all: readonly ContactMention[]): ContactMention[] {
  const [first, ...others] = m.parties;
  if (!first || others.length < 2) return [m];
  const trip = all.find(
    (x) =>
      x.kind === "visit" &&
      x.sentence <= m.sentence &&
      x.parties.filter((p) => /^[A-Z]{3}$/.test(p)).length > 1 &&
      x.parties.includes(first),
  );
  const countries = others.map((p) => scene.actors.drafts.get(p)?.country ?? null);
  const perState =
    trip !== undefined &&
    CLASS[m.kind] === 1 &&
    new Set(countries).size === others.length &&
    countries.every((c) => c !== null && trip.parties.includes(c));
  const announced = all.find(
    (x) =>
      x !== m &&
      x.sentence <= m.sentence &&
      CLASS[x.kind] === CLASS[m.kind] &&
      /\bseparate|individual\b/i.test(scene.text.slice(x.trigger.from - 30, x.trigger.to)) &&
      x.parties.includes(first),
  );
  const date = m.date ?? announced?.date ?? null;
  return m.separate || announced || perState
    ? others.map((p) => ({ ...m, date, time: m.time ?? announced?.time ?? null, parties: [first, p] }))
    : [m];
}

const VAGUE = /(leaders|officials|counterparts|ministers|envoys|presidents|representatives|diplomats)$/;

/** "met with Israeli leaders. She met with A and B": the vague mention gives way to the named. */
function names(m: ContactMention, c: Gathered): boolean {
  return (
    CLASS[m.kind] === CLASS[c.kind] &&
    c.parties.length === 2 &&
    VAGUE.test(c.parties[1]!) &&
    m.parties.length > 1 &&
    m.parties[0] === c.parties[0] &&
    !VAGUE.test(m.parties[1]!) &&
    !datesClash(m.date, c.date) &&
    m.sentence - c.sentence <= 2 &&
    !statusesClash(m, c)
  );
}

/** "met with A, B and C", then a meeting with A told by itself: the summary keeps those who are told of only there. */
function withoutSummaries(contacts: readonly Gathered[]): Gathered[] {
  return contacts.map((c) => {
    if (CLASS[c.kind] !== 1 || c.parties.length < 4) return c;
    const told = contacts
      .filter(
        (d) =>
          d !== c &&
          d.sentence > c.sentence &&
          CLASS[d.kind] === 1 &&
          d.status === "held" &&
          d.parties[0] === c.parties[0] &&
          d.parties.length < c.parties.length &&
          within(d.parties, c.parties),
      )
      .flatMap((d) => d.parties.slice(1));
    const left = c.parties.slice(1).filter((p) => !told.includes(p));
    return told.length > 0 && left.length > 0 ? { ...c, parties: [c.parties[0]!, ...left] } : c;
  });
}

/** A trip's dates stand for the meetings on the way whose day is not told. */
function datesOfTrips(contacts: Gathered[]): Gathered[] {
  return contacts.map((c) => {
    if (c.date !== null || c.status !== "held" || (CLASS[c.kind] !== 1 && CLASS[c.kind] !== 2)) return c;
    const trip = contacts.find(
      (t) =>
        t !== c &&
        t.kind === "visit" &&
        t.status === "held" &&
        t.date !== null &&
        t.sentence <= c.sentence &&
        t.parties[0] !== undefined &&
        c.parties.includes(t.parties[0]),
    );
    return trip ? { ...c, date: trip.date, time: trip.time, dateRule: "dates-of-the-trip" } : c;
  });
}

/** Mentions of one encounter as one contact; what is too little to be a contact of its own is left out. */
export function joinContacts(scene: Scene, found: readonly ContactMention[]): ContactDraft[] {
  void scene;
  const mentions = found.map((m) => inheritParties(m, found)).flatMap((m) => apart(scene, m, found));
  const gathered: Gathered[] = [];
  const held = new Map<ContactMention, number>();
  for (const m of mentions) {
    if (m.again) {
      const near = mentions.find(
        (x) =>
          !x.again &&
          x.sentence === m.sentence &&
          !x.weak &&
          x.parties.length > 1 &&
          sameSet(x.parties, m.parties) &&
          x.token > m.token &&
          !/encounter/.test(x.rule),
      );
      const known = near
        ? held.get(near)
        : gathered.findLastIndex((c) => c.sentence === m.sentence && sameSet(c.parties, m.parties));
      if (near && known === undefined) {
        gathered.push({ ...fresh(near), ordinal: m.ordinal ?? near.ordinal });
        held.set(near, gathered.length - 1);
        continue;
      }
      if (known !== undefined && known >= 0) {
        gathered[known] = { ...gathered[known]!, ordinal: gathered[known]!.ordinal ?? m.ordinal };
        continue;
      }
    }
    if (held.has(m)) continue;
    const vague = gathered.findLastIndex((c) => names(m, c));
    if (vague >= 0) {
      const c = gathered[vague]!;
      gathered[vague] = { ...absorb(c, m), parties: m.parties };
      held.set(m, vague);
      continue;
    }
    const at = partner(m, gathered);
    if (at >= 0) {
      gathered[at] = absorb(gathered[at]!, m);
      held.set(m, at);
    } else if (!m.weak && m.parties.length > 0) {
      gathered.push(fresh(m));
      held.set(m, gathered.length - 1);
    }
  }
  return datesOfTrips(withoutSummaries(gathered)).map((c) =>
    c.kind === "visit" && c.parties.filter((p) => /^[A-Z]{3}$/.test(p)).length > 1
      ? { ...c, place: null, placeRange: null }
      : c,
  );
}
