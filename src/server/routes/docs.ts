import type { OpenAPIHono } from "@hono/zod-openapi";
import { Hono } from "hono";
import { docsPage, docsStyle } from "../docs-page.ts";
import { openApiDocument } from "../openapi.ts";

/** The API's own documentation: the OpenAPI document, and a page made from it. */
export function docsRoutes(api: () => OpenAPIHono): Hono {
  let made: ReturnType<typeof openApiDocument> | undefined;
  const document = () => {
    made ??= openApiDocument(api());
    return made;
  };
  return new Hono()
    .get("/openapi.json", (c) => c.json(document()))
    .get("/docs", (c) => c.html(docsPage(document())))
    .get("/docs/style.css", (c) => c.body(docsStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
}
