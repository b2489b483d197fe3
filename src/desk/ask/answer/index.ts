import type { Desk } from "../../questions/desk.ts";
import type { Query } from "../query.ts";
import { answerClaim, answerDepends, answerLast, answerLog, answerUpcoming } from "./contacts.ts";
import { answerActs, answerPositions, answerRelation, answerSaid, answerSpokesmen } from "./sayings.ts";
import { answerFind, answerSums } from "./sums.ts";
import type { Told } from "./told.ts";

/** Answers a typed query from a desk. Throws ActorError where a name is of nobody in the record, or of several. */
export async function answerQuery(desk: Desk, query: Query, today: string | null): Promise<Told> {
  switch (query.ask) {
    case "last":
      return answerLast(desk, query, today);
    case "log":
      return answerLog(desk, query);
    case "upcoming":
      return answerUpcoming(desk, query, today);
    case "claim":
      return answerClaim(desk, query);
    case "depends":
      return answerDepends(desk, query);
    case "positions":
      return answerPositions(desk, query);
    case "said":
      return answerSaid(desk, query);
    case "spokesmen":
      return answerSpokesmen(desk, query);
    case "sums":
      return answerSums(desk, query);
    case "relation":
      return answerRelation(desk, query);
    case "acts":
      return answerActs(desk, query);
    case "find":
      return answerFind(desk, query);
  }
}
