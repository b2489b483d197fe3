import type { Range } from "../../record/span.ts";
import { childBy, childrenBy, childrenOf, hasRelation, headOf, nominalsWith, subtreeOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { who } from "../participants.ts";
import { longestRange, quotationsIn } from "./content.ts";
import { closes, isParticipleCue, isSettingNoun, leaving, misattached, misheld } from "./leaving.ts";
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
  const above = hasRelation(verb, "parataxis") || closes(sentence, verb) ? headOf(sentence, verb) : undefined;
  if (above && !isApart(sentence, verb, above)) return around(desk, sentence, verb, above);
  const wrong = misattached(sentence, verb);
  if (wrong) return behindInverted(sentence, verb, wrong);
  const clauses = [...childrenBy(sentence, verb, "ccomp"), ...borrowed(sentence, verb)].filter(
    (t) => !misheld(sentence, t) && !isParticipleCue(sentence, t),
  );
  const adverbial = childrenBy(sentence, verb, "advcl").filter(
    (t) => thatBefore(sentence, t)?.index === verb.index + 1,
  );
  const behind = [...clauses, ...adverbial].filter((t) => t.index > verb.index);
  const before = clauses.find((t) => t.index < verb.index && (behind.length === 0 || !childBy(sentence, t, "mark")));
  const marked = behind.find((t) => thatBefore(sentence, t)?.text.toLowerCase() === "that");
  if (before && !marked) return around(desk, sentence, verb, before);
  const first =
    marked ??
    behind[0] ??
    relativeLike(sentence, verb) ??
    (bareToo
      ? childrenBy(sentence, verb, "xcomp").find(
          (t) => t.xpos !== "VB" && t.index > verb.index && subtreeOf(sentence, t).length > 1,
        )
      : undefined);
  if (!first) return null;
  const range = stretchFrom(desk, sentence, verb, [first], thatBefore(sentence, first)?.index ?? verb.index);
  return range && { range, clause: first };
}

/** "was pleased to inform them that S", "has assured them S" with S hung on the verb above. */
function borrowed(sentence: Sentence, verb: Token): Token[] {
  const above = headOf(sentence, verb);
  if (
    !above ||
    above.index > verb.index ||
    !hasRelation(verb, "xcomp", "ccomp") ||
    childBy(sentence, verb, "ccomp") ||
    !childBy(sentence, verb, "obj", "iobj")
  )
    return [];
  return childrenBy(sentence, above, "ccomp").filter((t) => t.index > verb.index && childBy(sentence, t, "nsubj"));
}

/** "told them that S", "said in a statement that S" with S hung on the noun. */
const relativeLike = (sentence: Sentence, verb: Token): Token | undefined =>
  childrenBy(sentence, verb, "obj", "iobj", "obl")
    .flatMap((t) =>
      childrenBy(sentence, t, "acl", "ccomp").filter(
        (c) => c.index > verb.index && childBy(sentence, c, "nsubj") && saysIt(sentence, t, c),
      ),
    )
    .at(0);

/** A that-clause, or any clause behind the paper or talk that it was said in ("said in a statement they would go"). */
const saysIt = (sentence: Sentence, noun: Token, clause: Token): boolean =>
  thatBefore(sentence, clause)?.text.toLowerCase() === "that" ||
  (clause.deprel === "acl:relcl" &&
    isSettingNoun(noun) &&
    childrenBy(sentence, clause, "nsubj").every((t) => !/^(who|which|that)$/i.test(t.text)));

/** "A was hit; B said C was too": a semicolon parts the cue from the clause that the parser hung it on. */
const isApart = (sentence: Sentence, verb: Token, clause: Token): boolean =>
  childrenBy(sentence, verb, "ccomp").some((t) => t.index > verb.index) &&
  sentence.tokens
    .slice(Math.min(clause.index, verb.index), Math.max(clause.index, verb.index))
    .some((t) => t.text === ";");

function around(desk: Desk, sentence: Sentence, verb: Token, top: Token): Clause | null {
  const speaker =
    verb.index > 0 && top.index < verb.index ? desk.scene.mentions.at(sentence.index, verb.index - 1) : undefined;
  const named = (t: Token): boolean => speaker !== undefined && t.index >= speaker.first && t.index < speaker.end;
  const leaves = leaving(sentence, verb);
  const cut = new Set(subtreeOf(sentence, verb, (t) => t.index === top.index).map((t) => t.index));
  const range = longestRange(
    sentence,
    subtreeOf(sentence, top, (t) => t.index === verb.index || leaves(t)).filter((t) => !cut.has(t.index) && !named(t)),
  );
  return range && { range, clause: top };
}

function behindInverted(sentence: Sentence, verb: Token, top: Token): Clause | null {
  const leaves = leaving(sentence, verb);
  const tokens = [
    ...subtreeOf(sentence, top, (t) => t.index === verb.index || leaves(t)),
    ...subtreeOf(sentence, verb, leaves),
  ].sort((a, b) => a.index - b.index);
  const that = thatBefore(sentence, top)?.index ?? verb.index;
  const range = longestRange(
    sentence,
    tokens.filter((t) => t.index > Math.max(that, verb.index)),
  );
  return range && { range, clause: top };
}

/** A clause or a quotation as what is said; of a quotation split by the cue the longer piece. */
export function clauseContent(
  desk: Desk,
  sentence: Sentence,
  { verb }: Standing,
  cueWords: Range,
  takes: string,
): Taken | null {
  const quotes = adjacentQuotations(desk, sentence, verb, cueWords);
  const found = takes === "quote" ? null : clauseOf(desk, sentence, verb, takes === "clause");
  if (quotes.length === 0) return found;
  const longest = longestOf(quotes);
  if (!found) return { range: longest.inner, also: quotes };
  const inside = quotes.some((q) => q.from <= found.range.from + 2 && found.range.to <= q.to);
  const meets = quotationsIn(desk.outer, found.range).length > 0;
  const shorter =
    found.range.to - found.range.from < (longest.to - longest.from) / 2 &&
    longest.from > verb.from &&
    found.range.to <= longest.from;
  if ((inside && meets) || shorter)
    return { range: longest.inner, also: quotes, ...(inside ? { clause: found.clause } : {}) };
  return found;
}

const ASKING = /^(call|urge|ask|tell|order|appeal|press|invite|instruct|encourage|beg|implore|advise|warn|request)/;

/** "called on them to de-escalate tensions" with the verb taken for an adjective: what "to" brings in behind the hearer. */
function askedNoun(desk: Desk, sentence: Sentence, verb: Token, hearers: readonly Token[]): Taken | null {
  if (hearers.length === 0) return null;
  const last = Math.max(verb.index, ...hearers.map((t) => t.index));
  const to = sentence.tokens.slice(last + 1, last + 4).find((t) => t.text.toLowerCase() === "to");
  if (!to) return null;
  const startsThere = (t: Token): boolean => t.index > to.index + 1 && subtreeOf(sentence, t)[0]!.index === to.index;
  const asked = childrenBy(sentence, verb, "obl", "obj").find(
    (t) => startsThere(t) && who(desk.scene, sentence, t).length === 0,
  );
  const range = asked ? stretchFrom(desk, sentence, verb, [asked], to.index) : null;
  return range && { range };
}

/** A gerund or noun that "to" right behind the cue brings in. */
function opensBehindTo(sentence: Sentence, verb: Token, t: Token): boolean {
  const start = subtreeOf(sentence, t)[0]!.index;
  const to = sentence.tokens.slice(verb.index + 1, verb.index + 4).find((x) => x.text.toLowerCase() === "to");
  return to !== undefined && (start === to.index || start === to.index + 1);
}

/** What somebody is asked, told or bound to do: the infinitive, without "to" unless "not" comes before it. */
export function infinitiveContent(
  desk: Desk,
  sentence: Sentence,
  { verb, cue }: Standing,
  object: Token | undefined,
): Taken | null {
  const opensWithTo = (t: Token): boolean =>
    childrenOf(sentence, t).some((c) => c.deprel === "mark" && c.xpos === "TO");
  const own = childrenBy(sentence, verb, "xcomp", "advcl", "ccomp").find((t) => t.index > verb.index && opensWithTo(t));
  const gerund = /^(look forward|commit|pay tribute)$/.test(cue.cue)
    ? childrenBy(sentence, verb, "advcl", "xcomp", "ccomp", ...(cue.cue === "commit" ? [] : ["obl"])).find(
        (t) => t.index > verb.index && opensBehindTo(sentence, verb, t),
      )
    : undefined;
  const hearers = [object, ...nominalsWith(sentence, verb, "on", "upon", "to")].filter(
    (t): t is Token => t !== undefined && who(desk.scene, sentence, t).length > 0,
  );
  const ofHearer = hearers.flatMap((t) => childrenBy(sentence, t, "acl")).find(opensWithTo);
  const clause = own ?? gerund ?? (ASKING.test(cue.cue) ? ofHearer : undefined);
  if (!clause) return ASKING.test(cue.cue) ? askedNoun(desk, sentence, verb, hearers) : null;
  const to = childrenOf(sentence, clause).find((t) => t.text.toLowerCase() === "to" && t.index < clause.index);
  const not =
    to && /^(not|never)$/.test(sentence.tokens[to.index - 1]?.text.toLowerCase() ?? "")
      ? sentence.tokens[to.index - 1]
      : undefined;
  const range = stretchFrom(desk, sentence, verb, [clause], not ? not.index - 1 : (to?.index ?? verb.index));
  if (!range) return null;
  return { range: not ? { from: not.from, to: range.to } : range, clause };
}
