import type { Scene } from "../participants.ts";
import { datesClash } from "./dates.ts";
import { absorb, CLASS, fresh, type Gathered, mayBe, sameSet, statusesClash, within } from "./gathered.ts";
import { announcedIn, apart, withoutSummaries } from "./separate.ts";
import { datesOfTrips } from "./trips.ts";
import type { ContactDraft, ContactMention } from "./types.ts";

/** How many contacts back one may be taken up again; keeps a long text's time linear. */
const MEMORY = 400;

function lastIndex(gathered: readonly Gathered[], fits: (c: Gathered) => boolean): number {
  for (let i = gathered.length - 1, stop = Math.max(0, gathered.length - MEMORY); i >= stop; i -= 1)
    if (fits(gathered[i]!)) return i;
  return -1;
}

/** The contact that a mention takes up again, or -1. */
function partner(m: ContactMention, gathered: readonly Gathered[]): number {
  const fits = (c: Gathered): boolean => mayBe(m, c);
  if (m.parties.length >= 2 || (m.parties.length === 1 && !m.weak)) {
    const same = lastIndex(
      gathered,
      (c) =>
        fits(c) &&
        sameSet(m.parties, c.parties) &&
        (!statusesClash(m, c) || m.again) &&
        !(m.place !== null && c.place !== null && m.place !== c.place && m.kind !== "visit"),
    );
    if (same >= 0) return same;
    const stage =
      m.kind === "visit"
        ? lastIndex(
            gathered,
            (c) => c.kind === "visit" && fits(c) && within(m.parties, c.parties) && !statusesClash(m, c),
          )
        : -1;
    if (stage >= 0) return stage;
    if (m.parties.length === 1 || m.definite) {
      const part = lastIndex(
        gathered,
        (c) =>
          fits(c) &&
          within(m.parties, c.parties) &&
          !statusesClash(m, c) &&
          (m.definite || m.date === null || m.date === c.date || (m.kind === "visit" && c.kind === "visit")),
      );
      if (part >= 0) return part;
    }
    const more = lastIndex(
      gathered,
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
    const recent = lastIndex(
      gathered,
      (c) => fits(c) && within(m.parties, c.parties) && (CLASS[c.kind] === CLASS[m.kind] || m.definite),
    );
    return recent;
  }
  return -1;
}

/** "the last time they spoke was during a video conference": the noun in one clause with the counting verb is the same contact. */
function inheritParties(m: ContactMention, beside: readonly ContactMention[]): ContactMention {
  if (m.parties.length > 1 || !m.rule.startsWith("contact-")) return m;
  const counting = beside.find((x) => x !== m && x.again && x.parties.length > 1 && Math.abs(x.token - m.token) < 14);
  if (counting && (m.parties.length === 0 || within(m.parties, counting.parties)))
    return { ...m, parties: counting.parties, weak: false };
  // "spoke with his counterpart, who welcomed the offer of a meeting": the offer is between the same two.
  const open = m.status === "possible" || m.status === "planned";
  const around =
    open && m.weak && m.parties.length === 0 && !m.definite
      ? beside.find((x) => x !== m && x.status === "held" && x.parties.length === 2)
      : undefined;
  return around ? { ...m, parties: around.parties, weak: false } : m;
}

const VAGUE = /(leaders|officials|counterparts|ministers|envoys|presidents|representatives|diplomats)$/;

/** "met with Israeli leaders. She met with A and B": the vague mention gives way to the named. */
function names(m: ContactMention, c: Gathered): boolean {
  return (
    CLASS[m.kind] === CLASS[c.kind] &&
    c.parties.length > 1 &&
    c.parties.slice(1).every((p) => VAGUE.test(p)) &&
    m.parties.length > 1 &&
    m.parties[0] === c.parties[0] &&
    !VAGUE.test(m.parties[1]!) &&
    !datesClash(m.date, c.date) &&
    m.sentence - c.sentence <= 2 &&
    !statusesClash(m, c)
  );
}

/** Mentions of one encounter as one contact; what is too little to be a contact of its own is left out. */
export function joinContacts(scene: Scene, found: readonly ContactMention[]): ContactDraft[] {
  const beside = Map.groupBy(found, (m) => m.sentence);
  const announced = announcedIn(scene, found);
  const mentions = found
    .map((m) => inheritParties(m, beside.get(m.sentence)!))
    .flatMap((m) => apart(scene, m, announced));
  const bySentence = Map.groupBy(mentions, (m) => m.sentence);
  const gathered: Gathered[] = [];
  const held = new Map<ContactMention, number>();
  for (const m of mentions) {
    if (m.again) {
      const near = bySentence
        .get(m.sentence)!
        .find(
          (x) =>
            !x.again &&
            !x.weak &&
            x.parties.length > 1 &&
            sameSet(x.parties, m.parties) &&
            x.token > m.token &&
            !/encounter/.test(x.rule),
        );
      const known = near
        ? held.get(near)
        : lastIndex(gathered, (c) => c.sentence === m.sentence && sameSet(c.parties, m.parties));
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
    const vague = lastIndex(gathered, (c) => names(m, c));
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
  return datesOfTrips(withoutSummaries(gathered)).map((c) => ({
    ...c,
    lines: [...new Set(c.lines)].sort((a, b) => a - b),
    ...(c.kind === "visit" && c.parties.filter((p) => /^[A-Z]{3}$/.test(p)).length > 1
      ? { place: null, placeRange: null }
      : {}),
  }));
}
