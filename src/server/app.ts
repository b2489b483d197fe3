import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { timeout } from "hono/timeout";
import { makeApi } from "./api.ts";
import { etags } from "./etag.ts";
import { checkGuard, hostGuard, originGuard, tokenGuard } from "./guard.ts";
import { securityHeaders } from "./headers.ts";
import { ANSWER_MS, BODY, MEGABYTE, READING_MS } from "./limits.ts";
import { answerProblem, ProblemError, problemOf } from "./problem.ts";
import type { Services } from "./services.ts";
import { webApp } from "./static.ts";

/** What reads reports may take longer, and its bodies have limits of their own. */
const READS = /^\/api\/(?:reports(?:\/(?:upload|fetch))?|questions\/check|feeds(?:\/(?:\d+\/)?read)?)$/;

/** The whole server as a function from request to answer: guards, the API, and the web app. */
export function createApp(services: Services): Hono {
  checkGuard(services.guard);
  const app = new Hono();
  app.use(securityHeaders());
  app.use(hostGuard(services.guard));
  app.use(
    "/api/*",
    originGuard(services.guard),
    tokenGuard(services.guard),
    limits(),
    etags(() => services.store.version()),
  );
  app.route("/api", makeApi(services));
  app.all("/api/*", (c) => {
    throw new ProblemError("not-found", `${c.req.method} ${c.req.path} is no part of the API; see /api/docs.`);
  });
  app.get("*", webApp(services.web));
  app.notFound((c) => answerProblem(c, new ProblemError("not-allowed", "Only GET is answered here.").problem));
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem.status >= 500) process.stderr.write(`chancery: ${c.req.method} ${c.req.path}: ${error.stack}\n`);
    return answerProblem(c, problem);
  });
  return app;
}

function limits() {
  const answer = timeout(ANSWER_MS);
  const reading = timeout(READING_MS);
  const body = bodyLimit({
    maxSize: BODY,
    onError() {
      throw new ProblemError("too-large", `The body may hold ${BODY / MEGABYTE} MB at most.`);
    },
  });
  return async (c: Parameters<typeof answer>[0], next: Parameters<typeof answer>[1]) => {
    if (c.req.method === "POST" && READS.test(c.req.path)) return reading(c, next);
    if (c.req.path === "/api/events") return next();
    return answer(c, async () => {
      await body(c, next);
    });
  };
}
