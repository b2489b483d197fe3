import { daysOf } from "../../store/days.ts";
import type { Encounter } from "../types.ts";
import { periodStart, type Scene, type Tested } from "./check-scene.ts";
import type { Claim } from "./claims.ts";
import type { Desk } from "./desk.ts";
import { encountersBetween } from "./pairs.ts";
import { addDays, mediumOf, newestFirst, spanOf, within } from "./when.ts";
import { kindInWords, listed, mediumInWords, timeInWords } from "./words.ts";

export interface Judged {
  readonly verdict: "supported" | "contradicted" | "unknown";
  readonly reasons: readonly string[];
  /** Encounters that bear the claim out: its anchor, or the ones it counts. */
  readonly support: readonly Encounter[];
  readonly against: readonly Encounter[];
  /** Might be against it: their day or medium is not known. */
  readonly open: readonly Encounter[];
  /** In the time meant, but of a medium of which the claim does not speak. */
  readonly not_counted: readonly Encounter[];
}

type Fits = "yes" | "perhaps" | "no";

/**
 * What the rest of the record says of a claim. "Supported" says no more than that nothing in the record contradicts
 * it and that the contact on which it rests is there; the record may lack others.
 */
export function judge(desk: Desk, tested: Tested, claim: Claim, scene: Scene, own: ReadonlySet<string>): Judged {
  const { a, b } = scene;
  if (!a || !b) return unknown("The two parties meant were not understood.");
  const all = encountersBetween(desk, a, b)
    .filter(({ status }) => status === "held")
    .filter((one) => one.entries.some(({ report }) => !own.has(report)))
    .sort(newestFirst);
  const others = all.filter((one) => claim.kind === "last-time" || !isOccasion(one, scene));
  switch (claim.kind) {
    case "last-time":
      return judgeLast(tested, claim, scene, all);
    case "nth":
      return judgeNth(tested, claim, scene, others);
    case "never":
    case "first-ever":
      return judgeNever(tested, claim, scene, others);
    default:
      return judgeWindow(tested, claim, scene, others);
  }
}

/** The same contact as the occasion: its days touch, and the medium is not another. */
function isOccasion(one: Encounter, { occasion }: Scene): boolean {
  if (!occasion?.days.from || occasion.days.from !== occasion.days.to) return false;
  const { days } = occasion;
  const medium = mediumOf(one);
  const known = medium === null || occasion.medium === null || medium === occasion.medium;
  return known && spanOf(one).told && within(spanOf(one), addDays(days.from!, -1), addDays(days.to!, 1)) === "yes";
}

/** Whether an encounter is of the kind that the claim counts. The occasion's own medium counts, unless it says face to face. */
function counts(one: Encounter, claim: Claim, { occasion }: Scene): Fits {
  const { media, strict, visits } = claim.counted;
  if (visits && one.kind !== "visit") return "no";
  const allowed = new Set([...media, ...(strict || !occasion?.medium ? [] : [occasion.medium])]);
  const medium = mediumOf(one);
  return medium === null ? "perhaps" : allowed.has(medium) ? "yes" : "no";
}

interface Sorted {
  readonly sure: Encounter[];
  readonly open: Encounter[];
  readonly uncounted: Encounter[];
}

/** Sorts the encounters of some days by whether the claim counts them. */
function sort(
  all: readonly Encounter[],
  claim: Claim,
  scene: Scene,
  since: string | null,
  until: string | null,
): Sorted {
  const sorted: Sorted = { sure: [], open: [], uncounted: [] };
  for (const one of all) {
    const time = within(spanOf(one), since, until);
    const kind = counts(one, claim, scene);
    if (time === "no") continue;
    if (kind === "no") {
      if (time === "yes") sorted.uncounted.push(one);
    } else if (time === "yes" && kind === "yes") sorted.sure.push(one);
    else sorted.open.push(one);
  }
  return sorted;
}

/** The day before the occasion, else the report's own day. */
const before = ({ occasion }: Scene, { published }: Tested): string | null =>
  occasion?.days.from ? addDays(occasion.days.from, -1) : (occasion?.days.to ?? published);

function judgeWindow(tested: Tested, claim: Claim, scene: Scene, all: readonly Encounter[]): Judged {
  const until = claim.kind === "not-since" ? tested.published : before(scene, tested);
  const days = claim.kind === "first-in" ? spanDays(claim, until) : (scene.anchor?.days ?? { from: null, to: null });
  if (!days.to) return unknown(`The day meant by “${scene.anchor?.words ?? claim.period ?? ""}” is not told.`);
  const sorted = sort(all, claim, scene, addDays(days.to, 1), until);
  const anchors = all.filter((one) => isAnchor(one, claim, scene, days));
  const since = `since ${timeInWords(days.to)}`;
  if (sorted.sure.length > 0)
    return contradicted(sorted, `The record holds ${shown(sorted.sure)} ${since}.`, scene, claim);
  if (sorted.open.length > 0)
    return {
      ...unknown(`${shown(sorted.open)} may lie in that time or be of that kind.`, ...notes(sorted, scene, claim)),
      ...rest(sorted, anchors),
    };
  const nothing = `Nothing in the record contradicts it: no other of the ${claim.counted.words} ${since}${until ? ` until ${timeInWords(until)}` : ""}.`;
  if (anchors.length === 0) {
    const missing =
      claim.kind === "first-in" ? "an earlier one, before that time," : "the contact from which it counts";
    return {
      ...unknown(nothing, `But ${missing} is not in the rest of the record.`, ...notes(sorted, scene, claim)),
      ...rest(sorted, []),
    };
  }
  return {
    verdict: "supported",
    reasons: [nothing, `The contact from which it counts is there: ${shown(anchors)}.`, ...notes(sorted, scene, claim)],
    against: [],
    ...rest(sorted, anchors),
  };
}

/** first-in: what lies before the span is the anchor; the span itself is the window. */
function spanDays(claim: Claim, until: string | null): { readonly from: string | null; readonly to: string | null } {
  const start = claim.period && until ? periodStart(claim.period, until, null) : null;
  return { from: null, to: start };
}

/** A contact on the days after "since", of the medium given there; for a span, any that counts and lies before it. */
function isAnchor(
  one: Encounter,
  claim: Claim,
  scene: Scene,
  days: { readonly from: string | null; readonly to: string | null },
): boolean {
  const { told } = spanOf(one);
  if (!told || within(spanOf(one), days.from, days.to) !== "yes") return false;
  const wanted = scene.anchor?.medium ?? null;
  const medium = mediumOf(one);
  return wanted === null || medium === null ? counts(one, claim, scene) !== "no" : medium === wanted;
}

function judgeLast(tested: Tested, claim: Claim, scene: Scene, all: readonly Encounter[]): Judged {
  const days = scene.occasion?.days ?? sentenceDays(tested, claim);
  if (!days.from || !days.to) return unknown("The day of that last time is not told.");
  const sorted = sort(all, claim, scene, addDays(days.to, 1), tested.published);
  const anchors = all.filter((one) => spanOf(one).told && within(spanOf(one), days.from, days.to) === "yes");
  const later = `after ${timeInWords(days.to)}${tested.published ? ` and before ${timeInWords(tested.published)}` : ""}`;
  if (sorted.sure.length > 0)
    return contradicted(sorted, `The record holds ${shown(sorted.sure)} ${later}.`, scene, claim);
  if (sorted.open.length > 0)
    return {
      ...unknown(`${shown(sorted.open)} may be later.`, ...notes(sorted, scene, claim)),
      ...rest(sorted, anchors),
    };
  const nothing = `Nothing in the record contradicts it: none of the ${claim.counted.words} ${later}.`;
  if (anchors.length === 0)
    return {
      ...unknown(
        nothing,
        "But the rest of the record does not hold that last contact itself.",
        ...notes(sorted, scene, claim),
      ),
      ...rest(sorted, []),
    };
  return {
    verdict: "supported",
    reasons: [nothing, `That last contact is there: ${shown(anchors)}.`, ...notes(sorted, scene, claim)],
    against: [],
    ...rest(sorted, anchors),
  };
}

function sentenceDays(
  { record, published }: Tested,
  claim: Claim,
): { readonly from: string | null; readonly to: string | null } {
  const time = record.times.find(
    ({ evidence, type }) => type === "DATE" && evidence.from >= claim.from && evidence.to <= claim.sentence.to,
  );
  return daysOf(time?.value ?? null, published);
}

function judgeNth(tested: Tested, claim: Claim, scene: Scene, all: readonly Encounter[]): Judged {
  const until = before(scene, tested);
  if (!until) return unknown("The day of the contact is not told.");
  const anchored = claim.since !== null;
  const since = anchored
    ? (scene.anchor?.days.from ?? null)
    : claim.period
      ? periodStart(claim.period, addDays(until, 1), claim.nth)
      : null;
  if (since === null && (anchored || claim.period)) return unknown("The time over which it counts is not told.");
  const sorted = sort(all, claim, scene, since, until);
  const wanted = claim.nth! - 1;
  const count = sorted.sure.length;
  const time = since ? `from ${timeInWords(since)} to ${timeInWords(until)}` : `until ${timeInWords(until)}`;
  const said = `The claim needs ${wanted} before it; the record holds ${count} of the ${claim.counted.words} ${time}.`;
  if (count > wanted) return contradicted(sorted, said, scene, claim);
  const more = sorted.open.length > 0 ? [`${shown(sorted.open)} may count too.`] : [];
  if (count < wanted || sorted.open.length > 0)
    return {
      ...unknown(
        said,
        ...more,
        ...(count < wanted ? ["The record may lack some."] : []),
        ...notes(sorted, scene, claim),
      ),
      ...rest(sorted, sorted.sure),
    };
  return {
    verdict: "supported",
    reasons: [said, ...notes(sorted, scene, claim)],
    against: [],
    ...rest(sorted, sorted.sure),
  };
}

function judgeNever(tested: Tested, claim: Claim, scene: Scene, all: readonly Encounter[]): Judged {
  const until = claim.kind === "never" ? tested.published : before(scene, tested);
  const sorted = sort(all, claim, scene, null, until);
  if (sorted.sure.length > 0)
    return contradicted(sorted, `The record holds ${shown(sorted.sure)} before.`, scene, claim);
  const open = sorted.open.length > 0 ? [`${shown(sorted.open)} may be against it.`] : [];
  const nothing = `Nothing in the record contradicts it: none of the ${claim.counted.words} before. No record can show that something never was.`;
  return { ...unknown(nothing, ...open, ...notes(sorted, scene, claim)), ...rest(sorted, []) };
}

const NONE = { support: [], against: [], open: [], not_counted: [] } as const;
const unknown = (...reasons: readonly string[]): Judged => ({ ...NONE, verdict: "unknown", reasons });
const rest = (sorted: Sorted, support: readonly Encounter[]) => ({
  support,
  open: sorted.open,
  not_counted: sorted.uncounted,
});

function contradicted(sorted: Sorted, reason: string, scene: Scene, claim: Claim): Judged {
  return {
    verdict: "contradicted",
    reasons: [reason, ...notes(sorted, scene, claim)],
    support: [],
    against: sorted.sure,
    open: sorted.open,
    not_counted: sorted.uncounted,
  };
}

/** What the media have to do with it. */
function notes(sorted: Sorted, { occasion }: Scene, { counted }: Claim): string[] {
  const found: string[] = [];
  const medium = occasion?.medium;
  if (medium && !counted.media.includes(medium))
    found.push(
      counted.strict
        ? `The occasion itself was ${mediumInWords(medium)}, which is none of the ${counted.words}.`
        : `The occasion itself was ${mediumInWords(medium)}, not face to face; the claim counts it, so others ${mediumInWords(medium)} count too.`,
    );
  if (sorted.uncounted.length > 0)
    found.push(`${shown(sorted.uncounted)}: not counted, since the claim speaks of ${counted.words}.`);
  return found;
}

const MOST = 4;

function shown(all: readonly Encounter[]): string {
  const names = all.slice(0, MOST).map((one) => {
    const { from, to, told } = spanOf(one);
    const day = told
      ? from && from === to
        ? ` on ${timeInWords(from)}`
        : one.date
          ? ` in ${timeInWords(one.date)}`
          : ""
      : " of a day not told";
    return `${kindInWords(one.kind)}${day}`;
  });
  return listed(all.length > MOST ? [...names, `${all.length - MOST} more`] : names);
}
