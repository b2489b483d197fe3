import { DataError } from "../record/errors.ts";
import {
  type Actor,
  type Contact,
  type Event,
  type Evidence,
  type Money,
  Record,
  type Statement,
  type Why,
} from "../record/schema.ts";
import { type Range, spanOf } from "../record/span.ts";
import { draftOfCode } from "./actors/named.ts";
import type { Reference } from "./actors.ts";
import type { ContactDraft } from "./contacts.ts";
import type { EventDraft } from "./events.ts";
import type { MoneyDraft } from "./money.ts";
import type { Scene } from "./participants.ts";
import type { SettledStatement } from "./settle.ts";
import { modeOf, outerQuotations } from "./statements/content.ts";
import { durationValueOf } from "./times.ts";
import type { Quotation } from "./types.ts";

/** All that was read, before it is a record. */
export interface Parts {
  readonly contacts: readonly ContactDraft[];
  readonly statements: readonly SettledStatement[];
  readonly events: readonly EventDraft[];
  readonly money: readonly MoneyDraft[];
}

/** The rest of a record's head. */
export interface Head {
  readonly reader: string;
  readonly published: string | null;
  readonly title: string | null;
  readonly language: string;
  readonly notes: Record["notes"];
}

type Whys = { [field: string]: Why };

const stated = (rule: string): Why => ({ rule, basis: "stated" });
const inferred = (rule: string): Why => ({ rule, basis: "inferred" });

/** The medium follows the kind unless the words say otherwise; planned and possible meetings have none. */
function mediumOf(c: ContactDraft): { medium: Contact["medium"]; why: Why } {
  if (c.medium) return { medium: c.medium, why: stated("medium-in-words") };
  const byKind: { [kind: string]: Contact["medium"] } = {
    call: "phone",
    video: "video",
    letter: "written",
    message: "written",
    visit: "in-person",
    reception: "in-person",
  };
  const medium = byKind[c.kind] ?? (c.status === "held" ? "in-person" : null);
  return { medium, why: inferred(medium ? "medium-of-kind" : "medium-open") };
}

class Assembler {
  readonly #scene: Scene;
  readonly #text: string;
  readonly #outer: readonly Quotation[];
  readonly #references: ReadonlyMap<string, readonly Reference[]>;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#text = scene.text;
    this.#outer = outerQuotations(scene.quotes.quotations);
    this.#references = Map.groupBy(scene.actors.references, (r) => r.actor);
  }

  span(range: Range): Evidence {
    return spanOf(this.#text, range.from, range.to);
  }

  words(range: Range): string {
    return this.#text.slice(range.from, range.to);
  }

  contact(c: ContactDraft, n: number): Contact {
    const { medium, why: mediumWhy } = mediumOf(c);
    const duration = durationValueOf(c.duration);
    const why: Whys = {
      kind: stated(c.rule),
      parties: stated("roles-of-frame"),
      status: inferred(c.statusRule),
      medium: mediumWhy,
    };
    if (c.date !== null || c.bounds)
      why.date = c.time
        ? {
            ...c.time.why,
            rule: c.dateRule === "dates-of-the-trip" ? c.dateRule : c.time.why.rule,
            basis: c.dateRule === "dates-of-the-trip" ? "inferred" : c.time.why.basis,
            span: c.time.evidence,
          }
        : inferred(c.dateRule);
    if (c.placeRange) why.place = { ...stated("place-of-trigger"), span: this.span(c.placeRange) };
    if (c.duration && duration) why.duration = { ...c.duration.why, span: c.duration.evidence };
    return {
      id: `c${n + 1}`,
      kind: c.kind,
      parties: [...c.parties],
      status: c.status,
      medium,
      date: c.date,
      ...(c.bounds ? { bounds: c.bounds } : {}),
      place: c.place,
      duration,
      ...(duration && c.duration?.mod ? { duration_mod: c.duration.mod } : {}),
      ordinal: c.ordinal ? this.words(c.ordinal) : null,
      topics: [...new Set(c.topics.map((t) => this.words(t)))].slice(0, 4),
      factors: [...new Set(c.factors.map((f) => this.words(f)))],
      trigger: this.words(c.trigger),
      lines: [...c.lines],
      evidence: c.evidence.map((e) => this.span(e)),
      why,
    };
  }

  statement(s: SettledStatement, n: number): Statement {
    const why: Whys = { speaker: stated(s.speakerRule), content: stated(s.rule), mode: stated("quotation-marks") };
    if (s.addressees.length > 0)
      why.addressee =
        s.addresseeRule === "counterpart-of-the-contact" ? inferred(s.addresseeRule) : stated(s.addresseeRule);
    if (s.date !== null)
      why.date =
        s.time && s.dateRule === "time-of-the-cue" ? { ...s.time.why, span: s.time.evidence } : inferred(s.dateRule);
    if (s.via !== null) why.via = stated("relay");
    return {
      id: `s${n + 1}`,
      speaker: s.speakers.length === 1 ? s.speakers[0]! : [...s.speakers],
      via: s.via,
      addressee: [...s.addressees],
      mode: modeOf(this.#text, s.content, this.#outer),
      content: this.words(s.content),
      cue: this.words(s.cue),
      hedged: s.hedged,
      date: s.date,
      line: s.line,
      evidence: [this.span(s.content), this.span(s.cue)],
      why,
    };
  }

  event(e: EventDraft, n: number): Event {
    const why: Whys = { type: stated(e.rule), actors: stated("doer"), status: inferred(e.statusRule) };
    if (e.recipients.length > 0) why.recipients = stated("recipient");
    if (e.date !== null && e.time) why.date = { ...e.time.why, span: e.time.evidence };
    if (e.saidBy !== null) why.said_by = stated("in-a-statement");
    return {
      id: `e${n + 1}`,
      type: e.type,
      actors: [...e.actors],
      recipients: [...e.recipients],
      status: e.status,
      date: e.date,
      said_by: e.saidBy,
      trigger: this.words(e.trigger),
      line: e.line,
      evidence: [this.span(e.trigger)],
      why,
    };
  }

  money(m: MoneyDraft, n: number): Money {
    const why: Whys = {
      amount: stated(m.sum.rule),
      currency: m.sum.inferred ? inferred("currency-inferred") : stated("currency-sign"),
      status: inferred(m.statusRule),
    };
    if (m.purposeRange) why.purpose = { ...stated("purpose-noun"), span: this.span(m.purposeRange) };
    return {
      id: `m${n + 1}`,
      amount: m.sum.amount,
      ...(m.sum.amountTo === undefined ? {} : { amount_to: m.sum.amountTo }),
      currency: m.sum.currency,
      purpose: m.purpose,
      from: m.giver,
      to: m.taker,
      status: m.status,
      text: this.words(m),
      line: m.line,
      evidence: [this.span(m)],
      why,
    };
  }

  actor(name: string, n: number): Actor {
    const draft = this.#scene.actors.drafts.get(name) ?? draftOfCode(name);
    const references = this.#references.get(name) ?? [];
    const named = references.filter((r) => !r.pronoun);
    const why: Whys = { name: draft ? { rule: draft.rule, basis: draft.basis } : inferred("named-in-an-entry") };
    if (draft?.country && draft.countryRule)
      why.country =
        draft.countryRule === "office-file" || draft.countryRule === "issuing-state"
          ? inferred(draft.countryRule)
          : stated(draft.countryRule);
    return {
      id: `a${n + 1}`,
      name,
      kind: draft?.kind ?? "group",
      country: draft?.country ?? null,
      sector: draft?.sector ?? null,
      role: draft?.role ?? null,
      surface: [...new Set(named.map((r) => this.words(r)))],
      evidence: references.map((r) => this.span(r)),
      why,
    };
  }
}

/** Every name that an entry uses, in the order of the entries. */
function namesUsed(r: Pick<Record, "contacts" | "statements" | "events" | "money">): string[] {
  const names = new Set<string>();
  const add = (v: string | readonly string[] | null): void => {
    for (const n of v === null ? [] : typeof v === "string" ? [v] : v) names.add(n);
  };
  for (const c of r.contacts) add(c.parties);
  for (const s of r.statements) [s.speaker, s.via, s.addressee].forEach(add);
  for (const e of r.events) [e.actors, e.recipients, e.said_by].forEach(add);
  for (const m of r.money) [m.from, m.to].forEach(add);
  return [...names];
}

/** Makes the record of what the stages read, with the actors that its entries use. Throws DataError if it does not fit the schema. */
export function assemble(scene: Scene, parts: Parts, head: Head): Record {
  const a = new Assembler(scene);
  const entries = {
    contacts: parts.contacts.map((c, i) => a.contact(c, i)),
    statements: parts.statements.map((s, i) => a.statement(s, i)),
    events: parts.events.map((e, i) => a.event(e, i)),
    money: parts.money.map((m, i) => a.money(m, i)),
  };
  const record = {
    schema: "chancery-record-1" as const,
    ...head,
    actors: namesUsed(entries).map((n, i) => a.actor(n, i)),
    ...entries,
    times: [...scene.times.times],
  };
  const checked = Record.safeParse(record);
  if (!checked.success)
    throw new DataError(
      `The record that was read does not fit its own schema (${checked.error.issues[0]?.path.join(".")}: ${checked.error.issues[0]?.message}). This is a fault of Chancery; please report it with the text.`,
    );
  return checked.data;
}
