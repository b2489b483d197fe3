import type { ActView, EncounterView, StatementView } from "../../desk/questions/schemas.ts";
import { kindInWords, mediumInWords, timeInWords, whenInWords } from "../../desk/questions/words.ts";
import { durationInWords, modified } from "../../formats/dates.ts";
import { listed, stateName } from "../../formats/names.ts";
import type { Tone } from "../../formats/sheet.ts";
import type { Page } from "./page.ts";

const STATUS: Readonly<Record<EncounterView["status"], readonly [string, Tone]>> = {
  held: ["Held", "sure"],
  planned: ["Planned", "coming"],
  possible: ["Possible", "open"],
  negated: ["Not held", "against"],
};

/** An encounter with what is known of it and who says so. */
export function putEncounter(page: Page, view: EncounterView, reports = 2): void {
  const kind = capital(kindInWords(view.kind).replace(/^an? /, ""));
  page.entry(...STATUS[view.status], `${kind}: ${listed(view.parties.map(({ name }) => name))}`);
  page.detail(
    whenInWords(view),
    view.place && `in ${stateName(view.place)}`,
    view.duration && modified(durationInWords(view.duration), view.duration_mod ?? undefined),
    view.medium_basis === "stated" && view.medium && mediumInWords(view.medium),
    view.reports > 1 && `${view.reports} reports`,
    view.id,
  );
  if (view.topics.length > 0) page.detail(`about ${quoted(view.topics)}`);
  for (const words of view.ordinals) page.detail(`in a series: “${words}”`);
  for (const factor of view.factors) page.detail(`hangs on “${factor}”`);
  for (const contradiction of view.contradictions) page.detail(`reports disagree: ${contradiction}`);
  page.evidence(view.evidence, reports);
}

/** A statement with its exact words. */
export function putStatement(
  page: Page,
  view: StatementView,
  label: string,
  ...more: readonly (string | null)[]
): void {
  const to = view.to.length > 0 ? ` to ${listed(view.to.map(({ name }) => name))}` : "";
  const through = view.via ? `, through ${view.via.name}` : "";
  page.entry(
    label,
    "plain",
    `${listed(view.speakers.map(({ name }) => name))}${to}${through}`,
    view.day && `${view.dated ? "" : "reported "}${timeInWords(view.day)}`,
    view.hedged && "hedged by the report",
    ...more,
  );
  page.evidence(view.evidence);
}

const ACT_STATUS = { actual: "Done", planned: "Planned", possible: "Possible", negated: "Not done" } as const;

/** An act with its exact words. */
export function putAct(page: Page, view: ActView): void {
  const to = view.recipients.length > 0 ? ` → ${listed(view.recipients.map(({ name }) => name))}` : "";
  page.entry(
    ACT_STATUS[view.status],
    view.status === "actual" ? "sure" : "coming",
    `${view.type} ${listed(view.actors.map(({ name }) => name))}${to}`,
    view.day && `${view.dated ? "" : "reported "}${timeInWords(view.day)}`,
    view.said_by && `as ${view.said_by.name} says`,
  );
  page.evidence(view.evidence);
}

export const quoted = (phrases: readonly string[]): string => phrases.map((phrase) => `“${phrase}”`).join(", ");
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
