import type { Range } from "../../record/span.ts";
import { childBy, childrenBy, childrenOf, hasRelation, headOf, nominalsWith, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { longestRange, quotationsIn } from "./content.ts";
import { isParticipleCue, leaving, misattached, misheld } from "./leaving.ts";
import { adjacentQuotations, longestOf } from "./quoting.ts";
import type { Standing } from "./standing.ts";
import { stretchFrom, thatBefore } from "./stretch.ts";
import type { Desk, Taken } from "./types.ts";

/** What a clause that is said covers, and its head. */
interface Clause {
  readonly range: Range;
  readonly clause: Token;
}

/** The clause behind, before or around a cue: "said that S", "S, he said", "S1, he said, S2". */
function clauseOf(desk: Desk, sentence: Sentence, verb: Token, bareToo: boolean): Clause | null {
  const above = hasRelation(verb, "parataxis") ? headOf(sentence, verb) : undefined;
  if (above) return around(desk, sentence, verb, above);
  const wrong = misattached(sentence, verb);
  if (wrong) return behindInverted(sentence, verb, wrong);
  const clauses = [...childrenBy(sentence, verb, "ccomp"), ...borrowed(sentence, verb)].filter((t) => !misheld(sentence, t) && !isParticipleCue(sentence, t));
  const behind = clauses.filter((t) => t.index > verb.index);
  const before = clauses.find((t) => t.index < verb.index && (behind.length === 0 || !childBy(sentence, t, "mark")));
  const marked = behind.find((t) => thatBefore(sentence, t)?.text.toLowerCase() === "that");
  if (before && !marked) return around(desk, sentence, verb, before);
  const first = marked ?? behind[0] ?? relativeLike(sentence, verb) ?? (bareToo ? childrenBy(sentence, verb, "xcomp").find((t) => t.xpos !== "VB" && t.index > verb.index) : undefined);
  if (!first) return null;
  const tops = [first, ...behind.filter((t) => t.index > first.index)];
  const range = stretchFrom(desk, sentence, verb, tops, thatBefore(sentence, first)?.index ?? verb.index);
  return range && { range, clause: first };
}

/** "was pleased to inform them that S", "has assured them S" with S hung on the verb above. */
function borrowed(sentence: Sentence, verb: Token): Token[] {
  const above = headOf(sentence, verb);
  if (!above || above.index > verb.index || !hasRelation(verb, "xcomp", "ccomp") || childBy(sentence, verb, "ccomp") || !childBy(sentence, verb, "obj", "iobj")) return [];
  return childrenBy(sentence, above, "ccomp").filter((t) => t.index > verb.index && childBy(sentence, t, "nsubj"));
}

/** "told them that S" with S hung on the hearer. */
const relativeLike = (sentence: Sentence, verb: Token): Token | undefined =>
  childrenBy(sentence, verb, "obj", "iobj").flatMap((t) => childrenBy(sentence, t, "acl", "ccomp")).find((t) => t.index > verb.index && childBy(sentence, t, "nsubj") && thatBefore(sentence, t)?.text.toLowerCase() === "that");

function around(desk: Desk, sentence: Sentence, verb: Token, top: Token): Clause | null {
  const speaker = verb.index > 0 && top.index < verb.index ? desk.scene.mentions.at(sentence.index, verb.index - 1) : undefined;
  const named = (t: Token): boolean => speaker !== undefined && t.index >= speaker.first && t.index < speaker.end;
  const leaves = leaving(sentence, verb);
  const cut = new Set(subtreeOf(sentence, verb, (t) => t.index === top.index).map((t) => t.index));
  const range = longestRange(sentence, subtreeOf(sentence, top, (t) => t.index === verb.index || leaves(t)).filter((t) => !cut.has(t.index) && !named(t)));
  return range && { range, clause: top };
}

function behindInverted(sentence: Sentence, verb: Token, top: Token): Clause | null {
  const leaves = leaving(sentence, verb);
  const tokens = [...subtreeOf(sentence, top, (t) => t.index === verb.index || leaves(t)), ...subtreeOf(sentence, verb, leaves)].sort((a, b) => a.index - b.index);
  const that = thatBefore(sentence, top)?.index ?? verb.index;
  const range = longestRange(sentence, tokens.filter((t) => t.index > Math.max(that, verb.index)));
  return range && { range, clause: top };
}

/** A clause or a quotation as what is said; of a quotation split by the cue the longer piece. */
export function clauseContent(desk: Desk, sentence: Sentence, { verb }: Standing, cueWords: Range, takes: string): Taken | null {
  const quotes = adjacentQuotations(desk, sentence, verb, cueWords);
  const found = takes === "quote" ? null : clauseOf(desk, sentence, verb, takes === "clause");
  if (quotes.length === 0) return found;
  const longest = longestOf(quotes);
  if (!found) return { range: longest.inner, also: quotes };
  const inside = quotes.some((q) => q.from <= found.range.from + 2 && found.range.to <= q.to);
  const meets = quotationsIn(desk.outer, found.range).length > 0;
  const shorter = found.range.to - found.range.from < (longest.to - longest.from) / 2 && longest.from > verb.from && found.range.to <= longest.from;
  if ((inside && meets) || shorter) return { range: longest.inner, also: quotes, ...(inside ? { clause: found.clause } : {}) };
  return found;
}

/** A gerund or noun that "to" right behind the cue brings in. */
function opensBehindTo(sentence: Sentence, verb: Token, t: Token): boolean {
  const start = subtreeOf(sentence, t)[0]!.index;
  const to = sentence.tokens.slice(verb.index + 1, verb.index + 4).find((x) => x.text.toLowerCase() === "to");
  return to !== undefined && (start === to.index || start === to.index + 1);
}

/** What somebody is asked, told or bound to do: the infinitive, without "to" unless "not" comes before it. */
export function infinitiveContent(desk: Desk, sentence: Sentence, { verb, cue }: Standing, object: Token | undefined): Taken | null {
  const opensWithTo = (t: Token): boolean => childrenOf(sentence, t).some((c) => c.deprel === "mark" && c.xpos === "TO");
  const own = childrenBy(sentence, verb, "xcomp", "advcl", "ccomp").find((t) => t.index > verb.index && opensWithTo(t));
  const gerund = /^(look forward|commit|pay tribute)$/.test(cue.cue) ? childrenBy(sentence, verb, "advcl", "xcomp", "ccomp", ...(cue.cue === "commit" ? [] : ["obl"])).find((t) => t.index > verb.index && opensBehindTo(sentence, verb, t)) : undefined;
  const hearers = [object, ...nominalsWith(sentence, verb, "on", "upon", "to")].filter((t) => t !== undefined);
  const ofHearer = hearers.flatMap((t) => childrenBy(sentence, t, "acl")).find(opensWithTo);
  const clause = own ?? gerund ?? (/^(call|urge|ask|tell|order|appeal|press|invite|instruct|encourage|beg|implore|advise|warn|request)/.test(cue.cue) ? ofHearer : undefined);
  if (!clause) return null;
  const to = childrenOf(sentence, clause).find((t) => t.text.toLowerCase() === "to" && t.index < clause.index);
  const not = to && /^(not|never)$/.test(sentence.tokens[to.index - 1]?.text.toLowerCase() ?? "") ? sentence.tokens[to.index - 1] : undefined;
  const range = stretchFrom(desk, sentence, verb, [clause], not ? not.index - 1 : (to?.index ?? verb.index));
  if (!range) return null;
  return { range: not ? { from: not.from, to: range.to } : range, clause };
}
