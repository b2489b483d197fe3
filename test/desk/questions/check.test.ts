import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../src/desk/questions/claims.ts";
import { check } from "../../../src/desk/questions/index.ts";
import { rulesReader } from "../../../src/readers/rules.ts";
import type { Report } from "../../../src/source/report.ts";
import { call2024, deskOf, MACRON, type Made, moscow2022, PUTIN, video2025 } from "./records.ts";

/** The seed report's claim in words of our own, and the seed report itself where it is at hand. */
const OWN = new URL("claim-report.txt", import.meta.url);
const SHARED = new URL("../../../../shared/gold/seed/seed.txt", import.meta.url);
const SEEDS = [OWN, ...(existsSync(SHARED) ? [SHARED] : [])].map(
  (file) => [file.pathname, readFileSync(file, "utf8")] as const,
);

/** What the desk says of a report's claims, the report read as Chancery reads it. */
async function checked(text: string, published: string | null, ...made: readonly Made[]) {
  const report: Report = { text, published, title: null, publisher: null, address: null, kind: "text", notes: [] };
  const { claims } = await check.answer(deskOf(...made), {
    text,
    published,
    title: null,
    record: rulesReader.read(report),
  });
  return claims;
}

const between = (kind: "meeting" | "video" | "call", date: string | null, published = date): Made => ({
  id: `${kind} ${date} ${published}`,
  text: `Macron and Putin held a ${kind}, it was reported on ${published}.`,
  published,
  contacts: [{ kind, parties: [MACRON, PUTIN], quote: kind, date }],
});

describe.each(SEEDS)("the seed report's own claims: %s", (_, SEED) => {
  const first = async (...made: readonly Made[]) =>
    (await checked(SEED, "2025-12-21", ...made)).find(({ kind }) => kind === "first-since")!;
  const lastTime = async (...made: readonly Made[]) =>
    (await checked(SEED, "2025-12-21", ...made)).find(({ kind }) => kind === "last-time")!;

  test("a meeting of February 2022 and no later one: supported, and the medium is said", async () => {
    const claim = await first(moscow2022);
    expect(claim.verdict).toBe("supported");
    expect(claim.support.map(({ date }) => date)).toEqual(["2022-02-07"]);
    expect(claim.occasion).toMatchObject({ medium: "video", days: { from: "2025-07-01" } });
    expect(claim.parties.map(({ actor }) => actor.id)).toEqual([MACRON, PUTIN]);
    expect(claim.reasons.join(" ")).toContain("The occasion itself was by video, not face to face");
  });

  test("a call of 2024 does not count as meeting: still supported, and the call is named", async () => {
    const claim = await first(moscow2022, call2024);
    expect(claim.verdict).toBe("supported");
    expect(claim.not_counted.map(({ kind }) => kind)).toEqual(["call"]);
  });

  test("a meeting or a video conference between is against it", async () => {
    expect(await first(moscow2022, between("meeting", "2023-06-01"))).toMatchObject({
      verdict: "contradicted",
      against: [{ date: "2023-06-01" }],
    });
    expect((await first(moscow2022, between("video", "2023-06-01"))).verdict).toBe("contradicted");
  });

  test("the occasion itself, told by another report, is not against it", async () => {
    expect((await first(moscow2022, video2025)).verdict).toBe("supported");
  });

  test("without the meeting of 2022 it is unknown; so it is where one without a date may lie between", async () => {
    expect((await first(call2024)).verdict).toBe("unknown");
    const open = await first(moscow2022, between("meeting", null, "2024-01-01"));
    expect(open).toMatchObject({ verdict: "unknown" });
    expect(open.open).toHaveLength(1);
  });

  test("a planned meeting between is no meeting", async () => {
    const planned = between("meeting", "2023-06-01", "2023-05-01");
    const made = { ...planned, contacts: planned.contacts!.map((one) => ({ ...one, status: "planned" as const })) };
    expect((await first(moscow2022, made)).verdict).toBe("supported");
  });

  test("the last time they spoke: a later call of any medium is against it, an earlier one is not", async () => {
    expect((await lastTime(moscow2022, call2024)).verdict).toBe("unknown");
    expect((await lastTime(video2025, call2024)).verdict).toBe("supported");
    expect(await lastTime(video2025, between("call", "2025-10-10"))).toMatchObject({
      verdict: "contradicted",
      against: [{ kind: "call" }],
    });
    expect((await lastTime(video2025, between("call", "2026-01-10"))).verdict).toBe("supported");
  });
});

describe("other claims", () => {
  const one = async (text: string, published: string, ...made: readonly Made[]) => {
    const claims = await checked(text, published, ...made);
    expect(claims, text).toHaveLength(1);
    return claims[0]!;
  };

  test("for the first time since a year", async () => {
    const text = "Emmanuel Macron met Vladimir Putin on 3 May 2025 for the first time since 2022.";
    expect(await one(text, "2025-05-04", moscow2022)).toMatchObject({ kind: "first-since", verdict: "supported" });
    expect((await one(text, "2025-05-04", moscow2022, between("meeting", "2024-02-02"))).verdict).toBe("contradicted");
    expect((await one(text, "2025-05-04", moscow2022, call2024)).verdict).toBe("supported");
  });

  test("the second meeting this year", async () => {
    const text = "Emmanuel Macron met Vladimir Putin on 3 May 2025, their second meeting this year.";
    expect(await one(text, "2025-05-04", between("meeting", "2025-02-01"))).toMatchObject({
      kind: "nth",
      verdict: "supported",
    });
    expect((await one(text, "2025-05-04", between("meeting", "2024-02-01"))).verdict).toBe("unknown");
    const many = [between("meeting", "2025-02-01"), between("meeting", "2025-03-01")];
    expect((await one(text, "2025-05-04", ...many)).verdict).toBe("contradicted");
  });

  test("have never met: a meeting is against it, a call is not, and nothing supports it", async () => {
    const text = "Emmanuel Macron and Vladimir Putin have never met.";
    expect(await one(text, "2025-05-04", moscow2022)).toMatchObject({ kind: "never", verdict: "contradicted" });
    expect((await one(text, "2025-05-04", call2024)).verdict).toBe("unknown");
  });

  test("they: those named last before", async () => {
    const text = "Emmanuel Macron will receive a letter from Vladimir Putin. They have never met face to face.";
    expect((await checked(text, "2025-05-04", moscow2022)).map(({ verdict }) => verdict)).toEqual(["contradicted"]);
  });

  test("have not spoken since", async () => {
    const text = "Emmanuel Macron and Vladimir Putin have not spoken since February 2022.";
    expect(await one(text, "2025-05-04", moscow2022)).toMatchObject({ kind: "not-since", verdict: "supported" });
    expect((await one(text, "2025-05-04", moscow2022, call2024)).verdict).toBe("contradicted");
  });

  test("the first in three years", async () => {
    const text = "Emmanuel Macron met Vladimir Putin on 3 May 2025, the first meeting in three years.";
    expect(await one(text, "2025-05-04", moscow2022)).toMatchObject({ kind: "first-in", verdict: "supported" });
    expect((await one(text, "2025-05-04", moscow2022, between("meeting", "2024-02-02"))).verdict).toBe("contradicted");
  });

  test("the report's own entries do not bear it out where the store has it already", async () => {
    const text = "Emmanuel Macron and Vladimir Putin have never met.";
    expect(await checked("Emmanuel Macron met Vladimir Putin on Monday.", "2025-05-04", moscow2022)).toEqual([]);
    expect((await checked(text, "2025-05-04")).map(({ verdict }) => verdict)).toEqual(["unknown"]);
  });
});

describe("finding claims", () => {
  test.each([
    ["It was the first visit by a French president since 2019.", "first-since", "visits"],
    ["They last spoke in June.", "last-time", "conversations"],
    ["It is their third phone call in two weeks.", "nth", "phone calls"],
    ["The two have never met face to face.", "never", "meetings"],
    ["They had not met since the war began.", "not-since", "meetings"],
    ["The leaders met for the first time.", "first-ever", "meetings"],
    ["It was the first face-to-face meeting since 2020.", "first-since", "face-to-face meetings"],
  ])("%s", (text, kind, words) => {
    expect(claimsOf(text).map((claim) => [claim.kind, claim.counted.words])).toEqual([[kind, words]]);
  });

  test.each([
    "They met last week.",
    "The first lady met the second deputy minister.",
    "In the last video conference he took the lead.",
    "The first quarter was good.",
    "He won the second round of the election.",
    "",
  ])("none in: %s", (text) => {
    expect(claimsOf(text)).toEqual([]);
  });
});
