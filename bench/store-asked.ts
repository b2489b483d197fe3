import type * as z from "zod";
import {
  ask as askInEnglish,
  check,
  find,
  last,
  log,
  positions,
  type Question,
  relation,
  said,
  sums,
  upcoming,
} from "../src/desk/questions/index.ts";
import { readReport } from "../src/reading/read.ts";
import type { Contact } from "../src/record/schema.ts";
import type { Store } from "../src/store/index.ts";
import { random } from "./generate.ts";

/** A question with its arguments. */
export type Asked = readonly [Question<z.ZodType, z.ZodType>, unknown];

/** Draws arguments for each question from a store's own actors and entries, the same for the same seed. */
export async function drawing(store: Store, seed: number): Promise<{ readonly [name: string]: () => Asked }> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const { firstPublished, lastPublished } = await store.info();
  const [first, end] = [firstPublished, lastPublished].map((day) => Date.parse(day!)) as [number, number];
  const day = (share = next()): string => new Date(first + share * (end - first)).toISOString().slice(0, 10);
  const actors = (await store.actors({ limit: 1000 })).items
    .filter(({ kinds, reports }) => reports > 1 && (kinds.includes("person") || kinds.includes("state")))
    .map(({ actor }) => actor);
  const pairs = await somePairs(store, day);
  const topics = ["ceasefire", "climate", "trade", "nuclear", "sanctions", "security assistance", "visa rules"];
  const words = [
    "ceasefire",
    "trade tariffs",
    "prisoner*",
    '"air defence"',
    "humanitarian",
    "grain",
    "partnership -climate",
  ];
  // Half of those who are asked about are in a contact drawn by chance, so that the often named come often.
  const one = (): string => (next() < 0.5 ? pick(pairs)[next() < 0.5 ? 0 : 1] : pick(actors));
  const two = (): readonly [string, string] => (next() < 0.8 ? pick(pairs) : [pick(actors), pick(actors)]);
  const maybe = <T extends object>(share: number, what: () => T): Partial<T> => (next() < share ? what() : {});
  const asked = <I extends z.ZodType, O extends z.ZodType>(what: Question<I, O>, input: z.input<I>): Asked => [
    what as unknown as Question<z.ZodType, z.ZodType>,
    input,
  ];
  const english = (): string => {
    const [a, b] = two();
    return pick([
      `When did ${a} and ${b} last speak?`,
      `What did ${a} say about ${pick(topics)}?`,
      `Is a meeting of ${a} and ${b} planned?`,
      `How often did ${a} and ${b} meet in ${day().slice(0, 4)}?`,
      `Whom did ${a} call in ${day().slice(0, 4)}?`,
    ]);
  };
  return {
    last: () => {
      const [a, b] = two();
      return asked(last, { a, b, ...maybe(0.25, () => ({ by: "phone" as const })) });
    },
    log: () => {
      const [actor, other] = two();
      const [since, until] = [day(), day()].sort() as [string, string];
      return asked(
        log,
        pick([
          { actor },
          { actor, with: other },
          { actor, since, until },
          { kind: "call" as const, since, until },
          { actor, status: "planned" as const },
        ]),
      );
    },
    upcoming: () => asked(upcoming, { ...maybe(0.8, () => ({ actor: one() })), today: day() }),
    positions: () => asked(positions, { a: one(), ...maybe(0.5, () => ({ topic: pick(topics) })) }),
    said: () => asked(said, { a: one(), ...maybe(0.5, () => ({ about: pick(topics) })) }),
    sums: () => asked(sums, pick([{ from: one() }, { to: one() }, { purpose: pick(topics) }])),
    relation: () => {
      const [a, b] = two();
      return asked(relation, { a, b });
    },
    check: () => {
      const [a, b] = two();
      const text = `${a} met ${b} on Monday. It was the first meeting of ${a} and ${b} since ${day().slice(0, 4)}. It is their second meeting this year.`;
      const published = day();
      return asked(check, { text, published, record: readReport(text, { published }) });
    },
    find: () => asked(find, { words: pick(words), ...maybe(0.3, () => ({ actor: one() })) }),
    ask: () => asked(askInEnglish, { question: english(), today: day() }),
  };
}

/** Parties of contacts on days drawn by chance. */
async function somePairs(store: Store, day: () => string): Promise<(readonly [string, string])[]> {
  const pairs: (readonly [string, string])[] = [];
  for (let i = 0; i < 400; i++) {
    const { items } = await store.entries({ types: ["contact"], since: day(), order: "oldest", limit: 5 });
    const parties = items.map(({ entry }) => (entry as Contact).parties).filter((all) => all.length > 1);
    const found = parties[i % Math.max(1, parties.length)];
    if (found) pairs.push([found[0]!, found[1]!]);
  }
  return pairs;
}
