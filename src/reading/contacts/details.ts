import type { Range } from "../../record/span.ts";
import {
  caseOf,
  childBy,
  childrenBy,
  conjunctsOf,
  hasRelation,
  headOf,
  nominalsWith,
  subtreeOf,
  withoutOuterPunctuation,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

const ORDINALS =
  /^(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|latest|inaugural|\d+(st|nd|rd|th))$/i;
const INFLUENCE = new Set([
  "influence",
  "condition",
  "determine",
  "overshadow",
  "precede",
  "complicate",
  "block",
  "delay",
  "hamper",
  "jeopardize",
  "jeopardise",
  "affect",
  "shape",
]);
const HANG = new Set(["depend", "hinge", "hang", "rest"]);

const clean = (tokens: readonly Token[]): Range => {
  const inner = withoutOuterPunctuation(tokens);
  const kept = inner.length > 0 ? inner : [...tokens];
  return { from: kept[0]!.from, to: kept.at(-1)!.to };
};

/** The words that place a contact in a series: "the first visit by … in ten years", "the last time they spoke". */
export function ordinalOf(sentence: Sentence, trigger: Token): Range | null {
  const noun = hasRelation(trigger, "acl:relcl", "acl") ? headOf(sentence, trigger) : trigger;
  if (!noun || (noun !== trigger && !/^(time|occasion)$/.test(noun.lemma))) return null;
  const ordinal = childrenBy(sentence, noun, "amod", "nummod").find((t) => ORDINALS.test(t.text));
  if (!ordinal || (/^(last|latest)$/i.test(ordinal.text) && noun === trigger)) return null;
  const tokens = subtreeOf(
    sentence,
    noun,
    (t) =>
      t.deprel === "parataxis" ||
      t.deprel === "appos" ||
      t.deprel === "conj" ||
      t.deprel === "cop" ||
      caseOf(sentence, t)?.startsWith("according") ||
      (t.head === noun.index && t.deprel === "nsubj"),
  );
  const start = tokens.findIndex(
    (t) => t.index >= (childrenBy(sentence, noun, "det", "nmod:poss")[0]?.index ?? ordinal.index),
  );
  return clean(tokens.slice(Math.max(start, 0)));
}

/** Objects of "discuss" and the like, and "on", "about" of the contact itself: short noun phrases. */
export function topicsOf(sentence: Sentence, trigger: Token, verb: Token = trigger): Range[] {
  const tops: Token[] = [...nominalsWith(sentence, trigger, "on", "about", "regarding", "concerning", "over")];
  if (verb !== trigger) tops.push(...nominalsWith(sentence, verb, "on", "about", "regarding", "concerning"));
  for (const clause of childrenBy(sentence, trigger, "advcl", "xcomp", "acl")) {
    if (/^(discuss|review|address|consider|explore)$/.test(clause.lemma)) {
      const object = childBy(sentence, clause, "obj");
      if (object) tops.push(object);
    }
  }
  return tops
    .filter(
      (t) =>
        !/^(\d|sideline|margin|basis|eve|occasion|request|behalf|phone|telephone|lunch|dinner|breakfast|coffee|tea|meal|weekend|(second|minute|hour|day|week|month|year)s?$|january|february|march|april|may|june|july|august|september|october|november|december|\w+day$)/i.test(
          t.text,
        ),
    )
    .flatMap((t) => conjunctsOf(sentence, t))
    .slice(0, 4)
    .map((t) =>
      clean(
        subtreeOf(
          sentence,
          t,
          (x) =>
            x.deprel === "conj" ||
            x.deprel === "cc" ||
            x.deprel === "acl:relcl" ||
            (x.deprel === "case" && x.head === t.index),
        ),
      ),
    );
}

/** Each member of a coordination as its own phrase; a bracket or relative clause stays with its member. */
function phrases(sentence: Sentence, top: Token): Range[] {
  return conjunctsOf(sentence, top).map((t) => {
    const marker = childBy(sentence, t, "case");
    const tokens = subtreeOf(
      sentence,
      t,
      (x) => (x.head === t.index || x.deprel === "cc") && (x.deprel === "conj" || x.deprel === "cc"),
    ).filter((x) => x !== marker);
    return clean(tokens);
  });
}

/** Where a phrase goes over into the next of a list that the parser took for part of it: "(and the decision …) and by the proposal". */
const NEXT_MEMBER = /\s*(?:\)\s*)?,?\s+(?:and|or)\s+(?:by|on|upon)\s+|\s*\(and\s+/g;

/** A phrase as the members of the list that it may hold. */
export function listMembers(text: string, phrase: Range): Range[] {
  const found: Range[] = [];
  let from = phrase.from;
  for (const link of text.slice(phrase.from, phrase.to).matchAll(NEXT_MEMBER)) {
    found.push({ from, to: phrase.from + link.index });
    from = phrase.from + link.index + link[0].length;
  }
  found.push({ from, to: phrase.to });
  return found.filter((r) => r.to > r.from);
}

/** "the agreement of the leaders to lend": an infinitive that the parser hung on the verb goes with the last phrase. */
function withInfinitive(sentence: Sentence, verb: Token, found: Range[]): Range[] {
  const last = found.at(-1);
  const clause = childrenBy(sentence, verb, "advcl", "xcomp").find((t) => t.index > verb.index);
  const tokens = clause ? withoutOuterPunctuation(subtreeOf(sentence, clause)) : [];
  if (!last || tokens[0]?.text !== "to" || tokens[0].from - last.to > 2) return found;
  return [...found.slice(0, -1), { from: last.from, to: tokens.at(-1)!.to }];
}

/** What the text says will influence, condition, precede or block a contact. */
export function factorsOf(sentence: Sentence, trigger: Token): Range[] {
  const own = trigger.upos === "VERB" ? conditionsOf(sentence, trigger) : [];
  if (own.length > 0) return own;
  const head = headOf(sentence, trigger);
  if (head?.upos !== "VERB") return [];
  const lemma = head.lemma.toLowerCase();
  if (INFLUENCE.has(lemma) && hasRelation(trigger, "nsubj:pass")) {
    const agents = [...childrenBy(sentence, head, "obl:agent"), ...nominalsWith(sentence, head, "by")];
    return [...new Set(agents)].flatMap((t) => (hasRelation(t, "conj") ? [] : phrases(sentence, t)));
  }
  if (INFLUENCE.has(lemma) && hasRelation(trigger, "obj")) {
    const subject = childBy(sentence, head, "nsubj");
    return subject ? phrases(sentence, subject) : [];
  }
  if (HANG.has(lemma) && hasRelation(trigger, "nsubj"))
    return nominalsWith(sentence, head, "on", "upon").flatMap((t) =>
      withInfinitive(sentence, head, phrases(sentence, t)),
    );
  return conditionsOf(sentence, head);
}

/** "if the truce holds", "unless the weather prevents it", "provided that both agree": before the verb or behind it. */
function conditionsOf(sentence: Sentence, verb: Token): Range[] {
  for (const clause of childrenBy(sentence, verb, "advcl", "obl")) {
    const own = childrenBy(sentence, clause, "mark", "case").find((m) =>
      (clause.deprel === "advcl" ? /^(if|unless|provided|once|until)$/i : /^pending$/i).test(m.text),
    );
    const opener = own ?? (/^(provided|providing)$/i.test(clause.text) ? clause : undefined);
    const tokens = opener ? subtreeOf(sentence, clause).filter((t) => t.index >= opener.index) : [];
    if (tokens.length > 0) return [clean(tokens)];
  }
  return [];
}
