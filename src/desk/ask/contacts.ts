import { ContactKind, type Medium } from "../../record/schema.ts";
import type { Asked } from "./asked.ts";
import { has, hitsOf } from "./asked.ts";
import type { Hit } from "./hits.ts";
import type { Part } from "./parts.ts";
import { partsOf } from "./parts.ts";
import type { Period } from "./period.ts";
import type { Query, QueryOf, Wants } from "./query.ts";
import { endsInAbout, isYesNo, tenseOf } from "./wants.ts";

/** Who, what kind, by what medium and where: what all queries about contacts share. */
interface Filters {
  readonly kind?: ContactKind;
  readonly medium?: Medium;
  readonly place?: string;
  readonly topic?: string;
}

/** A question about contacts: the last or first, a log, what is coming, or a claim to be tested. */
export function contactQuery(asked: Asked, main: Hit, wants: Wants, period: Period): Query {
  const { people, place } = split(asked, main);
  const [a, b] = people;
  const topic = asked.topic?.words;
  const how = { ...kindOf(asked), ...(place && { place }), ...(topic && { topic }), ...period };
  const log = (status?: "held" | "planned" | "possible" | "negated"): QueryOf<"log"> => ({
    ask: "log",
    ...(a && { actor: a }),
    ...(b && { with: b }),
    ...(status && { status }),
    ...how,
    wants: wantsOfContact(asked, wants, main),
  });
  const claim = claimOf(asked);
  if (claim && a) return { ask: "claim", claim, a, ...(b && { b }), ...how };
  if (has(asked, "status", "negated")) return log("negated");
  const tense = tenseOf(asked);
  if (has(asked, "status", "possible") && tense !== "future") return log("possible");
  const planned = has(asked, "status", "planned");
  if (planned && tense === "past" && !isPerfect(asked)) return log("planned");
  if (planned || tense === "future" || has(asked, "order", "next") || has(asked, "depend"))
    return {
      ask: "upcoming",
      ...(a && { actor: a }),
      ...(b && { with: b }),
      ...how,
      ...(has(asked, "order", "next") && { next: true as const }),
      wants: has(asked, "depend") ? "depends" : wantsOfContact(asked, wants, main),
    };
  const order = orderOf(asked, wants);
  if (order)
    return {
      ask: "last",
      ...(order === "first" && { which: "first" as const }),
      ...(a && { a }),
      ...(b && { b }),
      ...how,
      wants: wantsOfContact(asked, wants, main),
    };
  return log(tense === "past" || wants === "how-many" ? "held" : undefined);
}

const isPerfect = ({ sentence }: Asked): boolean =>
  sentence.tokens.some(({ lemma, xpos }) => lemma === "have" && (xpos === "VBZ" || xpos === "VBP"));

function orderOf(asked: Asked, wants: Wants): "last" | "first" | undefined {
  if (has(asked, "order", "last") || wants === "how-long-ago") return "last";
  return has(asked, "order", "first") ? "first" : undefined;
}

/** "Is it the first …?", "Have they never …?": a yes-no question about all contacts there were. */
function claimOf(asked: Asked): "first" | "never" | "last" | undefined {
  if (has(asked, "never")) return "never";
  if (!isYesNo(asked) && !has(asked, "wants", "whether")) return undefined;
  if (has(asked, "order", "first")) return "first";
  return has(asked, "order", "last") && asked.sentence.tokens.some(({ lemma }) => lemma === "be") ? "last" : undefined;
}

/** "How did they speak?" asks by what medium; "what did they discuss?" about what. */
function wantsOfContact(asked: Asked, wants: Wants, main: Hit): Wants {
  const discusses = main.words[0] === "discuss" || main.words[0] === "discussion";
  if (wants === "what" && asked.topic === null && (discusses || endsInAbout(asked))) return "about";
  return wants;
}

/** Who takes part, and where: after "in", or as what is visited. */
function split(asked: Asked, main: Hit): { readonly people: readonly string[]; readonly place: string | undefined } {
  const parts = partsOf(asked, main);
  const visits = hitsOf(asked, "contact").some(({ values }) => values.includes("visit"));
  const isPlace = ({ name, role }: Part): boolean =>
    role === "in" || (visits && name.place && (role === "to" || role === "object" || role === "about"));
  const people = parts.filter((part) => !isPlace(part)).map(({ name }) => name.phrase);
  return { people, place: parts.find(isPlace)?.name.phrase };
}

/** The kind and medium that the words give. "Calls and meetings" leaves both open. */
function kindOf(asked: Asked): Filters {
  const hits = hitsOf(asked, "contact");
  const stated = hitsOf(asked, "medium")[0]?.medium;
  const either = hits.some((hit, i) => i > 0 && isAlternative(asked, hits[i - 1]!, hit));
  if (either) return stated ? { medium: stated as Medium } : {};
  const kind = hits.filter((hit) => !isVerb(asked, hit) || hit.words[0] !== "talks").flatMap(({ values }) => values)[0];
  const explicit = hits.filter(({ words }) => words[0] !== "meet" && words[0] !== "meeting");
  const medium = stated ?? [...explicit, ...hits].map((hit) => hit.medium).find((one) => one !== "");
  const useless = kind === "visit" || kind === "letter" || kind === "message" || kind === "reception";
  return {
    ...(kind && { kind: ContactKind.parse(kind) }),
    ...(medium && (!useless || stated) && { medium: medium as Medium }),
  };
}

const isVerb = ({ sentence }: Asked, hit: Hit): boolean => sentence.tokens[hit.first]!.upos === "VERB";

const isAlternative = ({ sentence }: Asked, a: Hit, b: Hit): boolean =>
  sentence.tokens.slice(a.end, b.first).some(({ xpos }) => xpos === "CC") &&
  sentence.tokens.slice(a.end, b.first).every(({ xpos, text }) => xpos === "CC" || text === ",") &&
  (a.medium !== b.medium || a.values[0] !== b.values[0]);
