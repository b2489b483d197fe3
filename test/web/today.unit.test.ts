import { describe, expect, it } from "vitest";
import type { TodayAnswer } from "../../web/src/data/types.ts";
import { frontOf } from "../../web/src/views/today/front.ts";
import { latestIn, monthBefore } from "../../web/src/views/today/latest.ts";

const contact = (id: string, status: string) => ({ id, status });
const moved = (id: string, topic: string, before: boolean) => ({
  actor: { id },
  topic,
  change: { kind: "x", before: before ? {} : null, after: { statement: { report: "r", entry: "s1" } } },
});
const claim = (verdict: string) => ({ claim: { verdict } });

const answer = (parts: object): TodayAnswer =>
  ({ turned: [], moved: [], claims: [], contradictions: [], new_contacts: [], ...parts }) as unknown as TodayAnswer;

describe("the front page", () => {
  it("leads with what turned, then tells what moved, was contradicted, is disputed, and is supported", () => {
    const { lead, items } = frontOf(
      answer({
        turned: [{}],
        moved: [moved("A", "trade", true), moved("A", "ceasefire", false)],
        claims: [claim("supported"), claim("contradicted"), claim("unknown")],
        contradictions: [{}],
        new_contacts: [contact("x1", "held")],
      }),
    );
    expect(lead?.is).toBe("turned");
    expect(items.map(({ is }) => is)).toEqual(["moved", "claim", "disputed", "claim"]);
    expect(items.flatMap((item) => (item.is === "claim" ? item.of.claim.verdict : []))).toEqual([
      "contradicted",
      "supported",
    ]);
  });

  it("leads with a new contact that was held where nothing turned or moved, and does not tell it twice", () => {
    const { lead, contacts } = frontOf(answer({ new_contacts: [contact("x1", "planned"), contact("x2", "held")] }));
    expect(lead).toMatchObject({ is: "contact", of: { id: "x2" } });
    expect(contacts.map(({ id }) => id)).toEqual(["x1"]);
  });

  it("has no lead where nothing is new", () => {
    expect(frontOf(answer({})).lead).toBeNull();
  });

  it("puts the topics of one first statement together", () => {
    const { first } = frontOf(
      answer({ moved: [moved("A", "trade", false), moved("A", "border", false), moved("B", "trade", false)] }),
    );
    expect(first.map(({ topics }) => topics)).toEqual([["trade", "border"], ["trade"]]);
  });

  it("takes seven days unless the address says otherwise, and counts thirty with the last", () => {
    expect(latestIn(undefined)).toBe("week");
    expect(latestIn("month")).toBe("month");
    expect(latestIn("never")).toBe("week");
    expect(monthBefore("2027-12-17")).toBe("2027-11-18");
  });
});
