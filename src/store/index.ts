export type { DayRange } from "./days.ts";
export { daysOf } from "./days.ts";
export { type AnyEntry, type EntryType, type KeyedEntry, keyedEntries, reportId } from "./keys.ts";
export { type CurrentEntry, type Layer, type LayerBody, type Misfit, namesOf } from "./layers.ts";
export { type OpenOptions, openStore, storePlace } from "./open.ts";
export { type Part, partsOf, type Role } from "./rows.ts";
export type { Store } from "./store.ts";
export type * from "./types.ts";
export { type WordQuery, wordQuery } from "./words.ts";
