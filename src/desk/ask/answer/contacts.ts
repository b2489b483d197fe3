import type { Desk } from "../../questions/desk.ts";
import type { EncounterView } from "../../questions/schemas.ts";
import { plans } from "../../questions/upcoming.ts";
import { encounterView } from "../../questions/views.ts";
import { lookingFrom, newestFirst, spanOf, within } from "../../questions/when.ts";
import {
  counted,
  listed,
  mediumInWords,
  notInRecord,
  stateName,
  timeInWords,
  whenInWords,
} from "../../questions/words.ts";
import type { QueryOf, Wants } from "../query.ts";
import { extreme, type Filter, filterInWords, fitting, othersIn, type Parties, partiesOf } from "./encounters.ts";
import { capital, encounterInWords, encounterLine, type Line, lasting, onePerReport, type Told } from "./told.ts";

const MOST = 20;

const peopleOf = ({ a, b }: Parties): Told["people"] => [a, b].flatMap((who) => (who ? [who.understood] : []));

/** The last or first contact that was held. */
export function answerLast(desk: Desk, query: QueryOf<"last">, today: string | null): Told {
  const filter: Filter = { ...query, status: "held" };
  const parties = partiesOf(desk, filter);
  const all = fitting(desk, filter, parties);
  const one = extreme(all, query.which ?? "last");
  const people = peopleOf(parties);
  if (!one) return withoutMedium(desk, filter, parties);
  const view = encounterView(desk, one);
  const open = all.filter((other) => other !== one && mayBeBeyond(other, one, query.which ?? "last"));
  const doubt =
    open.length > 0
      ? ` ${counted(open.length, "other")} on days not told may be ${query.which === "first" ? "earlier" : "later"}.`
      : "";
  const sentence = capital(`${leadOf(view, query.wants, parties, today)}${rest(view, query.wants)}.${doubt}`);
  return {
    sentence,
    found: true,
    people,
    evidence: onePerReport(view.evidence),
    lines: open.slice(0, MOST).map((other) => encounterLine(encounterView(desk, other))),
  };
}

/** None of that medium; the last of any is said too. */
function withoutMedium(desk: Desk, filter: Filter, parties: Parties): Told {
  const none = missing(desk, filter, parties);
  const other = filter.medium && extreme(fitting(desk, { ...filter, medium: undefined }, parties), "last");
  if (!other) return none;
  const line = encounterLine(encounterView(desk, other));
  return {
    ...none,
    sentence: `${none.sentence} The last contact of another kind: ${line.sentence}`,
    evidence: line.evidence,
  };
}

type Encounter = Parameters<typeof spanOf>[0];

function mayBeBeyond(other: Encounter, one: Encounter, which: "last" | "first"): boolean {
  const [a, b] = [spanOf(other), spanOf(one)];
  if (a.from && a.from === a.to) return false;
  if (which === "last") return !a.to || !b.from || a.to > (b.to ?? b.from);
  return !a.from || !b.to || a.from < (b.from ?? b.to);
}

function missing(desk: Desk, filter: Filter, parties: Parties): Told {
  const sentence = notInRecord(filterInWords(filter, parties), desk.reach);
  return { sentence, found: false, people: peopleOf(parties), evidence: [], lines: [] };
}

/** What was asked of a contact, said before the contact itself. */
function leadOf(view: EncounterView, wants: Wants, parties: Parties, today: string | null): string {
  switch (wants) {
    case "when":
      return `${whenInWords(view)}: `;
    case "where":
      return view.place ? `in ${stateName(view.place)}: ` : "no report says where: ";
    case "who":
      return `${listed(othersIn(view, parties)) || "no other party is named"}: `;
    case "how-long":
      return `${lasting(view) ?? "no report says how long it lasted"}: `;
    case "about":
      return `${listed(view.topics) || "no report says about what"}: `;
    case "medium":
      return view.medium
        ? `${mediumInWords(view.medium)}${view.medium_basis === "usual" ? " (not said, but usual)" : ""}: `
        : "no report says how: ";
    case "how-long-ago":
      return ago(view, today);
    case "whether":
      return "yes: ";
    default:
      return "";
  }
}

/** The contact without what the lead has said of it. */
const rest = (view: EncounterView, wants: Wants): string =>
  encounterInWords(view, { when: wants === "when", where: wants === "where" && view.place !== null });

function ago({ days }: EncounterView, today: string | null): string {
  const day = days.to ?? days.from;
  if (!day || !today) return "";
  const between = (Date.parse(today) - Date.parse(day)) / 86_400_000;
  return `${days.from === days.to ? "" : "at least "}${counted(between, "day")} before ${timeInWords(today)}: `;
}

/** All contacts of a kind, or whether, how often, when, where and with whom there were any. */
export function answerLog(desk: Desk, query: QueryOf<"log">): Told {
  const filter: Filter = { ...query, a: query.actor, b: query.with };
  const parties = partiesOf(desk, filter);
  const all = fitting(desk, filter, parties).sort(newestFirst);
  if (all.length === 0) return missing(desk, filter, parties);
  const views = all.map((one) => encounterView(desk, one));
  const unsure = all.filter((one) => within(spanOf(one), query.since ?? null, query.until ?? null) !== "yes").length;
  const doubt =
    (query.since || query.until) && unsure > 0 ? ` For ${unsure} of them the days are not surely in that time.` : "";
  return {
    sentence: `${capital(summary(views, query.wants, parties, filterInWords(filter, parties)))}.${doubt}`,
    found: true,
    people: peopleOf(parties),
    evidence: onePerReport(views[0]!.evidence),
    lines: views.slice(0, MOST).map(encounterLine),
  };
}

const times = (count: number): string =>
  count === 1 ? "once" : count === 2 ? "twice" : `${count.toLocaleString("en")} times`;

function summary(views: readonly EncounterView[], wants: Wants, parties: Parties, what: string): string {
  const count = `${counted(views.length, "entry", "entries")} for ${what}`;
  const each = (value: (view: EncounterView) => string | null, none: string): string => {
    const values = [...new Set(views.map(value).filter((one) => one !== null))];
    return values.length === 0 ? `${none}; ${count}` : `${listed(values.slice(0, MOST))} (${count})`;
  };
  switch (wants) {
    case "whether":
      return `yes: ${encounterInWords(views[0]!)}${views.length > 1 ? `, and ${counted(views.length - 1, "other")}` : ""}`;
    case "how-many":
      return `${times(views.length)}, as far as the record holds: ${what}`;
    case "when":
      return each((view) => whenInWords(view), "no report says when");
    case "where":
      return each((view) => view.place && stateName(view.place), "no report says where");
    case "how-long":
      return each(lasting, "no report says how long");
    case "medium":
      return each((view) => view.medium && mediumInWords(view.medium), "no report says how");
    case "about":
      return each((view) => listed(view.topics) || null, "no report says about what");
    case "who":
      return each((view) => listed(othersIn(view, parties)) || null, "no other party is named");
    default:
      return count;
  }
}

/** What is planned or possible from today on, and what it hangs on. */
export function answerUpcoming(desk: Desk, query: QueryOf<"upcoming">, today: string | null): Told {
  const filter: Filter = { ...query, a: query.actor, b: query.with };
  const parties = partiesOf(desk, filter);
  const { coming, passed } = plans(desk, parties.a, parties.b, lookingFrom(desk, today ?? undefined).today);
  const wanted = new Set(fitting(desk, filter, parties));
  const all = coming.filter((one) => wanted.has(one));
  const views = (query.next ? all.slice(0, 1) : all).map((one) => encounterView(desk, one));
  const gone = passed.filter((one) => wanted.has(one)).length;
  const missed =
    gone > 0
      ? ` Of ${counted(gone, "earlier plan")} the time has passed, and no report says what became of ${gone === 1 ? "it" : "them"}.`
      : "";
  const what = filterInWords(filter, parties);
  if (views.length === 0) {
    const none = missing(desk, filter, parties);
    return { ...none, sentence: `${notInRecord(`planned or possible ${what} from now on`, desk.reach)}${missed}` };
  }
  const lines = views
    .slice(0, MOST)
    .map((view) => (query.wants === "depends" ? factorLine(view) : encounterLine(view)));
  const sentence =
    query.wants === "depends"
      ? dependsSentence(views)
      : `${capital(summaryOf(views, query.wants, parties, `planned or possible ${what}`))}.`;
  return { sentence: sentence + missed, found: true, people: peopleOf(parties), evidence: lines[0]!.evidence, lines };
}

const summaryOf = (views: readonly EncounterView[], wants: Wants, parties: Parties, what: string): string =>
  views.length === 1 && wants !== "how-many"
    ? `${leadOf(views[0]!, wants, parties, null)}${rest(views[0]!, wants)}`
    : summary(views, wants, parties, what);

function dependsSentence(views: readonly EncounterView[]): string {
  const factors = views.flatMap((view) => view.factors);
  return factors.length === 0
    ? `No report says what it depends on: ${encounterInWords(views[0]!)}.`
    : `On ${listed(factors.map((factor) => `“${factor.replace(/\s+/g, " ")}”`))}.`;
}

const factorLine = (view: EncounterView): Line => {
  const on =
    view.factors.length > 0 ? `; hangs on ${listed(view.factors.map((one) => `“${one.replace(/\s+/g, " ")}”`))}` : "";
  return { sentence: `${capital(encounterInWords(view))}${on}.`, evidence: onePerReport(view.evidence) };
};

/** Contacts whose factors have the words. */
export function answerDepends(desk: Desk, query: QueryOf<"depends">): Told {
  const wanted = query.on.toLowerCase().split(" ");
  const found = desk.encounters.filter(({ factors }) =>
    factors.some(({ value }) => wanted.every((word) => value.toLowerCase().includes(word))),
  );
  const views = found.sort(newestFirst).map((one) => encounterView(desk, one));
  if (views.length === 0)
    return {
      sentence: notInRecord(`a contact that hangs on “${query.on}”`, desk.reach),
      found: false,
      people: [],
      evidence: [],
      lines: [],
    };
  const sentence = `${capital(counted(views.length, "contact"))} hang${views.length === 1 ? "s" : ""} on it: ${views
    .slice(0, 4)
    .map((view) => encounterInWords(view))
    .join("; ")}.`;
  return {
    sentence,
    found: true,
    people: [],
    evidence: onePerReport(views[0]!.evidence),
    lines: views.slice(0, MOST).map(factorLine),
  };
}

/** "The first since", "never", "the last": tested by all that the record holds. */
export function answerClaim(desk: Desk, query: QueryOf<"claim">): Told {
  const filter: Filter = { ...query, status: "held" };
  const parties = partiesOf(desk, filter);
  const all = fitting(desk, filter, parties).sort(newestFirst);
  const what = filterInWords(filter, parties);
  const views = all.map((one) => encounterView(desk, one));
  const base = {
    found: all.length > 0,
    people: peopleOf(parties),
    evidence: views[0] ? onePerReport(views[0].evidence) : [],
    lines: views.slice(0, MOST).map(encounterLine),
  };
  if (all.length === 0) {
    const sentence = notInRecord(what, desk.reach);
    const never = " No record can show that something never was.";
    return {
      ...base,
      sentence: query.claim === "never" ? `Nothing in the record contradicts it. ${sentence}${never}` : sentence,
    };
  }
  if (query.claim === "never") return { ...base, sentence: `Contradicted: ${encounterInWords(views[0]!)}.` };
  if (query.claim === "last")
    return { ...base, sentence: `The last that the record holds: ${encounterInWords(views[0]!)}.` };
  const reaches = !query.since || (desk.reach.first !== null && desk.reach.first <= query.since);
  const short = reaches ? "" : " But the record does not reach back so far, so it cannot be settled.";
  if (all.length > 1)
    return {
      ...base,
      sentence: `Contradicted: the record holds ${counted(all.length, "entry", "entries")} for ${what}, among them ${encounterInWords(views.at(-1)!)}.`,
    };
  return {
    ...base,
    sentence: `Nothing in the record contradicts it: ${encounterInWords(views[0]!)} is the only one of ${what}.${short}`,
  };
}
