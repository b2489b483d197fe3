import type { InferResponseType } from "hono/client";
import type { api } from "../../data/api.ts";

export type NetworkAnswer = InferResponseType<(typeof api)["network"]["$get"], 200>;
export type NetworkNode = NetworkAnswer["nodes"][number];
export type NetworkLink = NetworkAnswer["links"][number];
