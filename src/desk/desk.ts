import type * as z from "zod";
import { StoreError } from "../record/errors.ts";
import type { Store, StoreMark } from "../store/index.ts";
import { build, reportsNow, storeLibrary } from "./build.ts";
import { citationsIn, placeCitations } from "./cite.ts";
import { besides, explain } from "./explain.ts";
import { type Desk, makeDesk } from "./questions/desk.ts";
import type { Question } from "./questions/question.ts";
import { type Kept, keepSnapshot, readSnapshot } from "./snapshot/snapshot.ts";
import type { Encounter, Verdict } from "./types.ts";
import { updatedDesk } from "./update.ts";

/** An answer with the texts of the reports that it cites, by their ids. */
export interface Answered<Answer> {
  readonly answer: Answer;
  readonly texts: ReadonlyMap<string, string>;
}

const cache = new WeakMap<Store, { readonly stamp: string; readonly desk: Promise<Desk> }>();

/** The desk over a store: its reports with people's corrections, who is who in them, and their encounters. Kept until the store changes. */
export async function deskOf(store: Store): Promise<Desk> {
  const stamp = await store.version();
  const known = cache.get(store);
  if (known?.stamp === stamp) return known.desk;
  const desk = openDesk(store);
  cache.set(store, { stamp, desk });
  desk.catch(() => cache.delete(store));
  return desk;
}

/** A change of so large a share of the reports is no less work than all of them. */
const SHARE = 0.2;
/** So many changes are worth keeping; fewer are worked out at each opening until more come. */
const WORTH_KEEPING = 100;
/** A store with fewer reports is opened as quickly without what was derived before. */
const LEAST = 50;

/**
 * The desk over a store as it now is: from what was kept of one, brought up to date, or else made anew; then kept where
 * the store has so many readings at least.
 */
export async function openDesk(store: Store, least = LEAST): Promise<Desk> {
  const mark = await store.mark();
  const kept = mark.readings >= least ? await readSnapshot(store) : null;
  const changed = kept && (await store.changedSince(kept.mark));
  if (kept && changed && !changed.naming && changed.reports.length <= LEAST + SHARE * kept.reports.length) {
    const desk = updatedDesk(deskFrom(store, kept), await reportsNow(store, changed.reports));
    if (changed.reports.length >= WORTH_KEEPING) await keep(store, desk, mark, kept);
    return desk;
  }
  const desk = await build(store);
  if (mark.readings < least) return desk;
  await keep(store, desk, mark);
  // As it was kept it takes less memory, and knows what statements are about.
  const made = await readSnapshot(store);
  return made && JSON.stringify(made.mark) === JSON.stringify(mark) ? deskFrom(store, made) : desk;
}

function deskFrom(store: Store, { reports, identities, encounters }: Kept): Desk {
  const verdicts = (one: Encounter): Verdict[] => explain(one, besides(one, encounters));
  return makeDesk({ reports, identities, encounters, library: storeLibrary(store), verdicts });
}

/** Keeps what was derived, if the store has not changed meanwhile. Where it cannot be written, it is derived again next time. */
async function keep(store: Store, desk: Desk, mark: StoreMark, before?: Kept): Promise<void> {
  try {
    if (JSON.stringify(await store.mark()) === JSON.stringify(mark)) await keepSnapshot(store, desk, mark, before);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

/** Asks a question of a store. Input is checked by the question's own schema, which throws a ZodError. */
export async function ask<Input extends z.ZodType, Output extends z.ZodType>(
  store: Store,
  question: Question<Input, Output>,
  input: z.input<Input>,
): Promise<Answered<z.output<Output>>> {
  const desk = await deskOf(store);
  const answer = await question.answer(desk, question.input.parse(input));
  const all = citationsIn(answer);
  const texts = await store.texts([...new Set(all.map(({ report }) => report))]);
  placeCitations(all, texts);
  return { answer, texts };
}
