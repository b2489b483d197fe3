export { type Answered, ask, deskOf } from "./desk.ts";
export { encounters, mergeInto } from "./encounters.ts";
export { identities } from "./identities.ts";
export * as questions from "./questions/index.ts";
export { type Desk, makeDesk } from "./questions/index.ts";
export type * from "./types.ts";
