import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod";
import { ActorError } from "../desk/questions/who.ts";
import { FetchError, InputError, StoreError, UsageError } from "../record/errors.ts";

/** What is wrong with a request, or went wrong with it (RFC 9457). */
export const Problem = z.object({
  type: z.string().describe("which kind of problem: a place in /api/docs"),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("what is wrong here and what to do, in plain words"),
  errors: z
    .array(z.object({ where: z.string().describe("query, body, param or header, and the field"), detail: z.string() }))
    .optional()
    .describe("each value that was refused"),
  candidates: z.array(z.string()).optional().describe("ids of the actors that a name may mean"),
});
export type Problem = z.infer<typeof Problem>;

/** The kinds of problems, with their status and title; the docs page explains them. */
export const PROBLEMS = {
  "bad-request": [400, "The request cannot be read"],
  "invalid-values": [400, "Some values are not as they must be"],
  unauthorised: [401, "A token is needed"],
  "wrong-origin": [403, "The request comes from another site"],
  "not-found": [404, "There is no such thing"],
  "not-allowed": [405, "That cannot be done here"],
  "too-large": [413, "It is too large"],
  "wrong-type": [415, "The body is of a type that is not read here"],
  "wrong-host": [421, "The request is for another host"],
  unreadable: [422, "It cannot be read as a report"],
  address: [422, "The address cannot be read"],
  refused: [422, "The change or question makes no sense"],
  "actor-unknown": [422, "Nobody is called so in the record"],
  "actor-ambiguous": [422, "Several actors are called so"],
  "too-many": [429, "There are too many at once"],
  internal: [500, "A defect in Chancery"],
  store: [503, "The store cannot do it"],
  "too-slow": [504, "It took too long"],
} as const satisfies { readonly [kind: string]: readonly [number, string] };
export type ProblemKind = keyof typeof PROBLEMS;

/** An error that a handler throws to answer with a problem. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly problem: Problem;

  constructor(kind: ProblemKind, detail: string, more: Pick<Problem, "errors" | "candidates"> = {}) {
    super(detail);
    const [status, title] = PROBLEMS[kind];
    this.problem = { type: `/api/docs#${kind}`, title, status, detail, ...more };
  }
}

/** The problem that an error stands for. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof HTTPException) return new ProblemError(kindOf(error.status), httpDetail(error)).problem;
  if (error instanceof ActorError) {
    const kind = error.reason === "unknown" ? "actor-unknown" : "actor-ambiguous";
    return new ProblemError(kind, error.message, { candidates: error.candidates.slice(0, 20) }).problem;
  }
  if (error instanceof z.ZodError) return invalid(error, "body").problem;
  if (error instanceof UsageError) return new ProblemError("refused", error.message).problem;
  if (error instanceof InputError) return new ProblemError("unreadable", error.message).problem;
  if (error instanceof FetchError) return new ProblemError("address", error.message).problem;
  // Only what the database itself could not do has a cause; the rest is about the request.
  if (error instanceof StoreError)
    return new ProblemError(error.cause === undefined ? "refused" : "store", error.message).problem;
  return new ProblemError("internal", "The server's log says more; please report it.").problem;
}

/** The values of a request that its schema refused. */
export function invalid(error: z.ZodError, target: string): ProblemError {
  const errors = error.issues.slice(0, 20).map(({ path, message }) => ({
    where: [target, ...path.map(String)].join("."),
    detail: message,
  }));
  const detail = errors.map((one) => `${one.where}: ${one.detail}`).join("; ");
  return new ProblemError("invalid-values", detail, { errors });
}

/** Answers with a problem as application/problem+json. */
export function answerProblem(c: Context, problem: Problem): Response {
  if (problem.status === 401) c.header("WWW-Authenticate", 'Bearer realm="Chancery"');
  return c.json(problem, problem.status as ContentfulStatusCode, { "Content-Type": "application/problem+json" });
}

const kindOf = (status: number): ProblemKind =>
  (Object.keys(PROBLEMS) as ProblemKind[]).find((kind) => PROBLEMS[kind][0] === status) ??
  (status < 500 ? "bad-request" : "internal");

const httpDetail = ({ message, status }: HTTPException): string =>
  message || (status === 504 ? "Ask for less, or try again." : "The request cannot be read.");
