import type { Evidence } from "../../record/schema.ts";
import { lexiconTopicsOf } from "../topics.ts";
import type { Encounter, KeptReport, Source, Value } from "../types.ts";
import type { Act, Desk, Said } from "./desk.ts";
import type { ActView, Cited, EncounterView, StatementView } from "./schemas.ts";
import { mediumOf, reportedOn, spanOf } from "./when.ts";
import { actorRef } from "./who.ts";

/** Values of the desk as answers show them, each with the words it rests on. */

/** The words of an entry in a report. `line` is that of the entry, from 0, used where the text is not at hand. */
export function cited(desk: Desk, report: KeptReport, entry: string, span: Evidence, line: number | null): Cited {
  const text = desk.text(report.id);
  const { title, published, id } = report;
  const at = text === undefined ? (line === null ? null : line + 1) : lineAt(text, span.from);
  return { report: id, title: title ?? report.record.title, published, entry, line: at, ...spanOnly(span) };
}

const spanOnly = ({ from, to, quote }: Evidence): Evidence => ({ from, to, quote });

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}

function sourceCited(desk: Desk, source: Source): Cited[] {
  const report = desk.reports.get(source.report);
  if (!report) return [];
  const contact = report.record.contacts.find(({ id }) => id === source.entry);
  return [cited(desk, report, source.entry, source, contact?.lines[0] ?? null)];
}

const values = (list: readonly Value[]): string[] => list.map(({ value }) => value);

/** An encounter as answers show it. */
export function encounterView(desk: Desk, one: Encounter): EncounterView {
  const medium = mediumOf(one);
  const { from, to } = spanOf(one);
  const evidence = one.sources.flatMap((source) => sourceCited(desk, source));
  return {
    id: one.id,
    kind: one.kind,
    medium,
    medium_basis: medium === null ? null : one.medium === null ? "usual" : "stated",
    status: one.status,
    parties: one.parties.map(({ actor }) => actorRef(desk, actor)),
    date: one.date,
    days: one.date || one.status === "held" || from || to ? { from, to } : { from: null, to: null },
    reported: reportedOn(one),
    place: one.places[0]?.value ?? null,
    duration: one.durations[0]?.value ?? null,
    duration_mod: one.durations[0]?.mod ?? null,
    ordinals: values(one.ordinals),
    topics: values(one.topics),
    factors: values(one.factors),
    contradictions: one.contradictions.map(({ message }) => message),
    reports: new Set(one.entries.map(({ report }) => report)).size,
    evidence,
  };
}

/** A statement as answers show it. */
export function statementView(desk: Desk, said: Said): StatementView {
  const { report, statement } = said;
  return {
    report: report.id,
    entry: statement.id,
    speakers: said.speakers.map((id) => actorRef(desk, id)),
    via: said.via === null ? null : actorRef(desk, said.via),
    to: said.to.map((id) => actorRef(desk, id)),
    mode: statement.mode,
    cue: statement.cue,
    content: statement.content,
    hedged: statement.hedged,
    day: said.day,
    dated: said.dated,
    topics: lexiconTopicsOf(statement).map(({ topic }) => topic),
    evidence: statement.evidence.map((span) => cited(desk, report, statement.id, span, statement.line)),
  };
}

/** An event as answers show it. */
export function actView(desk: Desk, act: Act): ActView {
  const { report, event } = act;
  return {
    report: report.id,
    entry: event.id,
    type: event.type,
    actors: act.actors.map((id) => actorRef(desk, id)),
    recipients: act.recipients.map((id) => actorRef(desk, id)),
    status: event.status,
    said_by: act.saidBy === null ? null : actorRef(desk, act.saidBy),
    day: act.day,
    dated: act.dated,
    evidence: event.evidence.map((span) => cited(desk, report, event.id, span, event.line)),
  };
}
