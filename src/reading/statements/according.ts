import type { Range } from "../../record/span.ts";
import {
  caseOf,
  governingPredicate,
  hasRelation,
  headOf,
  isUnder,
  rangeOf,
  rootOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { ownersOf, who } from "../participants.ts";
import { timeOf } from "../times/use.ts";
import { longestRange, quotationsIn, snapToQuotations, trimContent } from "./content.ts";
import { insideQuotation } from "./quoting.ts";
import { cueAt } from "./standing.ts";
import type { Desk } from "./types.ts";

/** Whom an "according to" names, with whom that source quotes. */
interface Source {
  readonly token: Token;
  readonly names: readonly string[];
  readonly via: string | null;
  /** The last token that belongs to the source. */
  readonly end: number;
}

/** Reads "According to X, S" and "S, according to X"; a source of a sentence with its own speaker relays it. */
export function readAccordingTo(desk: Desk, sentence: Sentence): void {
  for (const token of sentence.tokens) {
    if (!startsSource(sentence, token) || insideQuotation(desk, token)) continue;
    const source = sourceAt(desk, sentence, token);
    if (source) enter(desk, sentence, token, source);
  }
}

/** "according to", "in the view of", "in the words of", "in the opinion of". */
function startsSource(sentence: Sentence, token: Token): boolean {
  const next = (n: number): string => sentence.tokens[token.index + n]?.text.toLowerCase() ?? "";
  if (token.text.toLowerCase() === "according") return next(1) === "to";
  return (
    token.text.toLowerCase() === "in" &&
    next(1) === "the" &&
    /^(view|opinion|words|eyes)$/.test(next(2)) &&
    next(3) === "of"
  );
}

function sourceAt(desk: Desk, sentence: Sentence, token: Token): Source | null {
  const width = token.text.toLowerCase() === "according" ? 2 : 4;
  const named = sentence.tokens.slice(token.index + width, token.index + width + 12);
  const head =
    named.find(
      (t) =>
        (t.upos === "NOUN" || t.upos === "PROPN" || t.upos === "PRON") &&
        (caseOf(sentence, t)?.startsWith("according") || width === 4),
    ) ?? headOf(sentence, token);
  if (!head || head.index < token.index) return null;
  let names = who(desk.scene, sentence, head);
  if (names.length === 0) names = ownersOf(desk.scene, sentence, head);
  if (names.length === 0) return null;
  const own = subtreeOf(sentence, head).filter((t) => t.index >= token.index);
  let end = head.index;
  for (const t of own)
    if (
      t.index - end <= 2 &&
      !(t.index > head.index && sentence.tokens[t.index - 1]?.text === "," && !hasRelation(t, "appos"))
    )
      end = Math.max(end, t.index);
  const quoting = sentence.tokens.slice(end + 1, end + 4).find((t) => /^(quoting|citing)$/i.test(t.text));
  if (!quoting) return { token: head, names, via: null, end };
  const quoted = quotedBy(desk, sentence, quoting);
  return {
    token: head,
    names: quoted.names.length > 0 ? quoted.names : names,
    via: quoted.names.length > 0 ? names[0]! : null,
    end: quoted.end,
  };
}

/** Whom "quoting …" names, up to the comma that closes it. */
function quotedBy(desk: Desk, sentence: Sentence, quoting: Token): { names: string[]; end: number } {
  const close = sentence.tokens.find((t) => t.index > quoting.index && t.text === ",");
  const inside = sentence.tokens.slice(quoting.index + 1, close?.index ?? quoting.index + 12);
  const mentions = inside.map((t) => who(desk.scene, sentence, t)).filter((n) => n.length > 0);
  const bodies = mentions.filter((n) => desk.scene.actors.drafts.get(n[0]!)?.kind !== "state");
  return { names: (bodies.at(-1) ?? mentions.at(-1) ?? []).slice(0, 1), end: inside.at(-1)?.index ?? quoting.index };
}

function enter(desk: Desk, sentence: Sentence, token: Token, source: Source): void {
  const { text, times } = desk.scene;
  const head = headOf(sentence, source.token);
  const relayed = desk.here.findLastIndex(
    (s) =>
      s.via === null &&
      s.verb >= 0 &&
      head !== undefined &&
      (s.verb === head.index || governingPredicate(sentence, source.token)?.index === s.verb),
  );
  if (relayed >= 0 && !desk.here[relayed]!.speakers.includes(source.names[0]!)) {
    desk.here[relayed] = { ...desk.here[relayed]!, via: source.names[0]! };
    return;
  }
  const width = token.text.toLowerCase() === "according" ? 1 : 3;
  const cue = rangeOf(sentence.tokens.slice(token.index, token.index + width + 1));
  const range = head ? contentAround(desk, sentence, token, source, head) : quotationBefore(desk, token);
  if (!range) return;
  const content = trimContent(text, snapToQuotations(text, range, desk.outer, cue));
  if (/^according to/i.test(text.slice(content.from, content.to))) return;
  for (const q of quotationsIn(desk.outer, content)) desk.consumed.add(q);
  const near = timeOf(sentence, source.token.index, times.times);
  const time =
    near && near.evidence.from > token.from && near.evidence.to <= (sentence.tokens[source.end]?.to ?? 0) ? near : null;
  desk.here.push({
    speakers: source.names,
    via: source.via,
    addressees: [],
    content,
    cue,
    hedged: source.names.some((n) => /sources?$/i.test(n)),
    time,
    sentence: sentence.index,
    verb: -1,
    line: desk.lineOf(content.from),
    rule: "according-to",
    speakerRule: "according-to",
    quoted: false,
    pronoun: null,
    tense: null,
    clausal: true,
  });
}

/** The clause that the source belongs to, without the source; behind an opening source all up to the end of the clause. */
function contentAround(desk: Desk, sentence: Sentence, token: Token, source: Source, head: Token): Range | null {
  const predicate =
    hasRelation(head, "ccomp") || head.head < 0 ? head : (governingPredicate(sentence, source.token) ?? head);
  const opening = token.index < 2 || sentence.tokens[token.index - 1]?.upos === "CCONJ";
  const top = token.index === 0 ? rootOf(sentence) : opening ? predicate : clauseTop(sentence, predicate);
  const inSource = (t: Token): boolean =>
    (t.index >= token.index && t.index <= source.end) || isUnderRun(sentence, t, source);
  const tokens = subtreeOf(sentence, top).filter((t) => !inSource(t) && !(opening && t.index < token.index));
  const range = longestRange(sentence, tokens);
  if (range && desk.scene.text.slice(range.from, range.to).split(/\s+/).length > 1) return range;
  return quotationBefore(desk, token);
}

/** A source at the end covers the whole clause, also where the parser hung it on a late verb of it. */
function clauseTop(sentence: Sentence, predicate: Token): Token {
  let top = predicate;
  for (let t: Token | undefined = predicate; t; t = headOf(sentence, t)) {
    if (hasRelation(t, "parataxis", "root") || (hasRelation(t, "ccomp") && cueAt(sentence, headOf(sentence, t) ?? t)))
      return t;
    if (hasRelation(t, "conj") && sentence.tokens[t.index]) return t;
    top = t;
  }
  return top;
}

const isUnderRun = (sentence: Sentence, t: Token, source: Source): boolean =>
  t.index > source.end && t.index <= source.end + 1 && t.upos !== "PUNCT" && isUnder(sentence, t, source.token);

function quotationBefore(desk: Desk, token: Token): Range | null {
  const [q] = quotationsIn(desk.outer, { from: Math.max(0, token.from - 6), to: token.from }).slice(-1);
  return q && q.to <= token.from && !desk.consumed.has(q) ? q.inner : null;
}
