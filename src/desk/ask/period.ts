import type { Time } from "../../record/schema.ts";
import { daysOf } from "../../store/days.ts";
import type { Sentence } from "../../syntax/types.ts";
import { addDays } from "../questions/when.ts";

/** ISO days between which a question asks; absent is open. */
export interface Period {
  readonly since?: string;
  readonly until?: string;
}

/** The days that a question names, all its times together; undefined where a time of it has no days ("in recent years"). */
export function periodOf(sentence: Sentence, times: readonly Time[]): Period | undefined {
  let since: string | undefined;
  let until: string | undefined;
  for (const time of times) {
    if (time.value === "PRESENT_REF" && !time.bounds) continue;
    const days = daysOfTime(time);
    if (!days.from || !days.to) return undefined;
    const before = wordBefore(sentence, time);
    if (before === "since" || before === "from") since = days.from;
    else if (before === "after") since = addDays(days.to, 1);
    else if (before === "before") until = addDays(days.from, -1);
    else if (["until", "till", "by", "to"].includes(before)) until = days.to;
    else if (before === "and" && since) until = days.to;
    else {
      since = days.from;
      if (before !== "between") until = days.to;
    }
  }
  return { ...(since && { since }), ...(until && { until }) };
}

function daysOfTime({ value, bounds, type }: Time): { readonly from: string | null; readonly to: string | null } {
  if (type === "DATE" && value && !value.endsWith("_REF")) {
    const days = daysOf(value);
    if (days.from) return days;
  }
  return { from: bounds?.earliest ?? null, to: bounds?.latest ?? null };
}

/** The preposition before a time; "since" may also stand inside it. */
function wordBefore({ tokens }: Sentence, { evidence }: Time): string {
  const own = /^(since|before|after|until|till|by|from)\b/i.exec(evidence.quote)?.[1];
  if (own) return own.toLowerCase();
  const before = tokens.filter((t) => t.to <= evidence.from).findLast((t) => !["the", "of", "last"].includes(t.lemma));
  return before?.text.toLowerCase() ?? "";
}
