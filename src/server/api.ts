import { router } from "./router.ts";
import { actorRoutes } from "./routes/actors.ts";
import { addingRoutes } from "./routes/adding.ts";
import { calendarRoutes } from "./routes/calendar.ts";
import { changeRoutes } from "./routes/changes.ts";
import { docsRoutes } from "./routes/docs.ts";
import { encounterRoutes } from "./routes/encounters.ts";
import { entryRoutes } from "./routes/entries.ts";
import { eventRoutes } from "./routes/events.ts";
import { feedRoutes } from "./routes/feeds.ts";
import { infoRoutes } from "./routes/info.ts";
import { networkRoutes } from "./routes/network.ts";
import { questionRoutes } from "./routes/questions.ts";
import { reportRoutes } from "./routes/reports.ts";
import { topicRoutes } from "./routes/topics.ts";
import type { Services } from "./services.ts";

/** All routes under /api. */
export function makeApi(services: Services) {
  const api = router()
    .route("/", infoRoutes(services))
    .route("/", addingRoutes(services))
    .route("/", feedRoutes(services))
    .route("/", reportRoutes(services))
    .route("/", entryRoutes(services))
    .route("/", changeRoutes(services))
    .route("/", actorRoutes(services))
    .route("/", encounterRoutes(services))
    .route("/", questionRoutes(services))
    .route("/", networkRoutes(services))
    .route("/", topicRoutes(services))
    .route("/", calendarRoutes(services))
    .route("/", eventRoutes(services));
  api.route(
    "/",
    docsRoutes(() => api),
  );
  return api;
}

/** The type of the API, for typed clients. */
export type Api = ReturnType<typeof makeApi>;
