import type { Season, Unit } from "./calendar.ts";

export type Mod =
  | "MORE_THAN"
  | "LESS_THAN"
  | "EQUAL_OR_MORE"
  | "EQUAL_OR_LESS"
  | "APPROX"
  | "START"
  | "MID"
  | "END"
  | "BEFORE"
  | "AFTER";
export type PartOfDay = "MO" | "AF" | "EV" | "NI" | "DT";
export type Ref = "PAST_REF" | "PRESENT_REF" | "FUTURE_REF";

/** What the words of a mention say, before anyone knows which day it is: "last Friday", not 2025-12-19. */
export type Meaning = Sense & {
  readonly mod?: Mod;
  /** "earlier this month", "later this year": on which side of the publication the time lies. */
  readonly side?: "earlier" | "later";
};

type Sense =
  /** A date of the calendar; without a year the nearest that fits. `shift`: "last September"; `years`: "January next year"; `weekday`: "Sunday, January 5". */
  | {
      readonly kind: "date";
      readonly year?: number;
      readonly month?: number;
      readonly day?: number;
      readonly shift?: number;
      readonly years?: number;
      readonly weekday?: number;
    }
  /** "01/07/2025": two readings, month first and day first. */
  | { readonly kind: "slashes"; readonly a: number; readonly b: number; readonly year: number }
  /** `shift`: "last Friday" -1, "this Friday" 0, "next Friday" 1; `weeks`: "Friday next week". */
  | { readonly kind: "weekday"; readonly weekday: number; readonly shift?: number; readonly weeks?: number }
  /** So many units from an anchor, told at a grain: "two weeks ago". */
  | {
      readonly kind: "shift";
      readonly n: number;
      readonly unit: Unit;
      readonly grain: Unit;
      readonly anchor: "published" | "previous";
    }
  | { readonly kind: "season"; readonly season: Season; readonly year?: number; readonly shift?: number }
  | { readonly kind: "weekend"; readonly shift?: number }
  /** A quarter or half, of a period or of the year at hand. */
  | { readonly kind: "nth"; readonly unit: "Q" | "H"; readonly n: number; readonly of?: Meaning }
  /** Settled by the words alone: a decade, a century, a fiscal year. */
  | { readonly kind: "fixed"; readonly value: string }
  | { readonly kind: "part"; readonly part: PartOfDay; readonly of?: Meaning }
  | {
      readonly kind: "clock";
      readonly hour: number;
      readonly minute: number;
      readonly zone?: string;
      readonly of?: Meaning;
    }
  | { readonly kind: "ref"; readonly ref: Ref; readonly unit?: Unit }
  /** `amount` X is some; `side`: "the past two days" -1, "the next two days" 1. */
  | { readonly kind: "duration"; readonly amount: number | "X"; readonly unit: Unit; readonly toward?: -1 | 1 }
  | { readonly kind: "set"; readonly value: string }
  | { readonly kind: "week-of"; readonly of: Meaning }
  /** "the 22nd of this month" */
  | { readonly kind: "day-of-month"; readonly day: number; readonly shift: number }
  /** "a few hours later": on one side of the time told last, at no known distance. */
  | { readonly kind: "away"; readonly way: -1 | 1; readonly unit: Unit }
  /** "by that time": the time told last; "the same month a year ago": that of another year. */
  | { readonly kind: "again"; readonly years: number }
  /** "the eve of the war": a time that the text does not date. */
  | { readonly kind: "undated" };

const GRAIN_TAG: Partial<Record<Unit, string>> = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "quarter",
  year: "year",
  decade: "decade",
  century: "decade",
};

/** The name under which rules of later layers speak of a meaning: "@day", "@month", "@duration". */
export function tagOf(meaning: Meaning): string {
  switch (meaning.kind) {
    case "date":
      if (meaning.day !== undefined) return "calday";
      return meaning.month === undefined ? "year" : "month";
    case "slashes":
    case "day-of-month":
      return "calday";
    case "week-of":
      return "week";
    case "shift":
      return GRAIN_TAG[meaning.grain] ?? "clock";
    case "nth":
      return meaning.unit === "Q" ? "quarter" : "half";
    case "fixed":
      return meaning.value.startsWith("FY") ? "year" : "decade";
    default:
      return meaning.kind;
  }
}

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  day: ["calday", "day", "weekday"],
  period: ["week", "month", "year", "season", "weekend", "quarter", "half", "decade"],
  date: ["calday", "day", "weekday", "week", "month", "year", "season", "weekend", "quarter", "half", "decade"],
};

/** All names by which rules may speak of a meaning. */
export const tagsOf = (meaning: Meaning): string[] => {
  const own = tagOf(meaning);
  return [own, ...Object.keys(GROUPS).filter((group) => group !== own && GROUPS[group]!.includes(own))];
};

/** Whether a meaning goes by the name in a rule: "@day" takes weekdays and calendar days too. */
export const answersTo = (meaning: Meaning, tag: string): boolean => {
  const own = tagOf(meaning);
  return own === tag || (GROUPS[tag]?.includes(own) ?? false);
};
