import type { Record } from "../../record/schema.ts";
import { dayOf } from "../questions/day-of.ts";
import { stanceInWords } from "../questions/stance.ts";
import { lexiconTopicsOf, stemsOf, stemsOfPurpose } from "../topics.ts";
import { Growing, GrowingStretches, type Stretches, stretchAt, Texts } from "./columns.ts";

/*
 * What questions look at of every statement, act and sum, in columns: who, when, on what, and where it stands. So only
 * those that an answer shows are parsed. Texts are numbers of one list, in which names stand as the reports have them.
 */

export interface StatementColumns {
  /** Where each report's statements start, and after the last where they end. */
  readonly start: Uint32Array;
  readonly day: Uint32Array;
  readonly dated: Uint32Array;
  readonly hedged: Uint32Array;
  readonly line: Uint32Array;
  /** Where its first evidence starts in the text. */
  readonly from: Uint32Array;
  readonly speakers: Stretches;
  /** None or one. */
  readonly via: Stretches;
  readonly to: Stretches;
  /** The lexicon's topics. */
  readonly topics: Stretches;
  /** The stems of its words, each once. */
  readonly words: Stretches;
  /** What its words say of its stance: polarity with one added, strength, and how many words say so. */
  readonly polarity: Uint32Array;
  readonly strength: Uint32Array;
  readonly because: Uint32Array;
}

export interface ActColumns {
  readonly start: Uint32Array;
  readonly id: Uint32Array;
  readonly day: Uint32Array;
  readonly dated: Uint32Array;
  readonly line: Uint32Array;
  readonly type: Uint32Array;
  readonly status: Uint32Array;
  readonly actors: Stretches;
  readonly recipients: Stretches;
  readonly saidBy: Stretches;
}

export interface SumColumns {
  readonly start: Uint32Array;
  readonly amount: Float64Array;
  /** What the amount reaches to; no number where it is one. */
  readonly amountTo: Float64Array;
  readonly currency: Uint32Array;
  readonly status: Uint32Array;
  readonly from: Stretches;
  readonly to: Stretches;
  readonly topics: Stretches;
  readonly words: Stretches;
  /** The stems of its purpose; `purposed` is 1 where it has one. */
  readonly purpose: Stretches;
  readonly purposed: Uint32Array;
}

export interface EntryColumns {
  readonly texts: readonly (string | null)[];
  readonly statements: StatementColumns;
  readonly acts: ActColumns;
  readonly sums: SumColumns;
}

/** Columns that are written report by report. What stood in columns before is taken from them. */
export class EntryColumnsWriter {
  readonly #texts: Texts;
  readonly #before: EntryColumns | undefined;
  readonly #statements = new Table(STATEMENT_NUMBERS, STATEMENT_LISTS);
  readonly #acts = new Table(ACT_NUMBERS, ACT_LISTS);
  readonly #sums = new Table(SUM_NUMBERS, SUM_LISTS);
  readonly #amounts: number[] = [];
  readonly #amountsTo: number[] = [];

  constructor(before?: EntryColumns) {
    this.#before = before;
    this.#texts = new Texts(before?.texts);
  }

  /** Takes a report's entries from the row of the columns before. */
  copy(row: number): void {
    const { statements, acts, sums } = this.#before!;
    this.#statements.copy(statements, row);
    this.#acts.copy(acts, row);
    for (let at = sums.start[row]!; at < sums.start[row + 1]!; at++) {
      this.#amounts.push(sums.amount[at]!);
      this.#amountsTo.push(sums.amountTo[at]!);
    }
    this.#sums.copy(sums, row);
  }

  add({ statements, events, money }: Record, published: string | null): void {
    const text = (value: string | null): number => this.#texts.at(value);
    const texts = (values: Iterable<string | null>): number[] =>
      [...values].flatMap((value) => (value === null ? [] : text(value)));
    this.#statements.begin();
    for (const one of statements) {
      const { day, dated } = dayOf(one.date, published);
      const { polarity, strength, because } = stanceInWords(one);
      this.#statements.put(
        {
          day: text(day),
          dated: Number(dated),
          hedged: Number(one.hedged),
          line: one.line,
          from: one.evidence[0]?.from ?? 0,
          polarity: polarity + 1,
          strength,
          because: because.length,
        },
        {
          speakers: texts([one.speaker].flat()),
          via: texts([one.via]),
          to: texts(one.addressee),
          topics: texts(lexiconTopicsOf(one).map(({ topic }) => topic)),
          words: texts(stemsOf(one)),
        },
      );
    }
    this.#acts.begin();
    for (const one of events) {
      const { day, dated } = dayOf(one.date, published);
      const { id, line, type, status } = one;
      this.#acts.put(
        { id: text(id), day: text(day), dated: Number(dated), line, type: text(type), status: text(status) },
        { actors: texts(one.actors), recipients: texts(one.recipients), saidBy: texts([one.said_by]) },
      );
    }
    this.#sums.begin();
    for (const one of money) {
      this.#amounts.push(one.amount);
      this.#amountsTo.push(one.amount_to ?? Number.NaN);
      this.#sums.put(
        { currency: text(one.currency), status: text(one.status), purposed: Number(one.purpose !== null) },
        {
          from: texts([one.from]),
          to: texts([one.to]),
          topics: texts(lexiconTopicsOf(one).map(({ topic }) => topic)),
          words: texts(stemsOf(one)),
          purpose: texts(stemsOfPurpose(one)),
        },
      );
    }
  }

  get all(): EntryColumns {
    return {
      texts: this.#texts.all,
      statements: this.#statements.all,
      acts: this.#acts.all,
      sums: {
        ...this.#sums.all,
        amount: Float64Array.from(this.#amounts),
        amountTo: Float64Array.from(this.#amountsTo),
      },
    };
  }
}

const STATEMENT_NUMBERS = ["day", "dated", "hedged", "line", "from", "polarity", "strength", "because"] as const;
const STATEMENT_LISTS = ["speakers", "via", "to", "topics", "words"] as const;
const ACT_NUMBERS = ["id", "day", "dated", "line", "type", "status"] as const;
const ACT_LISTS = ["actors", "recipients", "saidBy"] as const;
const SUM_NUMBERS = ["currency", "status", "purposed"] as const;
const SUM_LISTS = ["from", "to", "topics", "words", "purpose"] as const;

type Whole<N extends string, L extends string> = { readonly start: Uint32Array } & {
  readonly [name in N]: Uint32Array;
} & { readonly [name in L]: Stretches };

/** The columns of one kind of entry, as they grow. */
class Table<N extends string, L extends string> {
  readonly #start = new Growing();
  readonly #numbers: readonly (readonly [N, Growing])[];
  readonly #lists: readonly (readonly [L, GrowingStretches])[];
  #size = 0;

  constructor(numbers: readonly N[], lists: readonly L[]) {
    this.#numbers = numbers.map((name) => [name, new Growing()]);
    this.#lists = lists.map((name) => [name, new GrowingStretches()]);
  }

  /** The next report's entries start here. */
  begin(): void {
    this.#start.push(this.#size);
  }

  put(numbers: { readonly [name in N]: number }, lists: { readonly [name in L]: readonly number[] }): void {
    for (const [name, column] of this.#numbers) column.push(numbers[name]);
    for (const [name, column] of this.#lists) column.push(lists[name]);
    this.#size += 1;
  }

  copy(before: Whole<N, L>, row: number): void {
    this.begin();
    for (let at = before.start[row]!; at < before.start[row + 1]!; at++) {
      for (const [name, column] of this.#numbers) column.push((before[name] as Uint32Array)[at]!);
      for (const [name, column] of this.#lists) column.push(stretchAt(before[name] as Stretches, at));
      this.#size += 1;
    }
  }

  get all(): Whole<N, L> {
    const start = new Growing();
    for (const at of this.#start.all) start.push(at);
    start.push(this.#size);
    return {
      start: start.all,
      ...Object.fromEntries([...this.#numbers, ...this.#lists].map(([name, column]) => [name, column.all])),
    } as Whole<N, L>;
  }
}
