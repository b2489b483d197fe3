/** The questions that reading asks of a tree: first of its nodes, then of its clauses. */
export * from "./clauses.ts";
export * from "./nodes.ts";
