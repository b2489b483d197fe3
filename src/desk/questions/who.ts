import { fold } from "../../lexicon/fold.ts";
import { UsageError } from "../../record/errors.ts";
import { daysOf } from "../../store/days.ts";
import type { Identity } from "../types.ts";
import type { Desk } from "./desk.ts";
import { officeHolder, stateCode } from "./offices.ts";
import type { ActorRef, Understood } from "./schemas.ts";
import { counted, listed, notInRecord, readableActor, stateName, timeInWords } from "./words.ts";

/** An argument that names an actor, understood. */
export interface Who {
  readonly understood: Understood;
  readonly name: string;
  /** The identities that count as this actor: itself and, for a state, whoever acts for it. */
  readonly ids: ReadonlySet<string>;
}

/** Nobody, or more than one, is called so. The message lists who may be meant. */
export class ActorError extends UsageError {
  override name = "ActorError";
  readonly phrase: string;
  readonly reason: "unknown" | "ambiguous";
  /** Ids of the identities that may be meant. */
  readonly candidates: readonly string[];

  constructor(phrase: string, reason: ActorError["reason"], candidates: readonly Identity[], message: string) {
    super(message);
    this.phrase = phrase;
    this.reason = reason;
    this.candidates = candidates.map(({ id }) => id);
  }
}

/** An identity as answers show it. */
export function actorRef(desk: Desk, id: string): ActorRef {
  const identity = desk.identities.get(id);
  return { id, name: readableActor(identity?.id ?? id), kind: identity?.kind ?? null };
}

/**
 * Whom a phrase means: a name, alias or id; a state by any of its names; an office ("the French president"), held on
 * the last day that the record reaches, since nothing here knows of today; a part of a name that only one bears.
 * Throws ActorError where nobody is called so in the record, or several are.
 */
export function whoIs(desk: Desk, phrase: string): Who {
  const asked = phrase.trim().replace(/\s+/g, " ");
  const bare = asked.replace(/^the /i, "");
  const told = withBrackets(desk, asked);
  if (told) return personWho(desk, phrase, told, "by name");
  const code = stateCode(asked);
  if (code) return stateWho(desk, phrase, code);
  const named = distinct([...desk.identities.named(asked), ...desk.identities.named(bare)]);
  const exact = named.filter(({ id, name }) => same(id, bare) || same(name, bare));
  if (exact.length === 1) return personWho(desk, phrase, exact[0]!, "by name");
  const office = byOffice(desk, phrase, asked);
  if (office) return office;
  if (named.length === 1) return personWho(desk, phrase, named[0]!, "by a name that reports use");
  if (named.length > 1) return mostNamed(desk, phrase, bare, exact.length > 1 ? exact : named);
  return byPart(desk, phrase, bare);
}

/** "Name (XXX)": an id, a name as answers show it, or a name with the state or office that tells it from its namesakes. */
export function withBrackets(desk: Desk, phrase: string): Identity | undefined {
  const parts = /^(.+?) \((.+)\)$/.exec(phrase);
  if (!parts) return undefined;
  const byId = desk.identities.get(phrase);
  if (byId) return byId;
  const bearers = distinct([...desk.identities.named(parts[1]!), ...namesakes(desk, parts[1]!)]);
  const asShown = bearers.filter((one) =>
    [one.id, actorRef(desk, one.id).name, shown(desk, one)].some((n) => same(n, phrase)),
  );
  if (asShown.length === 1) return asShown[0];
  const code = stateCode(parts[2]!);
  const ofState = bearers.filter(
    ({ country, offices }) => code && (country === code || offices.some((one) => one.country === code)),
  );
  return ofState.length === 1 ? ofState[0] : undefined;
}

/** All whose name in an answer is this one, whatever stands in brackets behind it. */
const namesakes = (desk: Desk, name: string): Identity[] =>
  desk.identities.list.filter(
    ({ id }) =>
      same(id.replace(/ \([^)]*\)$/, ""), name) || same(actorRef(desk, id).name.replace(/ \([^)]*\)$/, ""), name),
  );

/** Of several who bear a name, the one whom reports call so ten times as often as any other; the answer says it. */
const FAR = 10;

function mostNamed(desk: Desk, phrase: string, bare: string, named: readonly Identity[]): Who {
  const uses = ({ aliases }: Identity): number => aliases.find(({ name }) => same(name, bare))?.count ?? 0;
  const [first, second] = named.toSorted((a, b) => uses(b) - uses(a));
  if (uses(first!) < FAR * Math.max(1, uses(second!))) throw ambiguous(desk, phrase, named);
  const others = listed(named.filter((one) => one !== first).map(({ id }) => actorRef(desk, id).name));
  return personWho(desk, phrase, first!, `by the name in ${counted(uses(first!), "report")}; not ${others}`);
}

function byOffice(desk: Desk, phrase: string, asked: string): Who | undefined {
  const day = desk.reach.last;
  const office = officeHolder(asked, day);
  if (!office) return undefined;
  const identity = desk.identities.get(office.holder) ?? desk.identities.named(office.holder)[0];
  const held = `${office.title} of ${office.of}${day ? ` on ${timeInWords(day)}, the last day of the record` : ""}`;
  if (identity) return personWho(desk, phrase, identity, held);
  const message = notInRecord(`${office.holder}, ${held}`, desk.reach);
  throw new ActorError(phrase, "unknown", [], message);
}

function byPart(desk: Desk, phrase: string, bare: string): Who {
  const wanted = fold(bare);
  const parts = desk.identities.list.filter(({ id, kind }) => kind !== "official" && words(id).includes(wanted));
  if (parts.length === 1) return personWho(desk, phrase, parts[0]!, "by a part of the name");
  if (parts.length > 1) throw ambiguous(desk, phrase, parts);
  const near = nearest(desk, wanted);
  const hint = near.length > 0 ? ` Near it: ${listed(near.map((one) => shown(desk, one)))}.` : "";
  const message = `Nobody called “${phrase}” is in the record.${hint}`;
  throw new ActorError(phrase, "unknown", near, message);
}

const MOST = 8;

function ambiguous(desk: Desk, phrase: string, all: readonly Identity[]): ActorError {
  const some = all.slice(0, MOST).map((one) => shown(desk, one));
  const more = all.length > MOST ? ` and ${all.length - MOST} more` : "";
  const message = `“${phrase}” may be ${counted(all.length, "actor")} of the record: ${some.join("; ")}${more}. Give the full name.`;
  return new ActorError(phrase, "ambiguous", all, message);
}

function shown(desk: Desk, { id, offices, country }: Identity): string {
  const office = offices.at(-1);
  const about = office ? office.title : country ? stateName(country) : null;
  return `${actorRef(desk, id).name}${about && about !== id ? ` (${about})` : ""}`;
}

function personWho(desk: Desk, phrase: string, identity: Identity, read_as: string): Who {
  if (identity.kind === "state") return stateWho(desk, phrase, identity.id);
  const actor = actorRef(desk, identity.id);
  return { understood: { phrase, actor, read_as }, name: actor.name, ids: new Set([identity.id]) };
}

function stateWho(desk: Desk, phrase: string, code: string): Who {
  const acting = desk.ofCountry(code).filter((one) => actsFor(one, code));
  const ids = new Set([code, ...acting.map(({ id }) => id)]);
  const actor: ActorRef = { id: code, name: stateName(code), kind: "state" };
  const read_as = "the state and whoever holds an office of it or speaks for it in the record";
  return { understood: { phrase, actor, read_as }, name: actor.name, ids };
}

/** Bodies and officials of a state, and persons with an office of it, act for it; its parties and rebels do not. */
function actsFor(one: Identity, code: string): boolean {
  if (one.kind === "official" || one.kind === "organisation") return one.id.startsWith(`${code}:`);
  if (one.kind !== "person") return false;
  return one.offices.some(({ country, body }) => country === code && body === null);
}

/** Whether an actor held any office of a state on a day; true where neither knows better. */
export function inOffice(one: Identity, code: string, day: string | null): boolean {
  const dated = one.offices.filter(({ country, from, to }) => country === code && (from || to));
  if (day === null || dated.length === 0) return true;
  return dated.some(({ from, to, basis }) => {
    if (basis === "reports") return true;
    const first = daysOf(from).from;
    const last = daysOf(to).to;
    return (first === null || first <= day) && (last === null || day <= last);
  });
}

const same = (a: string, b: string): boolean => fold(a) === fold(b);
const words = (name: string): string[] => fold(name).split(/[\s():,-]+/);
const distinct = (all: readonly Identity[]): Identity[] => [...new Map(all.map((one) => [one.id, one])).values()];

/** Names with a word that differs by two letters at most, the nearest first. */
function nearest(desk: Desk, wanted: string): Identity[] {
  const last = wanted.split(" ").at(-1)!;
  const most = last.length < 5 ? 1 : 2;
  return desk.identities.list
    .filter(({ kind }) => kind !== "official" && kind !== "group")
    .map((one) => ({ one, apart: Math.min(...words(one.name).map((word) => distance(word, last, most))) }))
    .filter(({ apart }) => apart <= most)
    .sort((a, b) => a.apart - b.apart)
    .slice(0, MOST)
    .map(({ one }) => one);
}

/** Levenshtein's distance, or more than `most` where it is more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
