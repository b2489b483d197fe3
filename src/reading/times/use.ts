import type { Time } from "../../record/schema.ts";
import { isPredicate } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { firstFrom } from "./values.ts";

/** Relations by which a time hangs on what it dates. */
const DATING = /^(?:obl|nmod|advmod|nummod|compound|amod|obj|appos|dep|flat|advcl|conj|parataxis|acl)/;
/** Relations that lead to another clause, whose times are its own. */
const OTHER_CLAUSE = /^(?:ccomp|advcl|acl|parataxis|csubj|conj|root)/;

/**
 * The date or hour that belongs to a verb or noun: hanging on it or, failing that, on the clause it stands in; last
 * the nearest in the clause without tree. Null where the clause tells none.
 */
export const timeOf = (sentence: Sentence, tokenIndex: number, times: readonly Time[]): Time | null =>
  belonging(sentence, tokenIndex, times, (time) => time.type === "DATE" || time.type === "TIME");

/** The duration that belongs to a verb or noun, found in the same way. */
export const durationOf = (sentence: Sentence, tokenIndex: number, times: readonly Time[]): Time | null =>
  belonging(sentence, tokenIndex, times, (time) => time.type === "DURATION");

interface Placed {
  readonly time: Time;
  /** The token by which the time hangs in the tree. */
  readonly top: Token;
  /** The tokens from it up to the root. */
  readonly path: readonly Token[];
}

const STEPS = 40;

function belonging(
  sentence: Sentence,
  tokenIndex: number,
  times: readonly Time[],
  isWanted: (time: Time) => boolean,
): Time | null {
  const token = sentence.tokens[tokenIndex];
  if (!token) return null;
  const inside = times.slice(firstFrom(times, sentence.from), firstFrom(times, sentence.to)).filter(isWanted);
  if (inside.length === 0) return null;
  const placed = inside.flatMap((time) => place(sentence, time));
  return (
    closest(
      token,
      placed.filter((p) => hangsOn(p, token)),
    ) ??
    onClause(sentence, token, placed) ??
    onCopy(sentence, token, placed)
  );
}

function place(sentence: Sentence, time: Time): Placed[] {
  const { from, to } = time.evidence;
  const own = sentence.tokens.filter((t) => t.from < to && t.to > from);
  const top = own.find((t) => !own.some((other) => other.index === t.head)) ?? own[0];
  return top ? [{ time, top, path: pathFrom(sentence, top) }] : [];
}

function pathFrom(sentence: Sentence, from: Token): Token[] {
  const path: Token[] = [];
  for (let t: Token | undefined = from; t && path.length < STEPS; t = sentence.tokens[t.head]) path.push(t);
  return path;
}

/** Whether a time hangs on a token without another clause between them. */
function hangsOn({ path, top }: Placed, token: Token): boolean {
  const at = path.indexOf(token);
  if (at < 0) return false;
  return (
    at === 0 || (DATING.test(top.deprel) && path.slice(0, at).every((t, i) => i === 0 || !OTHER_CLAUSE.test(t.deprel)))
  );
}

/** Climbs to the clause of a noun or dependent verb, and takes what dates that clause. */
function onClause(sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null {
  let at: Token | undefined = token;
  for (let step = 0; at && step < STEPS; step++) {
    const isClauseEnd = isPredicate(sentence, at) && step > 0;
    const found =
      step > 0
        ? closest(
            token,
            placed.filter((p) => hangsOn(p, at!)),
          )
        : null;
    if (found) return found;
    // An infinitive or shared verb phrase may take the time of the verb above it; a that-clause does not.
    if (isClauseEnd || (step === 0 && isPredicate(sentence, at) && !/^(?:xcomp|conj|acl|advcl)/.test(at.deprel)))
      return null;
    at = sentence.tokens[at.head];
  }
  return null;
}

/** Where the tree gives nothing: a lone time of the sentence that hangs on no predicate of its own. */
function onCopy(sentence: Sentence, token: Token, placed: readonly Placed[]): Time | null {
  const free = placed.filter(
    ({ path }) => path.length === 1 || !path.slice(1, -1).some((t) => isPredicate(sentence, t)),
  );
  const isInMain = pathFrom(sentence, token)
    .slice(0, -1)
    .every((t) => !/^(?:ccomp|advcl|acl|parataxis)/.test(t.deprel));
  return isInMain ? closest(token, free) : null;
}

const closest = (token: Token, placed: readonly Placed[]): Time | null => {
  let best: Placed | undefined;
  for (const p of placed)
    if (!best || Math.abs(p.top.index - token.index) < Math.abs(best.top.index - token.index)) best = p;
  return best?.time ?? null;
};
