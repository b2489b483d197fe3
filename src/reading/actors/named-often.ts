import type { Mention } from "../mentions/types.ts";

/** How often each state is named or gives a person's office its country. */
export function statesNamed(mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (iso3: string): void => void counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
  for (const m of mentions) {
    const state = m.is === "named" ? m.meanings.find((v) => v.is === "state") : undefined;
    if (state?.is === "state") count(state.state.iso3);
    if (m.is === "person") for (const c of m.tie.countries) count(c);
  }
  return counts;
}

/** The armed forces named, by their state: "the army" later in the text is that one. */
export function forcesNamed(mentions: readonly Mention[]): Map<string, string> {
  const forces = new Map<string, string>();
  for (const m of mentions) {
    const named = m.is === "named" ? m.meanings.find((v) => v.is === "body") : undefined;
    if (named?.is !== "body") continue;
    const { country, sector, name } = named.body;
    if (country && sector === "MIL" && /forces|army|military/i.test(name)) forces.set(country, name);
  }
  return forces;
}
