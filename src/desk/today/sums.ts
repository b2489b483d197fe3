import type { Desk, Paid } from "../questions/desk.ts";
import { merged } from "../questions/sums.ts";
import type { Window } from "./window.ts";

/** Sums that only reports of the window name, each with all who name it. */
export function sumsNewIn(desk: Desk, { reports, ids }: Window): Paid[][] {
  const here = reports.flatMap((report) => desk.paidIn(report));
  if (here.length === 0) return [];
  const amounts = new Set(here.map(({ amount }) => amount));
  const elsewhere = desk.sums.filter(({ amount, report }) => amounts.has(amount) && !ids.has(report.id));
  return merged([...elsewhere, ...here]).filter((group) => group.every(({ report }) => ids.has(report.id)));
}
