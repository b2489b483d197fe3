import type { AskAnswer, Medium, Status } from "../../data/types.ts";
import { EVENT_WORDS, KIND_WORDS, listed, MEDIUM_WORDS, STATUS_WORDS, timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";

/** The typed query as which a question was read. */
export type Query = NonNullable<AskAnswer["understood"]>;

/** Every field that any query may have; which of them a query has depends on what it asks. */
type Fields = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** Fields that name an actor, with what they are to the query. */
const ACTOR_FIELDS: Readonly<Record<string, string>> = {
  a: "Of",
  actor: "Of",
  b: "With",
  with: "With",
  from: "From",
  to: "To",
  via: "Relayed by",
  for: "For",
  recipient: "Towards",
};

const WANTS: Readonly<Record<string, string>> = {
  when: "the day",
  where: "the place",
  who: "who it was",
  what: "all there is",
  whether: "whether there was any",
  "how-many": "how many there were",
  "how-long": "how long it lasted",
  "how-long-ago": "how long ago it was",
  "how-much": "how much it was",
  about: "what it was about",
  medium: "by what medium",
  depends: "what it hangs on",
  via: "who relayed it",
  changes: "what changed",
};

/** What kind of thing a query looks for. */
function soughtBy(query: Query): string {
  switch (query.ask) {
    case "last":
      return query.which === "first" ? "the first contact that was held" : "the last contact that was held";
    case "log":
      return "contacts";
    case "upcoming":
      return query.next ? "the next planned or possible contact" : "planned and possible contacts";
    case "claim":
      return {
        first: "whether it was the first",
        never: "whether there never was any",
        last: "whether it was the last",
      }[query.claim];
    case "depends":
      return "contacts that hang on something";
    case "positions":
      return "a position, and where it changed";
    case "said":
      return "statements";
    case "spokesmen":
      return "who speaks for whom";
    case "sums":
      return "sums of money";
    case "relation":
      return "the relation of two actors";
    case "acts":
      return `acts: ${listed(query.types.map((type) => EVENT_WORDS[type] ?? type))}`;
    case "find":
      return "reports and entries with these words";
  }
}

export interface Row {
  readonly label: string;
  readonly value: string;
}

/** How a question was read, a line for each thing that was read out of it. */
export function readingOf(query: Query): Row[] {
  const fields = query as Fields;
  const text = (name: string): string | undefined => (typeof fields[name] === "string" ? fields[name] : undefined);
  const row = (label: string, value: string | undefined): Row[] => (value ? [{ label, value }] : []);
  const kind = text("kind");
  const medium = text("medium");
  const status = text("status");
  return [
    { label: "Looks for", value: soughtBy(query) },
    ...row("Asks for", WANTS[text("wants") ?? ""]),
    ...Object.entries(ACTOR_FIELDS).flatMap(([name, label]) => row(label, text(name))),
    ...row("Kind", kind && KIND_WORDS[kind as keyof typeof KIND_WORDS]),
    ...row("Medium", medium && MEDIUM_WORDS[medium as Medium]),
    ...row("Status", status && STATUS_WORDS[status as Status]),
    ...row("Place", text("place")),
    ...row("About", text("topic") ?? text("about") ?? text("purpose")),
    ...row("Hangs on", text("on")),
    ...row("Words", text("words")),
    ...row("Time", periodOf(text("since"), text("until"))),
  ];
}

function periodOf(since: string | undefined, until: string | undefined): string | undefined {
  if (since && until) return `${timeInWords(since)} to ${timeInWords(until)}`;
  if (since) return `since ${timeInWords(since)}`;
  return until ? `until ${timeInWords(until)}` : undefined;
}

export interface ViewLink {
  readonly href: string;
  readonly label: string;
}

/** The view that shows what a query asks for; `idOf` gives the actor whom a phrase was taken to mean. */
export function viewOf(query: Query, idOf: (phrase: string) => string): ViewLink | null {
  const id = (phrase: string | undefined): string | undefined => (phrase === undefined ? undefined : idOf(phrase));
  switch (query.ask) {
    case "last":
    case "claim":
      return query.a && query.b && !query.medium && !query.kind
        ? relation(idOf(query.a), idOf(query.b))
        : encounters({ ...query, actor: id(query.a ?? query.b), with: query.a && id(query.b), status: "held" });
    case "log":
      return encounters({ ...query, actor: id(query.actor), with: id(query.with) });
    case "upcoming":
      return { href: to.coming(id(query.actor)), label: "See what is coming" };
    case "depends":
      return { href: to.find(query.on), label: "Find these words in the reports" };
    case "positions":
      return positions(idOf(query.actor), query.topic);
    case "said":
      return query.actor ? positions(idOf(query.actor), query.about) : null;
    case "spokesmen": {
      const whose = query.for ?? query.via;
      return whose ? actor(idOf(whose)) : null;
    }
    case "sums":
      return pair(id(query.from), id(query.to));
    case "relation":
      return relation(idOf(query.a), idOf(query.b));
    case "acts":
      return pair(id(query.actor), id(query.recipient));
    case "find":
      return { href: to.find(query.words), label: "See all that has these words" };
  }
}

const relation = (a: string, b: string): ViewLink => ({ href: to.relation(a, b), label: "See the whole relation" });
const actor = (id: string): ViewLink => ({ href: to.actor(id), label: "See the actor" });
const positions = (id: string, topic: string | undefined): ViewLink => ({
  href: to.positions([id], topic),
  label: "See the positions with their words",
});

function pair(a: string | undefined, b: string | undefined): ViewLink | null {
  if (a && b) return relation(a, b);
  const one = a ?? b;
  return one ? actor(one) : null;
}

function encounters(filter: Fields): ViewLink {
  const names = ["actor", "with", "kind", "status", "medium", "place", "since", "until"];
  const given = Object.fromEntries(names.map((name) => [name, filter[name] as string | undefined]));
  return { href: to.log(given), label: "See these encounters" };
}

/** The names of actors in a query, as they were written. */
export const phrasesIn = (query: Query): string[] =>
  Object.keys(ACTOR_FIELDS).flatMap((name) => {
    const phrase = (query as Fields)[name];
    return typeof phrase === "string" ? [phrase] : [];
  });

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The name of the question for which a candidate may stand: the one that the answer quotes, else one like it. */
function phraseFor(query: Query, candidate: string, sentence: string): string | undefined {
  const phrases = phrasesIn(query);
  const quoted = /“([^”]+)”/.exec(sentence)?.[1];
  const words = plain(candidate).split(/\W+/);
  return (
    phrases.find((phrase) => phrase === quoted) ??
    phrases.find((phrase) =>
      plain(phrase)
        .split(/\W+/)
        .some((word) => words.includes(word)),
    ) ??
    (phrases.length === 1 ? phrases[0] : undefined)
  );
}

/**
 * Where the choice of a candidate leads: to the same question with its full name, or, where its name is one that no
 * question can hold, such as "J. Smith (GBR)", to the view that shows the same of it.
 */
export function choiceOf(question: string, { understood, sentence }: AskAnswer, candidate: string): string {
  const phrase = understood ? phraseFor(understood, candidate, sentence) : undefined;
  if (!understood || phrase === undefined) return to.actor(candidate);
  if (/^[^():]+$/.test(candidate) && question.includes(phrase)) return to.ask(question.replace(phrase, candidate));
  return viewOf(understood, (other) => (other === phrase ? candidate : other))?.href ?? to.actor(candidate);
}
