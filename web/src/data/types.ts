import type { InferResponseType } from "hono/client";
import type { api } from "./api.ts";

/** The forms of the API's answers, out of the routes themselves. */
type Client = typeof api;

export type Report = InferResponseType<Client["reports"][":id"]["$get"], 200>;
export type ReportSummary = InferResponseType<Client["reports"]["$get"], 200>["items"][number];
export type CurrentEntry = Report["entries"][number];
export type EntryType = CurrentEntry["type"];
export type Layer = InferResponseType<Client["changes"]["$get"], 200>["items"][number];
export type Actor = InferResponseType<Client["actors"][":id"]["$get"], 200>;
export type EncounterList = InferResponseType<Client["encounters"]["$get"], 200>;
export type Encounter = EncounterList["items"][number];
export type ActorRef = Encounter["parties"][number];
export type Cited = Encounter["evidence"][number];
export type Status = Encounter["status"];
export type ContactKind = Encounter["kind"];
export type Medium = NonNullable<Encounter["medium"]>;
export type Coming = InferResponseType<Client["questions"]["upcoming"]["$get"], 200>;
export type Relation = InferResponseType<Client["questions"]["relation"]["$get"], 200>;
export type Positions = InferResponseType<Client["questions"]["positions"]["$get"], 200>;
export type AskAnswer = InferResponseType<Client["questions"]["ask"]["$get"], 200>;
export type Network = InferResponseType<Client["network"]["$get"], 200>;
export type EncounterDetail = InferResponseType<Client["encounters"][":id"]["$get"], 200>;
export type ActorPage = InferResponseType<Client["actors"]["$get"], 200>;
export type ActorSummary = ActorPage["items"][number];
export type Brief = InferResponseType<Client["questions"]["brief"]["$get"], 200>;
export type TodayAnswer = InferResponseType<Client["questions"]["today"]["$get"], 200>;
