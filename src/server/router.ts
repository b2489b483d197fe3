import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import type * as z from "zod";
import { invalid } from "./problem.ts";

export { createRoute };

/** A router whose refused values become problems. */
export const router = (): OpenAPIHono =>
  new OpenAPIHono({
    defaultHook(result) {
      if (!result.success) throw invalid(result.error, result.target);
    },
  });

/** An answer of JSON, for a route's `responses`. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** A body of JSON, for a route's `request`. */
export const jsonBody = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { "application/json": { schema } },
});
