import type { Act, Desk, Said } from "../../questions/desk.ts";
import { positions } from "../../questions/positions.ts";
import { relation } from "../../questions/relation.ts";
import { isOn, newest } from "../../questions/said.ts";
import type { ActView } from "../../questions/schemas.ts";
import { actView, statementView } from "../../questions/views.ts";
import { byDay } from "../../questions/when.ts";
import { actorRef, type Who, whoIs } from "../../questions/who.ts";
import { counted, listed, notInRecord, timeInWords } from "../../questions/words.ts";
import { wordsOf } from "../../stems.ts";
import type { QueryOf } from "../query.ts";
import { type Line, onePerReport, statementLine, type Told } from "./told.ts";

const MOST = 20;
/** The last statement may be on any topic. */
const ALL_TOPICS = 10_000;
const understood = (...all: (Who | null)[]): Told["people"] => all.flatMap((who) => (who ? [who.understood] : []));
const person = (desk: Desk, phrase: string | undefined): Who | null =>
  phrase === undefined ? null : whoIs(desk, phrase);
const inTime = (
  day: string | null,
  { since, until }: { since?: string | undefined; until?: string | undefined },
): boolean => (!since || (day !== null && day >= since)) && (!until || (day !== null && day <= until));
const span = ({ since, until }: { since?: string | undefined; until?: string | undefined }): string =>
  `${since ? ` since ${timeInWords(since)}` : ""}${until ? ` until ${timeInWords(until)}` : ""}`;
const nothing = (desk: Desk, what: string, people: Told["people"]): Told => ({
  sentence: notInRecord(what, desk.reach),
  found: false,
  people,
  evidence: [],
  lines: [],
});

/** What was said, by whom, when, to whom and through whom. */
export function answerSaid(desk: Desk, query: QueryOf<"said">): Told {
  const [actor, to, via] = [person(desk, query.actor), person(desk, query.to), person(desk, query.via)];
  const people = understood(actor, to, via);
  const all = (actor ? desk.statementsBy(actor.ids) : desk.statements)
    .filter((one) => query.about === undefined || isOn(one, query.about))
    .filter((one) => to === null || one.to.some((id) => to.ids.has(id)))
    .filter((one) => via === null || (one.via !== null && via.ids.has(one.via)))
    .filter((one) => query.wants !== "via" || one.via !== null)
    .filter(({ day }) => inTime(day, query))
    .sort(newest);
  const what = `${query.wants === "via" ? "relayed statements" : "statements"}${actor ? ` by ${actor.name}` : ""}${query.about ? ` about “${query.about}”` : ""}${to ? ` to ${to.name}` : ""}${via ? ` through ${via.name}` : ""}${span(query)}`;
  if (all.length === 0) return nothing(desk, what, people);
  const lines = all.slice(0, MOST).map((one) => statementLine(statementView(desk, one)));
  const count = `${counted(all.length, "entry", "entries")} for ${what}`;
  return { sentence: leadOf(desk, query, all, lines, count), found: true, people, evidence: lines[0]!.evidence, lines };
}

function leadOf(
  desk: Desk,
  { wants }: QueryOf<"said">,
  all: readonly Said[],
  lines: readonly Line[],
  count: string,
): string {
  const names = (pick: (one: Said) => readonly string[]): string =>
    listed(namesOf(desk, new Set(all.flatMap(pick))).slice(0, MOST));
  if (wants === "who") return `${names((one) => one.speakers)} (${count}).`;
  if (wants === "via") return `${names((one) => [one.via!])} (${count}).`;
  if (wants === "how-many")
    return `${all.length === 1 ? "Once" : `${all.length} times`}, as far as the record holds (${count}).`;
  if (wants === "when")
    return `${listed([...new Set(all.map(({ day }) => (day ? timeInWords(day) : "a day not told")))].slice(0, MOST))} (${count}).`;
  const yes = wants === "whether" ? "Yes. " : "";
  return `${yes}${lines[0]!.sentence}${all.length > 1 ? ` ${count}.` : ""}`;
}

/** Who relays whose words in the record. */
export function answerSpokesmen(desk: Desk, query: QueryOf<"spokesmen">): Told {
  const [principal, via] = [person(desk, query.for), person(desk, query.via)];
  const people = understood(principal, via);
  const all = (principal ? desk.statementsBy(principal.ids) : desk.statements)
    .filter((one) => one.via !== null && (via === null || via.ids.has(one.via)))
    .sort(newest);
  const named = all.flatMap((one) => (principal ? [one.via!] : one.speakers)).map((id) => actorRef(desk, id).name);
  const counts = [...Map.groupBy(named, (name) => name)].sort((a, b) => b[1].length - a[1].length);
  const what = principal ? `somebody who speaks for ${principal.name}` : `somebody for whom ${via!.name} speaks`;
  if (counts.length === 0) return nothing(desk, what, people);
  const list = listed(counts.slice(0, MOST).map(([name, all]) => `${name} (${counted(all.length, "statement")})`));
  const lines = all.slice(0, MOST).map((one) => statementLine(statementView(desk, one)));
  return {
    sentence: `${list}, by the statements that the record holds.`,
    found: true,
    people,
    evidence: lines[0]!.evidence,
    lines,
  };
}

/** What an actor holds on a topic, and where it moved. */
export async function answerPositions(desk: Desk, query: QueryOf<"positions">): Promise<Told> {
  const { actor: a, topic, since, until, wants } = query;
  const answer = await positions.answer(desk, { a, topic, since, until, limit: MOST, topics: ALL_TOPICS });
  const people = [answer.asked.a];
  const changes = answer.topics
    .flatMap((ledger) => ledger.changes.filter(({ before }) => before !== null))
    .sort((x, y) => (y.after.statement.day ?? "").localeCompare(x.after.statement.day ?? ""));
  if (wants === "changes" && answer.found) {
    const lines = changes.flatMap(({ kind, before, after }) => {
      const [was, is] = [statementLine(before!.statement), statementLine(after.statement)];
      return [
        {
          sentence: `${kind}: before, ${was.sentence} After, ${is.sentence}`,
          evidence: [...was.evidence, ...is.evidence],
        },
      ];
    });
    const sentence =
      lines.length > 0
        ? `Yes, ${counted(lines.length, "change")}: ${lines[0]!.sentence}`
        : `No change is seen. ${answer.sentence}`;
    const held = (): Line[] =>
      answer.topics.flatMap((ledger) => ledger.positions.slice(-MOST).map(({ statement }) => statementLine(statement)));
    const shown = lines.length > 0 ? lines : held().reverse();
    return { sentence, found: true, people, evidence: shown[0]?.evidence ?? [], lines: shown.slice(0, MOST) };
  }
  const lines = answer.topics
    .flatMap((ledger) => ledger.positions)
    .map(({ statement }) => statement)
    .filter(onceEach())
    .sort((x, y) => (y.day ?? "").localeCompare(x.day ?? ""))
    .slice(0, MOST)
    .map(statementLine);
  const sentence = lines[0] ? `Most recently: ${lines[0].sentence} ${answer.sentence}` : answer.sentence;
  return { sentence, found: answer.found, people, evidence: lines[0]?.evidence ?? [], lines };
}

/** A statement on two topics stands under both, and is shown once. */
function onceEach(): (one: { readonly report: string; readonly entry: string }) => boolean {
  const seen = new Set<string>();
  return ({ report, entry }) => !seen.has(`${report} ${entry}`) && seen.add(`${report} ${entry}`) !== undefined;
}

/** The names of identities, each once. */
const namesOf = (desk: Desk, ids: ReadonlySet<string>): string[] => [
  ...new Set([...ids].map((id) => actorRef(desk, id).name)),
];

/** Contacts, support and criticism between two. */
export async function answerRelation(desk: Desk, { a, b, since, until }: QueryOf<"relation">): Promise<Told> {
  const answer = await relation.answer(desk, { a, b, since, until });
  const acts = [answer.a_to_b, answer.b_to_a].flatMap(({ support, criticism }) => [...criticism, ...support]);
  const lines = acts.slice(0, MOST).map(actLine);
  const last = answer.contacts.newest.find(({ status }) => status === "held");
  const evidence = last ? onePerReport(last.evidence) : (lines[0]?.evidence ?? []);
  return {
    sentence: answer.sentence,
    found: answer.found,
    people: [answer.asked.a, answer.asked.b],
    evidence,
    lines,
  };
}

/** Acts that both sides do together. */
const MUTUAL = new Set(["AGREE", "COOPERATE", "SUPPORT"]);

/** Acts of some PLOVER types, by doer and by whom they are done to. */
export function answerActs(desk: Desk, query: QueryOf<"acts">): Told {
  const [actor, recipient] = [person(desk, query.actor), person(desk, query.recipient)];
  const people = understood(actor, recipient);
  const isIn = (who: Who | null, ids: readonly string[]): boolean => who === null || ids.some((id) => who.ids.has(id));
  const done = (one: Act): boolean => {
    if (isIn(actor, one.actors) && isIn(recipient, one.recipients)) return true;
    return (
      MUTUAL.has(one.type) &&
      actor !== null &&
      recipient !== null &&
      isIn(actor, one.actors) &&
      isIn(recipient, one.actors)
    );
  };
  const all = (actor ? desk.actsBy(actor.ids) : recipient ? desk.actsOn(recipient.ids) : desk.acts)
    .filter(({ type, status }) => query.types.includes(type) && status !== "negated")
    .filter(done)
    .filter((one) => query.about === undefined || has(one, query.about))
    .filter(({ day }) => inTime(day, query))
    .sort((x, y) => byDay(y.day, x.day));
  const what = `acts of the kind ${listed(query.types)}${actor ? ` by ${actor.name}` : ""}${recipient ? ` towards ${recipient.name}` : ""}${query.about ? ` about “${query.about}”` : ""}${span(query)}`;
  if (all.length === 0) return nothing(desk, what, people);
  const lines = all.slice(0, MOST).map((one) => actLine(actView(desk, one)));
  const names = (pick: (one: Act) => readonly string[]): string =>
    listed(namesOf(desk, new Set(all.flatMap(pick))).slice(0, MOST)) || "Nobody is named";
  const count = `${counted(all.length, "entry", "entries")} for ${what}`;
  const lead =
    query.wants === "who"
      ? `${names(actor === null ? (one) => one.actors : (one) => one.recipients)} (${count}).`
      : query.wants === "whether"
        ? `Yes: ${lines[0]!.sentence}${all.length > 1 ? ` ${count}.` : ""}`
        : query.wants === "when"
          ? `${listed([...new Set(all.map(({ day }) => (day ? timeInWords(day) : "a day not told")))].slice(0, MOST))} (${count}).`
          : query.wants === "how-many"
            ? `${all.length === 1 ? "Once" : `${all.length} times`}, as far as the record holds (${count}).`
            : `${lines[0]!.sentence}${all.length > 1 ? ` ${count}.` : ""}`;
  return { sentence: lead, found: true, people, evidence: lines[0]!.evidence, lines };
}

function has({ event }: Act, about: string): boolean {
  const words = new Set(event.evidence.flatMap(({ quote }) => wordsOf(quote).map(({ stem }) => stem)));
  return wordsOf(about).every(({ stem }) => words.has(stem));
}

function actLine(view: ActView): Line {
  const names = (all: ActView["actors"]): string => listed(all.map(({ name }) => name)) || "somebody not named";
  const towards = view.recipients.length > 0 ? ` towards ${names(view.recipients)}` : "";
  const status = view.status === "actual" ? "" : ` (${view.status === "negated" ? "not done" : view.status})`;
  const when = view.day ? ` ${view.dated ? "on" : "reported on"} ${timeInWords(view.day)}` : "";
  const source = view.said_by ? `, ${view.said_by.name} said` : "";
  return {
    sentence: `${names(view.actors)}: ${view.type}${towards}${status}${when}${source}.`,
    evidence: onePerReport(view.evidence),
  };
}
