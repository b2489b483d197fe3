import { daysOfRule } from "./encounter-rules.ts";
import type { Finding } from "./finding.ts";
import { type Days, isOpen, type Node, spanName } from "./node.ts";

const width = (d: Days): number => d.to - d.from;
const overlap = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
const gap = (a: Days, b: Days): number => Math.max(0, a.from - b.to, b.from - a.to);
const isDay = (d: Days): boolean => d.basis === "date" && width(d) === 0;

/** Whether the times of two entries may be those of one encounter, and its life a possible one. */
export function compareTimes(a: Node, b: Node): Finding {
  if (!a.days || !b.days) return { apart: "unknown-time" };
  const life = compareLives(a, b);
  if (life) return life;
  const [x, y] = [a.days, b.days];
  if (!overlap(x, y)) return moved(a, b);
  if (isDay(x) && isDay(y))
    return a.partOfDay && b.partOfDay && a.partOfDay !== b.partOfDay
      ? { apart: "part-of-day" }
      : { rules: ["same-day"] };
  if (x.basis === "supposed" || y.basis === "supposed") return supposed(a, b);
  if (x.from === y.from && x.to === y.to) return { rules: [sameSpan(x, y)] };
  const wider = Math.max(width(x), width(y));
  return { rules: [wider <= 6 ? "inside-week" : wider <= 31 ? "inside-month" : "inside-more"] };
}

function sameSpan(x: Days, y: Days): string {
  if (x.basis === "date" && y.basis === "date" && width(x) <= 6) return "same-day";
  return width(x) <= 31 ? "same-span" : "inside-more";
}

/** Lives that cannot be: over before it was planned; refused without a day although it took place. */
function compareLives(a: Node, b: Node): Finding | null {
  const [open, done] = isOpen(a) ? [a, b] : [b, a];
  if (isOpen(open) && !isOpen(done)) {
    if (done.status === "held" && open.published !== null && done.days!.to < open.published)
      return { apart: "over-before" };
    if (
      done.status === "negated" &&
      open.published !== null &&
      done.published !== null &&
      done.published < open.published
    )
      return { apart: "over-before" };
    return null;
  }
  const refused = a.status === "negated" ? a : b.status === "negated" ? b : null;
  const other = refused === a ? b : a;
  return refused && other.status === "held" && refused.days!.basis === "supposed" ? { apart: "no-day-refused" } : null;
}

/** Days that exclude each other: a plan that was moved a little, or one report that errs by a day. */
function moved(a: Node, b: Node): Finding {
  const [x, y] = [a.days!, b.days!];
  const between = gap(x, y);
  if (isOpen(a) !== isOpen(b) || (isOpen(a) && isOpen(b))) {
    const longest = Math.max(daysOfRule(movedName(a)), daysOfRule(movedName(b)));
    const stated = x.basis !== "supposed" && y.basis !== "supposed";
    return stated && between <= longest && !laterHeld(a, b)
      ? { rules: ["plan-moved"], nearness: 1 / (1 + between) }
      : { apart: "days-apart" };
  }
  if (between > 1 || !isDay(x) || !isDay(y) || a.published === null || b.published === null)
    return { apart: "days-apart" };
  if (Math.abs(a.published - b.published) > daysOfRule("told-close")) return { apart: "days-apart" };
  if (a.published === x.from && b.published === y.from) return { apart: "own-days" };
  const other =
    a.place && b.place
      ? a.place.name === b.place.name
      : a.entry.contact.duration !== null && a.entry.contact.duration === b.entry.contact.duration;
  return other ? { rules: ["day-off"] } : { apart: "days-apart" };
}

/** A plan for a day after the one on which the encounter was told as over is another plan. */
function laterHeld(a: Node, b: Node): boolean {
  const [open, done] = isOpen(a) ? [a, b] : [b, a];
  return (
    !isOpen(done) &&
    done.days!.to < open.days!.from &&
    done.published !== null &&
    open.published !== null &&
    open.published >= done.published
  );
}

const movedName = (n: Node): string => `moved-${spanName(n).replace("summit", "meeting")}`;

/** One of the two says no day: what the publication lets suppose is weaker. */
function supposed(a: Node, b: Node): Finding {
  if (isOpen(a) && isOpen(b)) {
    const close =
      a.published !== null && b.published !== null && Math.abs(a.published - b.published) <= daysOfRule("repeated");
    return { rules: close ? ["plan-repeated"] : [] };
  }
  if (isOpen(a) || isOpen(b)) {
    const [open, done] = isOpen(a) ? [a, b] : [b, a];
    const wait = Math.max(0, done.days!.from - (open.published ?? open.days!.from));
    const soon = wait <= daysOfRule(`hope-${spanName(open)}`);
    return {
      rules: [open.status === "planned" ? "plan-kept" : soon ? "hope-soon" : "hope-kept"],
      nearness: 1 / (1 + wait),
    };
  }
  return { rules: ["told-at-once"], nearness: 1 / (1 + Math.abs(a.days!.to - b.days!.to)) };
}
