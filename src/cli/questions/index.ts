import type { Command } from "commander";
import { addCheck } from "./check.ts";
import { addFind } from "./find.ts";
import { addLast } from "./last.ts";
import { addLog } from "./log.ts";
import { addPositions } from "./positions.ts";
import { addRelation } from "./relation.ts";
import { addSaid } from "./said.ts";
import { addSums } from "./sums.ts";
import { addToday } from "./today.ts";
import { addUpcoming } from "./upcoming.ts";
import { addWhy } from "./why.ts";

/** The commands that put a question to the store. */
export function addQuestions(program: Command): void {
  addLast(program);
  addLog(program);
  addUpcoming(program);
  addToday(program);
  addPositions(program);
  addSaid(program);
  addSums(program);
  addRelation(program);
  addCheck(program);
  addFind(program);
  addWhy(program);
}
