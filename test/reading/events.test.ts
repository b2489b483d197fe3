import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readReport } from "../../src/reading/read.ts";

interface Wanted {
  readonly type: string;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly status?: string;
  readonly said_by?: string | null;
  readonly trigger?: string;
}

interface Case {
  readonly text: string;
  readonly published?: string;
  readonly events?: readonly Wanted[];
  readonly nothing?: true;
}

const cases = parse(readFileSync(new URL("../cases/events.yaml", import.meta.url), "utf8")) as Case[];

/** Only the fields that the case tells, lists in one order. */
const shape = (event: Wanted, like: Wanted): Wanted => ({
  type: event.type,
  actors: [...event.actors].sort(),
  recipients: [...event.recipients].sort(),
  ...(like.status !== undefined && { status: event.status }),
  ...(like.said_by !== undefined && { said_by: event.said_by }),
  ...(like.trigger !== undefined && { trigger: event.trigger }),
});

describe("readEvents", () => {
  it("has a case for every mechanism", () => expect(cases.length).toBeGreaterThanOrEqual(60));

  it.each(cases.map((c) => [c.text, c] as const))("%s", (text, { published = "2024-05-17", events = [], nothing }) => {
    const { events: found } = readReport(text, { published });
    if (nothing) expect(found.map((e) => `${e.type} ${e.trigger}`)).toEqual([]);
    for (const wanted of events) expect(found.map((e) => shape(e, wanted))).toContainEqual(shape(wanted, wanted));
  });

  it("gives each record once, with its trigger in the text and its line", () => {
    for (const { text, published = "2024-05-17" } of cases) {
      const { events } = readReport(text, { published });
      const keys = events.map((e) => JSON.stringify([e.type, e.actors, e.recipients, e.trigger, e.line]));
      expect(new Set(keys).size).toBe(keys.length);
      for (const e of events) expect(text.split("\n").slice(e.line).join("\n")).toContain(e.trigger);
    }
  });
});
