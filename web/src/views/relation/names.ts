import type { ActorRef } from "../../data/types.ts";

/** The word by which statements name somebody: a person's surname; states and bodies as they are. */
export function surnameOf({ name, kind }: ActorRef): string {
  const bare = name.replace(/\s*\([^)]*\)$/, "");
  return kind === "person" ? (bare.split(" ").at(-1) ?? bare) : bare;
}
