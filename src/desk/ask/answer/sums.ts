import type { Desk } from "../../questions/desk.ts";
import { find } from "../../questions/find.ts";
import { sums } from "../../questions/sums.ts";
import { listed, readableAmount, timeInWords } from "../../questions/words.ts";
import type { QueryOf } from "../query.ts";
import { type Line, onePerReport, type Told } from "./told.ts";

const MOST = 20;
const STATUS = { actual: "given", planned: "planned", possible: "possible", negated: "refused or not used" } as const;

/** A sum as `sums` shows it. */
export type SumView = Awaited<ReturnType<typeof sums.answer>>["sums"][number];

/** Sums by who gives, who gets, what for. */
export async function answerSums(desk: Desk, query: QueryOf<"sums">): Promise<Told> {
  const { from, to, purpose, since, until, wants } = query;
  const answer = await sums.answer(desk, { from, to, purpose, since, until });
  const people = [answer.asked.from, answer.asked.to].filter((one) => one !== null);
  const lines = answer.sums.slice(0, MOST).map(sumLine);
  const names = (pick: (view: SumView) => SumView["from"]): string =>
    listed([...new Set(answer.sums.map((one) => pick(one)?.name).filter((name) => name !== undefined))]);
  const who =
    wants === "who" && answer.found
      ? `${names(to && !from ? ({ from }) => from : ({ to }) => to) || "Nobody is named"}. `
      : "";
  const first = lines.length === 1 ? lines[0]!.sentence : answer.sentence;
  return {
    sentence: answer.found ? `${who}${first}` : answer.sentence,
    found: answer.found,
    people,
    evidence: lines[0]?.evidence ?? [],
    lines,
  };
}

/** A sum in words, by whom, to whom, what for. */
export function sumLine(view: SumView): Line {
  const upTo = view.amount_to === null ? "" : ` to ${readableAmount(view.amount_to)}`;
  const inferred = view.currency_inferred ? " (currency inferred)" : "";
  const parts = [
    `${view.currency} ${readableAmount(view.amount)}${upTo}${inferred}`,
    view.from ? `from ${view.from.name}` : "",
    view.to ? `to ${view.to.name}` : "",
    view.purpose ? `for “${view.purpose.replace(/\s+/g, " ")}”` : "",
    `(${STATUS[view.status]}${view.first ? `; reported ${timeInWords(view.first)}` : ""})`,
  ];
  return { sentence: `${parts.filter(Boolean).join(" ")}.`, evidence: onePerReport(view.evidence) };
}

/** Reports and entries by their words. */
export async function answerFind(desk: Desk, { words }: QueryOf<"find">): Promise<Told> {
  const answer = await find.answer(desk, { words, limit: MOST });
  const evidence = answer.entries.flatMap((one) => one.evidence.slice(0, 1)).slice(0, MOST);
  const lines = answer.reports.map(({ title, published, snippet }) => ({
    sentence: `${title ?? "A report without a title"}${published ? `, ${timeInWords(published)}` : ""}: ${snippet}`,
    evidence: [],
  }));
  return { sentence: answer.sentence, found: answer.found, people: [], evidence: evidence.slice(0, 1), lines };
}
