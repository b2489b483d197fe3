import { type SumView, sumLine } from "../ask/answer/sums.ts";
import { sums } from "../questions/sums.ts";
import type { Who } from "../questions/who.ts";
import { stateName } from "../questions/words.ts";
import { type BriefOf, type Section, sectionOf } from "./brief.ts";

const MOST = 3;

/** Sums between the two sides; a person's side is the state, too, since sums seldom have persons to their name. */
export async function sumsSection({ desk, a, b }: BriefOf): Promise<Section> {
  const [sideA, sideB] = [sideOf(a), sideOf(b)];
  const { sums: all } = await sums.answer(desk, {});
  const between = all.filter(
    ({ from, to }) => (isOf(sideA, from) && isOf(sideB, to)) || (isOf(sideB, from) && isOf(sideA, to)),
  );
  const title = `Sums between ${sideA.name} and ${sideB.name}`;
  return sectionOf("sums", title, "No sum between them is in the record.", between.map(sumLine), MOST);

  function sideOf(who: Who): { readonly name: string; readonly ids: ReadonlySet<string> } {
    const country = desk.identities.get(who.understood.actor.id)?.country;
    if (!country || who.understood.actor.kind === "state") return { name: who.name, ids: who.ids };
    return { name: stateName(country), ids: new Set([...who.ids, country]) };
  }
}

const isOf = ({ ids }: { readonly ids: ReadonlySet<string> }, actor: SumView["from"]): boolean =>
  actor !== null && ids.has(actor.id);
