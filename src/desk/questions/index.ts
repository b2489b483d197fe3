import { ask } from "../ask/ask.ts";
import { brief } from "../brief/brief.ts";
import { today } from "../today/today.ts";
import { check } from "./check.ts";
import { find } from "./find.ts";
import { last } from "./last.ts";
import { log } from "./log.ts";
import { positions } from "./positions.ts";
import type { Question } from "./question.ts";
import { relation } from "./relation.ts";
import { said } from "./said.ts";
import { sums } from "./sums.ts";
import { upcoming } from "./upcoming.ts";
import { why } from "./why.ts";

export type { Act, Desk, Paid, Reach, Said } from "./desk.ts";
export { makeDesk } from "./desk.ts";
export type { Question } from "./question.ts";
export { ActorError, type Who, whoIs } from "./who.ts";
export { ask, brief, check, find, last, log, positions, relation, said, sums, today, upcoming, why };

/** Every question that can be asked of a desk, in the order of the docs. */
export const questions: readonly Question[] = [
  last,
  log,
  upcoming,
  today,
  positions,
  said,
  sums,
  relation,
  check,
  find,
  why,
  ask,
  brief,
] as readonly unknown[] as readonly Question[];
