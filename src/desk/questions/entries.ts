import type { Event, EventType, Money, Statement } from "../../record/schema.ts";
import { entryHasWords, lexiconTopicsOf, stemsOfPurpose } from "../topics.ts";
import type { Identities, KeptReport } from "../types.ts";
import { dayOf } from "./day-of.ts";
import { type Stance, stanceInWords } from "./stance.ts";

/** A statement of a report, its actors as identities. The statement itself may have to be parsed; all else is at hand. */
export interface Said {
  readonly report: KeptReport;
  readonly statement: Statement;
  readonly speakers: readonly string[];
  /** As the report names them, in the same order. */
  readonly names: readonly string[];
  readonly via: string | null;
  readonly to: readonly string[];
  /** The day on which it was said, else the report's day; null where neither is known. */
  readonly day: string | null;
  /** True where the words give the day. */
  readonly dated: boolean;
  readonly hedged: boolean;
  readonly line: number;
  /** Where its first words start in the text. */
  readonly from: number;
  /** The lexicon's topics in its words. */
  readonly topics: readonly string[];
  /** What its words alone say of its stance; `because` counts those that do. */
  readonly inWords: Pick<Stance, "polarity" | "strength"> & { readonly because: number };
  /** Whether it has all words of a phrase, in any form and order. */
  hasWords(phrase: string): boolean;
  /** The types of the speakers' acts on the same line, those denied left out. */
  actsBeside(): EventType[];
}

/** An event of a report, its actors as identities. */
export interface Act {
  readonly report: KeptReport;
  readonly event: Event;
  readonly id: string;
  readonly type: EventType;
  readonly status: Event["status"];
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly saidBy: string | null;
  readonly day: string | null;
  readonly dated: boolean;
}

/** A sum of a report, its actors as identities. */
export interface Paid {
  readonly report: KeptReport;
  readonly sum: Money;
  readonly from: string | null;
  readonly to: string | null;
  readonly amount: number;
  readonly amountTo: number | null;
  readonly currency: string;
  readonly status: Money["status"];
  /** The lexicon's topics in its words. */
  readonly topics: readonly string[];
  hasWords(phrase: string): boolean;
  /** The stems of what it is for; null where nothing is told. */
  readonly purpose: ReadonlySet<string> | null;
}

/** The statements of a report. */
export function saidIn(report: KeptReport, identities: Identities): Said[] {
  const id = (name: string): string => identities.of(report.id, name);
  return report.record.statements.map((statement): Said => {
    const speakers = [statement.speaker].flat().map(id);
    return {
      report,
      statement,
      speakers,
      names: [statement.speaker].flat(),
      via: statement.via === null ? null : id(statement.via),
      to: statement.addressee.map(id),
      ...dayOf(statement.date, report.published),
      hedged: statement.hedged,
      line: statement.line,
      from: statement.evidence[0]?.from ?? 0,
      get topics() {
        return lexiconTopicsOf(statement).map(({ topic }) => topic);
      },
      get inWords() {
        const { polarity, strength, because } = stanceInWords(statement);
        return { polarity, strength, because: because.length };
      },
      hasWords: (phrase) => entryHasWords(statement, phrase),
      actsBeside: () =>
        report.record.events
          .filter(({ line, status }) => line === statement.line && status !== "negated")
          .filter(({ actors }) => actors.some((name) => speakers.includes(id(name))))
          .map(({ type }) => type),
    };
  });
}

/** The acts of a report. */
export function actsIn(report: KeptReport, identities: Identities): Act[] {
  const id = (name: string): string => identities.of(report.id, name);
  return report.record.events.map((event) => ({
    report,
    event,
    id: event.id,
    type: event.type,
    status: event.status,
    actors: event.actors.map(id),
    recipients: event.recipients.map(id),
    saidBy: event.said_by === null ? null : id(event.said_by),
    ...dayOf(event.date, report.published),
  }));
}

/** The sums of a report. */
export function paidIn(report: KeptReport, identities: Identities): Paid[] {
  const id = (name: string | null): string | null => (name === null ? null : identities.of(report.id, name));
  return report.record.money.map((sum) => ({
    report,
    sum,
    from: id(sum.from),
    to: id(sum.to),
    amount: sum.amount,
    amountTo: sum.amount_to ?? null,
    currency: sum.currency,
    status: sum.status,
    get topics() {
      return lexiconTopicsOf(sum).map(({ topic }) => topic);
    },
    hasWords: (phrase) => entryHasWords(sum, phrase),
    get purpose() {
      return sum.purpose === null ? null : stemsOfPurpose(sum);
    },
  }));
}
