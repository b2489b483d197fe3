import { type SumView, sumLine } from "../ask/answer/sums.ts";
import type { Paid } from "../questions/desk.ts";
import { amountOf, merged, sumView } from "../questions/sums.ts";
import type { Who } from "../questions/who.ts";
import { stateName } from "../questions/words.ts";
import { sideOf } from "./between.ts";
import { type BriefOf, type Section, sectionOf } from "./section.ts";

const MOST = 3;

/** Sums between the two sides; a person's side is the state, too, since sums seldom have persons to their name. */
export function sumsSection(of: BriefOf): Section {
  const [sideA, sideB] = [sideOf(of, of.a), sideOf(of, of.b)];
  const named =
    (who: Who) =>
    ({ from, to }: Paid): boolean =>
      (from !== null && who.ids.has(from)) || (to !== null && who.ids.has(to));
  // Only amounts that are named with either side need be merged.
  const amounts = [sideA, sideB].map((side) => new Set(of.desk.sums.filter(named(side)).map(amountOf)));
  const likely = of.desk.sums.filter((one) => amounts.every((some) => some.has(amountOf(one))));
  const between = merged(likely)
    .filter((group) => group.some(named(sideA)) && group.some(named(sideB)))
    .map((group) => sumView(of.desk, group))
    .filter(({ from, to }) => (isOf(sideA, from) && isOf(sideB, to)) || (isOf(sideB, from) && isOf(sideA, to)));
  const title = `Sums between ${payerOf(sideA)} and ${payerOf(sideB)}`;
  return sectionOf("sums", title, "No sum between them is in the record.", between.map(sumLine), MOST);
}

/** The state that pays for a person's side. */
const payerOf = ({ ids, name }: Who): string => {
  const code = [...ids].find((id) => /^[A-Z]{3}$/.test(id));
  return code === undefined ? name : stateName(code);
};

const isOf = ({ ids }: Who, actor: SumView["from"]): boolean => actor !== null && ids.has(actor.id);
