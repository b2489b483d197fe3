import type { ActorSummary } from "../../data/types.ts";

export const ACTOR_KINDS: Readonly<Record<ActorSummary["kind"], string>> = {
  person: "Person",
  state: "State",
  organisation: "Organisation",
  group: "Group",
  official: "Official",
};

export const isKind = (value: string | undefined): value is ActorSummary["kind"] =>
  value !== undefined && value in ACTOR_KINDS;
