import { describe, expect, it } from "vitest";
import { questions } from "../../src/desk/questions/index.ts";
import { served } from "./fixture.ts";

/** An address that asks each question. */
const ASKED: Readonly<Record<string, string>> = {
  last: "a=Ada+Lind&b=Boris+Vale",
  log: "actor=Ada+Lind&limit=1",
  upcoming: "today=2025-04-05",
  today: "reports=2&limit=5",
  positions: "a=Emmanuel+Macron",
  said: "a=Emmanuel+Macron&about=ceasefire",
  sums: "from=EU",
  relation: "a=EU&b=Russia",
  find: "words=ceasefire&limit=5",
  ask: "question=When+did+Macron+and+Putin+last+speak%3F",
  brief: "a=Ada+Lind&b=Boris+Vale&today=2025-06-01",
};

describe("questions", () => {
  it("can all be asked", async () => {
    const { get } = await served();
    const { id } = (await get("/api/encounters")).body.items[0];
    const listed = (await get("/api/questions")).body.items as { name: string; input: { type: string } }[];
    expect(listed.map(({ name }) => name)).toEqual(expect.arrayContaining(questions.map(({ name }) => name)));
    for (const { name, input } of listed) {
      expect(input.type).toBe("object");
      if (name === "check") continue;
      const query = name === "why" ? `encounter=${id}` : ASKED[name];
      const answer = await get(`/api/questions/${name}?${query}`);
      expect(answer, name).toMatchObject({ status: 200, body: { sentence: expect.any(String), found: true } });
      const known = questions.find((one) => one.name === name);
      if (known) expect(known.output.safeParse(answer.body).error, name).toBeUndefined();
    }
  });

  it("take numbers as numbers, and give the line of each citation", async () => {
    const { get } = await served();
    const { body } = await get("/api/questions/log?actor=Ada+Lind&limit=1");
    expect(body.encounters).toHaveLength(1);
    expect(body.total).toBe(3);
    const sums = await get("/api/questions/sums");
    expect(sums.body.sums[0].evidence[0]).toMatchObject({ quote: "€90 billion", line: 2 });
  });

  it("test the claims of a text without keeping it, and of a report that is kept", async () => {
    const { get, post, ids } = await served();
    const text = "Ada Lind phoned Boris Vale on Monday, for the first time since 2020.";
    const { status, body } = await post("/api/questions/check", { text, published: "2025-06-03" });
    expect(status).toBe(200);
    expect(body.claims[0]).toMatchObject({ kind: "first-since", line: 1 });
    expect((await get("/api/info")).body.reports).toBe(4);
    expect((await get(`/api/reports/${ids[0]}/check`)).body).toMatchObject({ claims: [] });
    expect(await get("/api/reports/0000000000/check")).toMatchObject({ status: 404 });
  });

  it("say which value is wrong, and who may be meant", async () => {
    const { get } = await served();
    expect(await get("/api/questions/last?a=Ada+Lind")).toMatchObject({
      status: 400,
      body: { errors: [{ where: "query.b" }] },
    });
    expect(await get("/api/questions/log?limit=many")).toMatchObject({ status: 400 });
    expect(await get("/api/questions/log?colour=red")).toMatchObject({ status: 400 });
    expect(await get("/api/questions/last?a=Ada+Lind&b=Nobody+Known")).toMatchObject({
      status: 422,
      body: { type: "/api/docs#actor-unknown", detail: expect.stringContaining("Nobody Known") },
    });
    expect(await get("/api/questions/why?encounter=zzz")).toMatchObject({ status: 422 });
    expect(await get("/api/questions/guess")).toMatchObject({ status: 404 });
  });
});
