import type { Time } from "../../record/schema.ts";
import { isPredicate } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { firstFrom } from "./values.ts";

/**
 * The date or hour that belongs to a verb or noun: right after it, hanging on it or on the clause that it stands in;
 * failing that, one that hangs on the sentence's main clause. Dates come before "now", "recently", "in the coming days".
 * Null where the clause tells none.
 */
export function timeOf(sentence: Sentence, tokenIndex: number, times: readonly Time[]): Time | null {
  const placed = near(sentence, tokenIndex, times, ({ type }) => type === "DATE" || type === "TIME");
  const [vague, dates] = [placed.filter(isVague), placed.filter((p) => !isVague(p))];
  const token = sentence.tokens[tokenIndex]!;
  return (
    own(sentence, token, dates) ??
    own(sentence, token, vague) ??
    onMain(sentence, token, dates) ??
    onMain(sentence, token, vague)
  );
}

const isVague = ({ time }: Placed): boolean => time.value?.endsWith("_REF") ?? false;

/** The duration that belongs to a verb or noun, found in the same way. */
export function durationOf(sentence: Sentence, tokenIndex: number, times: readonly Time[]): Time | null {
  const placed = near(sentence, tokenIndex, times, ({ type }) => type === "DURATION");
  const token = sentence.tokens[tokenIndex]!;
  return own(sentence, token, placed) ?? onMain(sentence, token, placed);
}

/** A time with the token by which it hangs in the tree, and the tokens from there up to the root. */
interface Placed {
  readonly time: Time;
  readonly top: Token;
  readonly path: readonly Token[];
}

/** Relations that lead to another clause, whose times are its own. */
const OTHER_CLAUSE = /^(?:ccomp|advcl|acl|parataxis|csubj|conj|root)/;
/** Clauses that may share the time of the clause above them; a that-clause does not. */
const SHARES = /^(?:xcomp|conj|acl|advcl)/;
const DATING = /^(?:obl|nmod|advmod|nummod|compound|amod|obj|appos|dep|flat|advcl|conj|parataxis|acl)/;
/** How many tokens up the tree, and how many times to either side, are looked at. */
const STEPS = 40;
const NEAR = 24;

/** The times of the sentence around a token, with their places in the tree. */
function near(
  sentence: Sentence,
  tokenIndex: number,
  times: readonly Time[],
  isWanted: (t: Time) => boolean,
): Placed[] {
  const token = sentence.tokens[tokenIndex];
  if (!token) return [];
  const here = firstFrom(times, token.from);
  const start = Math.max(firstFrom(times, sentence.from), here - NEAR);
  const end = Math.min(firstFrom(times, sentence.to), here + NEAR);
  return times
    .slice(start, end)
    .filter(isWanted)
    .flatMap((time) => place(sentence, time));
}

/** What belongs to a token itself or to the clause that it stands in. */
const own = (sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null =>
  placed.length === 0
    ? null
    : (rightAfter(sentence, token, placed) ?? onToken(token, token, placed) ?? onClause(sentence, token, placed));

function place(sentence: Sentence, time: Time): Placed[] {
  const { from, to } = time.evidence;
  const words: Token[] = [];
  for (let i = tokenFrom(sentence, from); i < sentence.tokens.length && sentence.tokens[i]!.from < to; i++)
    words.push(sentence.tokens[i]!);
  const top = words.find((t) => !words.some((other) => other.index === t.head)) ?? words[0];
  return top ? [{ time, top, path: pathFrom(sentence, top) }] : [];
}

/** The first token that ends after an offset. */
function tokenFrom({ tokens }: Sentence, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pathFrom(sentence: Sentence, from: Token): Token[] {
  const path: Token[] = [];
  for (let t: Token | undefined = from; t && path.length < STEPS; t = sentence.tokens[t.head]) path.push(t);
  return path;
}

/** "said Sunday the path is near", "met on Friday": what stands right after a verb is the verb's, whatever the tree says. */
function rightAfter(sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null {
  if (!token.xpos.startsWith("V")) return null;
  const next = sentence.tokens[token.index + 1];
  const start = next?.text.toLowerCase() === "on" ? sentence.tokens[token.index + 2] : next;
  return placed.find(({ time }) => start !== undefined && time.evidence.from === start.from)?.time ?? null;
}

/** The closest time to a token that hangs on another (or the same) without a clause between. */
const onToken = (token: Token, on: Token, placed: readonly Placed[]): Time | null =>
  closest(
    token,
    placed.filter((p) => hangsOn(p, on)),
  );

function hangsOn({ path, top }: Placed, token: Token): boolean {
  const at = path.indexOf(token);
  if (at <= 0) return at === 0;
  return DATING.test(top.deprel) && path.slice(1, at).every((t) => !OTHER_CLAUSE.test(t.deprel));
}

/** Climbs to the clause of a noun or dependent verb, and takes what dates that clause. */
function onClause(sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null {
  if (isPredicate(sentence, token) && !SHARES.test(token.deprel)) return null;
  for (const above of pathFrom(sentence, token).slice(1)) {
    const found = onToken(token, above, placed);
    if (found || isPredicate(sentence, above)) return found;
  }
  return null;
}

/**
 * For what stands in the main clause: a time that hangs on it with at most participles between ("a report released
 * Thursday states", "speaking in Jordan Sunday, he said").
 */
function onMain(sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null {
  if (placed.length === 0) return null;
  const isInMain = pathFrom(sentence, token)
    .slice(0, -1)
    .every((t) => !/^(?:ccomp|advcl|acl|parataxis)/.test(t.deprel));
  if (!isInMain) return null;
  const isParticiple = (t: Token): boolean =>
    /^(?:acl|advcl)$/.test(t.deprel) && (t.xpos === "VBN" || t.xpos === "VBG");
  const free = placed.filter(({ path }) =>
    path.slice(1, -1).every((t) => !isPredicate(sentence, t) || isParticiple(t)),
  );
  return closest(token, free);
}

function closest(token: Token, placed: readonly Placed[]): Time | null {
  const distance = ({ top }: Placed): number => Math.abs(top.index - token.index);
  let best: Placed | undefined;
  for (const p of placed) if (!best || distance(p) < distance(best)) best = p;
  return best?.time ?? null;
}
