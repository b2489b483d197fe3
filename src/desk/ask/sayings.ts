import { EventType } from "../../record/schema.ts";
import { type Asked, hitsOf } from "./asked.ts";
import type { Hit } from "./hits.ts";
import { type Part, partIn, partsOf } from "./parts.ts";
import type { Period } from "./period.ts";
import type { Query, Wants } from "./query.ts";

/** What somebody said, to whom, about what, through whom. */
export function saidQuery(asked: Asked, main: Hit, wants: Wants, period: Period): Query {
  const parts = partsOf(asked, main);
  const actor = partIn(parts, "subject", "owner", "of", "from");
  const tells = main.values.includes("tell");
  const to = partIn(parts, "to", "with") ?? (tells ? partIn(parts, "object") : undefined);
  const via = partIn(parts, "through");
  return {
    ask: "said",
    ...(actor && { actor }),
    ...(asked.topic && { about: asked.topic.words }),
    ...(to && { to }),
    ...(via && { via }),
    ...period,
    wants: main.family === "relay" ? "via" : wants === "medium" || wants === "about" ? "what" : wants,
  };
}

/** What somebody holds on a topic, and whether that changed; undefined where nobody is named. */
export function positionQuery(asked: Asked, main: Hit, period: Period): Query | undefined {
  const actor = partIn(partsOf(asked, main), "owner", "of", "subject", "object", "from");
  if (!actor) return undefined;
  const wants = hitsOf(asked, "change").length > 0 ? "changes" : "what";
  return { ask: "positions", actor, ...(asked.topic && { topic: asked.topic.words }), ...period, wants };
}

/** Who speaks for whom. */
export function spokesmenQuery(asked: Asked, main: Hit): Query | undefined {
  const parts = partsOf(asked, main);
  const principal = partIn(parts, "for", "of", "owner") ?? partIn(parts, "object");
  const via = partIn(parts, "subject");
  if (!principal && !via) return undefined;
  return { ask: "spokesmen", ...(principal && { for: principal }), ...(via && { via }) };
}

/** How two actors stand to each other; undefined where they are not two. */
export function relationQuery(asked: Asked, main: Hit, period: Period): Query | undefined {
  const [a, b] = partsOf(asked, main);
  return a && b ? { ask: "relation", a: a.name.phrase, b: b.name.phrase, ...period } : undefined;
}

/** Who did what of a PLOVER type to whom. */
export function actsQuery(asked: Asked, main: Hit, wants: Wants, period: Period): Query {
  const parts = partsOf(asked, main);
  const [doer, ...others] = ordered(parts);
  const asksDoer = wants === "who" && isSubjectWord(asked, main);
  const actor = asksDoer ? partIn(parts, "subject", "owner") : doer;
  const recipient = asksDoer ? partIn(parts, "object", "to", "of", "with", "for") : others[0];
  return {
    ask: "acts",
    types: main.values.map((type) => EventType.parse(type)),
    ...(actor && { actor }),
    ...(recipient && { recipient }),
    ...(asked.topic && { about: asked.topic.words }),
    ...period,
    wants: wants === "medium" ? "what" : wants,
  };
}

/** Doers before those to whom it is done. */
function ordered(parts: readonly Part[]): (string | undefined)[] {
  const doers = parts.filter(({ role }) => role === "subject" || role === "owner" || role === "from");
  const others = parts.filter((part) => !doers.includes(part));
  const all = [...doers, ...others].map(({ name }) => name.phrase);
  return doers.length === 0 ? [undefined, ...all] : all;
}

/** "Who criticised France?" against "Whom did France criticise?": nobody stands between the question word and the verb. */
function isSubjectWord({ names }: Asked, main: Hit): boolean {
  return !names.some(({ end }) => end <= main.first);
}

/** Sums by giver, receiver and purpose. */
export function sumsQuery(asked: Asked, main: Hit, wants: Wants, period: Period): Query {
  const parts = partsOf(asked, main);
  const receives = hitsOf(asked, "receive").length > 0;
  const [from, to] = receives
    ? [partIn(parts, "from", "of", "through"), partIn(parts, "subject", "owner")]
    : [partIn(parts, "subject", "from", "owner"), partIn(parts, "to", "object", "for", "in", "with")];
  const named = hitsOf(asked, "money").flatMap(({ values }) => values)[0];
  const purpose = asked.topic?.words ?? named;
  return {
    ask: "sums",
    ...(from && { from }),
    ...(to && { to }),
    ...(purpose && { purpose }),
    ...period,
    wants: wants === "medium" ? "how-much" : wants,
  };
}
