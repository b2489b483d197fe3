import * as z from "zod";
import type { Desk } from "../desk/questions/desk.ts";
import { placeFits } from "../desk/questions/log.ts";
import { encountersBetween } from "../desk/questions/pairs.ts";
import { ActorPhrase, ContactKind, ContactStatus, Medium } from "../desk/questions/schemas.ts";
import { mediumOf, reportedOn, spanOf, within } from "../desk/questions/when.ts";
import { whoIs } from "../desk/questions/who.ts";
import type { Encounter } from "../desk/types.ts";
import { Flag, Many } from "./query.ts";
import { Day } from "./schemas.ts";

/** By what encounters are chosen, in lists and in counts. */
export const encounterFilter = {
  actor: ActorPhrase.optional(),
  with: ActorPhrase.optional().describe("another party beside `actor`"),
  kind: Many(ContactKind),
  status: Many(ContactStatus),
  medium: Many(Medium),
  since: Day.optional().describe("one whose days are not told counts on the day of its first report"),
  until: Day.optional(),
  place: z.string().trim().min(1).max(200).optional().describe("a city, or a state by its name"),
  contradicted: Flag.describe("true: only those on which reports disagree"),
} as const;

type Asked = Partial<z.output<z.ZodObject<typeof encounterFilter>>>;

/** The encounters that fit, in the desk's own order. Throws ActorError where a name is not known. */
export function filterEncounters(desk: Desk, asked: Asked): readonly Encounter[] {
  const { kind, status, medium, since = null, until = null, place, contradicted } = asked;
  return partiesFit(desk, asked)
    .filter((one) => kind === undefined || kind.includes(one.kind))
    .filter((one) => status === undefined || status.includes(one.status))
    .filter((one) => medium === undefined || includes(medium, mediumOf(one)))
    .filter((one) => (since === null && until === null) || within(daysOf(one), since, until) !== "no")
    .filter((one) => place === undefined || placeFits(one, place))
    .filter((one) => contradicted === undefined || one.brief.contradicted === contradicted);
}

function partiesFit(desk: Desk, { actor, with: other }: Asked): readonly Encounter[] {
  const phrases = [actor, other].filter((phrase) => phrase !== undefined);
  const [a, b] = phrases.map((phrase) => whoIs(desk, phrase));
  if (!a) return desk.encounters;
  return b ? encountersBetween(desk, a, b) : desk.encountersOf(a.ids);
}

/** The days on which an encounter counts: its own, else that of its first report. */
export function daysOf(one: Encounter): { readonly from: string | null; readonly to: string | null } {
  const span = spanOf(one);
  const reported = reportedOn(one);
  return span.told ? span : { from: reported, to: reported };
}

const includes = <T>(all: readonly T[], one: T | null): boolean => one !== null && all.includes(one);
