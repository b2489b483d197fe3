import { world } from "../../lexicon/world.ts";
import type { Contact, Medium, Record } from "../../record/schema.ts";
import { type DayRange, daysOf } from "../../store/days.ts";
import { namesIn } from "./check-names.ts";
import type { Claim } from "./claims.ts";
import type { Desk } from "./desk.ts";
import { stateCode } from "./offices.ts";
import { addDays, addYears, mediumOf } from "./when.ts";
import { ActorError, type Who, whoIs } from "./who.ts";
import { stateName } from "./words.ts";

/** The report under test. */
export interface Tested {
  readonly text: string;
  readonly published: string | null;
  readonly record: Record;
}

/** What a claim is about, as far as its report tells. */
export interface Scene {
  readonly a: Who | null;
  readonly b: Who | null;
  /** The contact that is said to be the first, second or last. */
  readonly occasion: { readonly contact: Contact; readonly days: DayRange; readonly medium: Medium | null } | null;
  /** The time after "since", with the contact there if it was one. */
  readonly anchor: {
    readonly words: string;
    readonly days: DayRange;
    readonly medium: Medium | null;
    readonly isContact: boolean;
  } | null;
}

/** Finds whom, what and which days a claim is about in the record of its own report. */
export function sceneOf(desk: Desk, tested: Tested, claim: Claim): Scene {
  const { record, published } = tested;
  const inSentence = record.contacts.filter((contact) => spanIn(contact, claim.sentence.from, claim.sentence.to));
  const until = claim.since ?? claim.to;
  const after = claim.since === null ? undefined : inSentence.find((one) => spanIn(one, until, claim.sentence.to));
  const contact = occasionOf(
    claim,
    inSentence.filter((one) => one !== after || claim.kind === "last-time"),
  );
  const [a, b] = partiesOf(desk, tested, claim, contact ?? after);
  const days = contact ? contactDays(contact, published) : null;
  return {
    a,
    b,
    occasion: contact && days ? { contact, days, medium: mediumOf(contact) } : null,
    anchor: claim.since === null ? null : anchorOf(tested, claim.since, claim.sentence.to, after),
  };
}

const spanIn = ({ evidence }: Contact, from: number, to: number): boolean =>
  evidence.some((span) => span.from >= from && span.to <= to);

/** The contact nearest before the claim's end; for "last time" the first one after it. */
function occasionOf(claim: Claim, contacts: readonly Contact[]): Contact | undefined {
  if (claim.kind === "never" || claim.kind === "not-since") return undefined;
  const { from: start, to: end } = claim.sentence;
  const spans = contacts.flatMap((contact) =>
    contact.evidence.filter((span) => span.from >= start && span.to <= end).map(({ from }) => ({ contact, from })),
  );
  const before = spans.filter(({ from }) => from < claim.to).sort((x, y) => y.from - x.from);
  const behind = spans.filter(({ from }) => from >= claim.from).sort((x, y) => x.from - y.from);
  return (claim.kind === "last-time" ? (behind[0] ?? before[0]) : (before[0] ?? behind[0]))?.contact;
}

function contactDays(contact: Contact, published: string | null): DayRange {
  const days = daysOf(contact.date, published);
  if (days.from || days.to) return days;
  const bounds = contact.bounds ?? { earliest: null, latest: null };
  const to = bounds.latest ?? (contact.status === "held" ? published : null);
  return { from: bounds.earliest, to };
}

function anchorOf(tested: Tested, from: number, to: number, contact: Contact | undefined): Scene["anchor"] {
  const words = tested.text.slice(from, to).replace(/\s+/g, " ").trim().slice(0, 200);
  const times = tested.record.times
    .filter(({ evidence, type }) => evidence.from >= from && evidence.to <= to && (type === "DATE" || type === "TIME"))
    .map(({ value }) => daysOf(value, tested.published))
    .filter((days) => days.from !== null);
  const own = contact ? daysOf(contact.date, tested.published) : null;
  const days = own?.from ? own : (times[0] ?? { from: null, to: null });
  const isContact =
    contact !== undefined ||
    /^(?:\W*)(?:(?:that|their|his|her|a|an|the|they|he|she|last)\b[\w' -]*)?\b(?:met|meeting|encounter|summit|talks|call|visit(?:ed)?|spoke|conversation)\b/i.test(
      words,
    );
  return { words, days, medium: contact ? mediumOf(contact) : null, isContact };
}

/** The parties of the contact, else the two actors that the sentence names first; "by a French president" is any. */
function partiesOf(desk: Desk, tested: Tested, claim: Claim, contact: Contact | undefined): [Who | null, Who | null] {
  const sentence = tested.text.slice(claim.sentence.from, claim.sentence.to);
  const any = anyHolder(desk, sentence);
  const read = contact && contact.parties.length >= 2 ? contact.parties : mentioned(tested.record, claim.sentence);
  const names = read.length >= 2 ? read : namesIn(desk, tested.text, claim.sentence.from, claim.sentence.to);
  const found = names.map((name) => namedWho(desk, name));
  if (any) return [any, found.find((who) => ![...who.ids].some((id) => any.ids.has(id))) ?? null];
  return [
    found[0] ?? null,
    found.find((who, i) => i > 0 && who.understood.actor.id !== found[0]!.understood.actor.id) ?? null,
  ];
}

/** "the first visit by a French president since": whoever acts for the state. */
function anyHolder(desk: Desk, sentence: string): Who | null {
  const words = /\bby (?:a|an|any) (?:sitting |serving |top |senior )?(?<who>[\p{L}.]+(?: [\p{L}.]+)?)/u.exec(sentence)
    ?.groups?.who;
  if (!words) return null;
  const code = stateCode(words) ?? stateCode(words.split(" ")[0]!);
  return code && world().states.has(code) ? namedWho(desk, code) : null;
}

function mentioned(record: Record, { from, to }: Claim["sentence"]): string[] {
  return record.actors
    .flatMap(({ name, kind, evidence }) => {
      const first = evidence.find((span) => span.from >= from && span.to <= to);
      return first ? [{ name, person: kind === "person", at: first.from }] : [];
    })
    .sort((a, b) => Number(b.person) - Number(a.person) || a.at - b.at)
    .map(({ name }) => name);
}

/** The actor whom the report calls so, also where the rest of the record does not know it. */
function namedWho(desk: Desk, name: string): Who {
  const exact = desk.identities.get(name);
  try {
    return whoIs(desk, exact ? exact.id : name);
  } catch (error) {
    if (!(error instanceof ActorError)) throw error;
    const id = error.reason === "ambiguous" ? (error.candidates[0] ?? name) : name;
    const actor = { id, name: stateName(id), kind: null };
    return {
      understood: { phrase: name, actor, read_as: "as the report has it" },
      name: actor.name,
      ids: new Set([id]),
    };
  }
}

const COUNTS: Readonly<{ [word: string]: number }> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  several: 3,
  many: 10,
};

/** The first day of a period that ends on a day: "this year" begins on 1 January, "two weeks" 14 days before. */
export function periodStart(period: string, end: string, nth: number | null): string | null {
  if (period === "this year") return `${end.slice(0, 4)}-01-01`;
  if (period === "this month") return `${end.slice(0, 7)}-01`;
  if (period === "this week") return addDays(end, -((new Date(`${end}T00:00:00Z`).getUTCDay() + 6) % 7));
  const unit = /(day|week|month|year|decade)s?$/.exec(period)?.[1];
  if (!unit) return null;
  const word = period.split(" ").at(-2) ?? "a";
  const count = word === "many" && /as many/.test(period) ? (nth ?? 2) : (COUNTS[word] ?? (Number(word) || 1));
  if (unit === "day") return addDays(end, -count);
  if (unit === "week") return addDays(end, -7 * count);
  if (unit === "month") return addDays(end, -Math.round(30.44 * count));
  return addYears(end, -count * (unit === "decade" ? 10 : 1));
}
