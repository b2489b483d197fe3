import type { Actor, Bounds, Contact, Event, Money, Note, Statement, Time, Why } from "../record/schema.ts";
import { dayWithWeekday, durationInWords, modified, timeInWords } from "./dates.ts";
import { listed, readableActor, readableAmount, stateName } from "./names.ts";
import type { Sheet, Tone } from "./sheet.ts";
import type { Piece } from "./wrap.ts";

/** How each kind of entry is put on a sheet. With `why`, the rule behind each value follows. */

const CONTACT_KINDS: Readonly<Record<Contact["kind"], string>> = {
  meeting: "Meeting",
  visit: "Visit",
  talks: "Talks",
  summit: "Summit",
  call: "Phone call",
  video: "Video conference",
  letter: "Letter",
  message: "Message",
  reception: "Reception",
};
const CONTACT_STATUS: Readonly<Record<Contact["status"], readonly [string, Tone]>> = {
  held: ["Held", "sure"],
  planned: ["Planned", "coming"],
  possible: ["Possible", "open"],
  negated: ["Not held", "against"],
};
const EVENT_STATUS: Readonly<Record<Event["status"], readonly [string, Tone]>> = {
  actual: ["Done", "sure"],
  planned: ["Planned", "coming"],
  possible: ["Possible", "open"],
  negated: ["Not done", "against"],
};
const MEDIA: Readonly<Record<string, string>> = {
  "in-person": "in person",
  phone: "by phone",
  video: "by video",
  written: "in writing",
};
const USUAL_MEDIUM: Readonly<Record<string, string>> = {
  call: "phone",
  video: "video",
  letter: "written",
  message: "written",
  visit: "in-person",
  reception: "in-person",
};

export function putContact(sheet: Sheet, contact: Contact, why: boolean): void {
  const parties = listed(contact.parties.map(readableActor));
  sheet.entry(...CONTACT_STATUS[contact.status], sheet.strong(`${CONTACT_KINDS[contact.kind]}: ${parties}`));
  const duration = contact.duration && modified(durationInWords(contact.duration), contact.duration_mod);
  const medium = contact.medium && contact.medium !== USUAL_MEDIUM[contact.kind] ? MEDIA[contact.medium] : null;
  sheet.detail(
    ...facts(
      when(contact.date, contact.bounds) ?? "no date given",
      contact.place && `in ${stateName(contact.place)}`,
      duration,
      medium,
    ),
  );
  if (contact.topics.length > 0) sheet.detail(said("about "), said(quoted(contact.topics)));
  if (contact.ordinal) sheet.detail(said(`in a series: “${contact.ordinal}”`));
  for (const factor of contact.factors) sheet.detail(said(`hangs on “${factor}”`));
  sheet.words(contact.evidence);
  if (why) putWhy(sheet, contact.why);
}

const MODES: Readonly<Record<Statement["mode"], string>> = { direct: "Quoted", mixed: "In part", indirect: "Reported" };

export function putStatement(sheet: Sheet, statement: Statement, why: boolean): void {
  const speakers = listed([statement.speaker].flat().map(readableActor));
  const to = statement.addressee.length > 0 ? ` to ${listed(statement.addressee.map(readableActor))}` : "";
  const through = statement.via ? `, through ${readableActor(statement.via)}` : "";
  const rest = facts(
    when(statement.date),
    statement.hedged && "hedged by the report",
    statement.cue && `“${statement.cue}”`,
  );
  const gap = rest.length > 0 ? [said(" · ")] : [];
  sheet.entry(MODES[statement.mode], "plain", sheet.strong(speakers), said(`${to}${through}`), ...gap, ...rest);
  const content = statement.evidence.find((span) => span.quote === statement.content);
  if (content) sheet.quote(content);
  else sheet.line(statement.line, statement.content);
  if (why) putWhy(sheet, statement.why);
}

export function putEvent(sheet: Sheet, event: Event, why: boolean): void {
  const doers = listed(event.actors.map(readableActor)) || "somebody not named";
  const recipients = event.recipients.length > 0 ? ` → ${listed(event.recipients.map(readableActor))}` : "";
  const rest = facts(when(event.date), event.said_by && `as ${readableActor(event.said_by)} says`);
  const gap = rest.length > 0 ? [said(" · ")] : [];
  sheet.entry(...EVENT_STATUS[event.status], sheet.strong(event.type), said(` ${doers}${recipients}`), ...gap, ...rest);
  sheet.words(event.evidence);
  if (why) putWhy(sheet, event.why);
}

export function putMoney(sheet: Sheet, money: Money, why: boolean): void {
  const upper = money.amount_to === undefined ? "" : ` to ${readableAmount(money.amount_to)}`;
  const path = `${money.from ? ` from ${readableActor(money.from)}` : ""}${money.to ? ` to ${readableActor(money.to)}` : ""}`;
  const purpose = money.purpose ? `, ${money.purpose}` : "";
  const inferred = money.why.currency?.basis === "inferred" ? [said(" · currency inferred")] : [];
  const sum = `${money.currency} ${readableAmount(money.amount)}${upper}`;
  sheet.entry(...EVENT_STATUS[money.status], sheet.strong(sum), said(`${purpose}${path}`), ...inferred);
  sheet.words(money.evidence);
  if (why) putWhy(sheet, money.why);
}

export function putTime(sheet: Sheet, time: Time, why: boolean): void {
  const value = time.value && (time.type === "DURATION" ? durationInWords(time.value) : dayWithWeekday(time.value));
  const bounds = boundsInWords(time.bounds);
  const words = value ? modified(value, time.mod) : "not settled";
  const every = time.type === "SET" ? "every " : "";
  const between = bounds && (!value || /_REF$/.test(time.value ?? "")) ? `, ${bounds}` : "";
  sheet.quote(time.evidence, sheet.faint("  →  "), said(`${every}${words}${between}`));
  if (why) putWhy(sheet, { value: time.why });
}

const NOTES: Readonly<Record<Note["kind"], string>> = {
  "quotation-mended": "Mended",
  "encoding-mended": "Mended",
  "currency-inferred": "Inferred",
  language: "Language",
  "date-unresolved": "Undated",
  empty: "Empty",
  other: "Note",
};

export function putNote(sheet: Sheet, note: Note): void {
  sheet.entry(NOTES[note.kind], "open", said(note.message));
  if (note.evidence) sheet.quote(note.evidence);
}

const ACTOR_KINDS: Readonly<Record<Actor["kind"], string>> = {
  person: "Person",
  state: "State",
  organisation: "Body",
  group: "Group",
  official: "Official",
};
const SECTORS: Readonly<Record<string, string>> = {
  GOV: "government",
  MIL: "military",
  LEG: "parliament",
  JUD: "courts",
  OPP: "opposition",
  REB: "rebels",
  IGO: "intergovernmental",
  NGO: "non-governmental",
  BUS: "business",
  MED: "media",
  CVL: "civilians",
  ELI: "elite",
};
const MOST_SURFACES = 8;

export function putActor(sheet: Sheet, actor: Actor, why: boolean): void {
  const name = readableActor(actor.name);
  const country = actor.country && !name.includes(stateName(actor.country)) ? stateName(actor.country) : null;
  const sector = actor.sector && actor.kind !== "state" ? SECTORS[actor.sector] : null;
  const rest = facts(actor.role, country, sector);
  const gap = rest.length > 0 ? [said(" · ")] : [];
  sheet.entry(ACTOR_KINDS[actor.kind], "plain", sheet.strong(name), ...gap, ...rest);
  const more = actor.surface.length - MOST_SURFACES;
  const surfaces = quoted(actor.surface.slice(0, MOST_SURFACES)) + (more > 0 ? ` and ${more} more` : "");
  if (surfaces) sheet.detail(sheet.faint(surfaces));
  if (why) putWhy(sheet, actor.why);
}

function putWhy(sheet: Sheet, why: Readonly<Record<string, Why>>): void {
  for (const [field, { rule, basis, span }] of Object.entries(why)) {
    sheet.detail(sheet.faint(`${field} ${basis} (${rule})${span ? ` “${span.quote.slice(0, 200)}”` : ""}`));
  }
}

const said = (text: string): Piece => ({ text });

const quoted = (phrases: readonly string[]): string => phrases.map((phrase) => `“${phrase}”`).join(", ");

/** Facts in a row with dots between them; what is not known is left out. */
function facts(...known: readonly (string | null | undefined | false)[]): Piece[] {
  const text = known.filter((fact) => fact).join(" · ");
  return text ? [said(text)] : [];
}

function when(date: string | null, bounds?: Bounds): string | null {
  return date ? timeInWords(date) : boundsInWords(bounds);
}

function boundsInWords(bounds: Bounds | undefined): string | null {
  const { earliest, latest } = bounds ?? { earliest: null, latest: null };
  if (earliest && latest)
    return earliest === latest ? timeInWords(earliest) : `between ${timeInWords(earliest)} and ${timeInWords(latest)}`;
  if (earliest) return `${timeInWords(earliest)} or later`;
  return latest ? `${timeInWords(latest)} or earlier` : null;
}
