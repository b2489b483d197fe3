import * as z from "zod";
import { upcoming } from "../../desk/questions/index.ts";
import { calendarOf } from "../calendar.ts";
import { asQuery } from "../query.ts";
import { createRoute, router } from "../router.ts";
import type { Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/calendar.ics",
  tags: ["summaries"],
  summary: "planned and possible contacts as iCalendar, to subscribe to",
  request: { query: asQuery(upcoming.input) },
  responses: { 200: { description: "the calendar", content: { "text/calendar": { schema: z.string() } } } },
});

/** What is coming, for calendars. */
export const calendarRoutes = ({ ask }: Services) =>
  router().openapi(route, async (c) => {
    const calendar = calendarOf(await ask(upcoming, c.req.valid("query")));
    return c.body(calendar, 200, { "Content-Type": "text/calendar; charset=utf-8" });
  });
