import type * as z from "zod";
import { perDesk } from "../per-desk.ts";
import type { Desk } from "../questions/desk.ts";
import { changeView, viewing } from "../questions/positions.ts";
import type { Question } from "../questions/question.ts";
import type { Cited } from "../questions/schemas.ts";
import { sumView } from "../questions/sums.ts";
import { comingView, hasPassed, soonest } from "../questions/upcoming.ts";
import { cited, encounterView } from "../questions/views.ts";
import { newestFirst } from "../questions/when.ts";
import { actorRef } from "../questions/who.ts";
import { notInRecord } from "../questions/words.ts";
import type { Encounter, Entry, KeptReport } from "../types.ts";
import { claimsIn } from "./claims.ts";
import { type ContactNews, contactNews, wordsOf } from "./contacts.ts";
import { movedIn } from "./moved.ts";
import { type Answer, Input, Output } from "./schemas.ts";
import { sentenceOf } from "./sentence.ts";
import { sumsNewIn } from "./sums.ts";
import { windowOf } from "./window.ts";

/** What the latest reports changed. A desk never changes, so each answer is made once for it. */
export const today: Question<typeof Input, typeof Output> = {
  name: "today",
  summary: "what the latest reports changed: contacts, positions, claims, sums",
  input: Input,
  output: Output,
  answer(desk, input) {
    const key = JSON.stringify(input);
    const known = made(desk);
    let answer = known.get(key);
    if (!answer) {
      answer = answerOf(desk, input);
      answer.catch(() => known.delete(key));
      if (known.size >= MOST_KEPT) known.clear();
      known.set(key, answer);
    }
    return answer;
  },
};

const MOST_KEPT = 32;
const made = perDesk(() => new Map<string, Promise<Answer>>());

async function answerOf(desk: Desk, { since, reports, today: asked, limit }: z.output<typeof Input>): Promise<Answer> {
  const window = windowOf(desk, since, reports);
  const day = asked ?? desk.reach.last;
  const news = contactNews(desk.encounters, window);
  const fresh = news.fresh.toSorted(newestFirst);
  const moved = movedIn(desk, window);
  const claims = await claimsIn(desk, window);
  const ahead = day === null ? [] : aheadOf(desk, day);
  const sums = sumsNewIn(desk, window);
  const view = viewing(desk);
  const totals: Answer["totals"] = {
    reports: window.total,
    new_contacts: fresh.length,
    turned: news.turned.length,
    moved: moved.length,
    claims: claims.length,
    contradictions: news.contradicted.length,
    coming: ahead.length,
    sums: sums.length,
  };
  return {
    sentence:
      window.total === 0
        ? notInRecord(`a report published since ${since}`, desk.reach)
        : sentenceOf(window, totals, moved, claims),
    found: window.total > 0,
    reach: desk.reach,
    asked: {
      window_from: window.from,
      since: window.since,
      first: window.reports.at(-1)?.published ?? null,
      last: window.reports[0]?.published ?? null,
      today: day,
      today_from: asked === undefined ? "record" : "asked",
      undated: undated(desk),
    },
    totals,
    reports: window.reports.slice(0, limit).map(briefOf),
    new_contacts: fresh.slice(0, limit).map((one) => encounterView(desk, one)),
    turned: turnedViews(desk, news, limit),
    moved: moved.slice(0, limit).map(({ actor, change, ...rest }) => ({
      actor: actorRef(desk, actor),
      ...rest,
      change: changeView(change, view),
    })),
    claims: claims
      .slice(0, limit)
      .map(({ report: { id, title, published }, claim }) => ({ report: { id, title, published }, claim })),
    contradictions: contradictionViews(desk, news, limit),
    coming: ahead.slice(0, limit).map((one) => comingView(desk, one)),
    sums: sums.slice(0, limit).map((group) => sumView(desk, group)),
  };
}

const undated = perDesk((desk) => [...desk.reports.values()].filter(({ published }) => published === null).length);

/** Planned and possible contacts that are known on a day and whose time has not passed by then. */
const aheadOf = (desk: Desk, day: string): Encounter[] =>
  desk.encounters
    .filter(({ status }) => status === "planned" || status === "possible")
    .filter((one) => (one.brief.reported ?? "") <= day && !hasPassed(one, day))
    .sort(soonest);

const briefOf = ({ id, title, published, publisher, address, record }: KeptReport): Answer["reports"][number] => ({
  id,
  title: title ?? record.title,
  published,
  publisher,
  address,
  contacts: record.contacts.length,
  statements: record.statements.length,
  events: record.events.length,
  sums: record.money.length,
});

const turnedViews = (desk: Desk, { turned }: ContactNews, limit: number): Answer["turned"] =>
  turned
    .toSorted((a, b) => newestFirst(a.encounter, b.encounter))
    .slice(0, limit)
    .map(({ encounter, from, to, before, after }) => ({
      encounter: encounterView(desk, encounter),
      from,
      to,
      before: citedEntry(desk, before),
      after: citedEntry(desk, after),
    }));

const contradictionViews = (desk: Desk, { contradicted }: ContactNews, limit: number): Answer["contradictions"] =>
  contradicted
    .toSorted((a, b) => newestFirst(a.encounter, b.encounter))
    .slice(0, limit)
    .map(({ encounter, disagree }) => ({
      encounter: encounterView(desk, encounter),
      disagree: disagree.map(({ contradiction: { field, values, message }, sides }) => ({
        field,
        values: [...values],
        message,
        evidence: sides.map(({ value, entry }) => ({ value, words: citedEntry(desk, entry, field) })),
      })),
    }));

/** The words of an encounter's entry. Every report of an encounter is on its desk. */
function citedEntry(desk: Desk, entry: Entry, field?: string): Cited {
  const { contact, report } = entry;
  return cited(desk, desk.reports.get(report)!, contact.id, wordsOf(entry, field), contact.lines[0] ?? null);
}
