import { world } from "../../lexicon/world.ts";
import type { Mention, Mentions } from "../../reading/mentions.ts";
import type { Range } from "../../record/span.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** Whom the record knows: what `understand` asks of it. */
export interface KnownActors {
  /** The ids of those who bear a name. */
  named(name: string): readonly string[];
}

/** An actor or place in a question, as it is named there. */
export interface Name {
  readonly phrase: string;
  /** Tokens: `first` ≤ i < `end`. */
  readonly first: number;
  readonly end: number;
  /** The gazetteer knows it for a state or place, so that it may say where. */
  readonly place: boolean;
  readonly state: boolean;
}

/** The names of a question from left to right, none inside another. */
export function findNames(text: string, sentence: Sentence, mentions: Mentions, known: KnownActors): Name[] {
  const shared = sharedOffices(sentence, mentions.mentions);
  const single = mentions.mentions.filter((m) => !shared.some(({ first, end }) => first <= m.first && m.end <= end));
  const named = [...shared, ...single.flatMap((mention) => namesOf(text, sentence, mention))];
  const outermost = named.filter(
    (a) => !named.some((b) => b !== a && b.first <= a.first && a.end <= b.end && b.end - b.first > a.end - a.first),
  );
  const taken = (i: number): boolean => outermost.some(({ first, end }) => first <= i && i < end);
  const all = [...outermost, ...otherNames(text, sentence, known, taken)].sort((a, b) => a.first - b.first);
  const bracketed = all.map((name) => withItsBrackets(text, sentence, known, name));
  return bracketed.filter((a) => !bracketed.some((b) => b !== a && b.first < a.first && a.end <= b.end));
}

/** "Ann Smith (NZL)": the brackets tell her from her namesakes. */
function withItsBrackets(text: string, { tokens }: Sentence, known: KnownActors, name: Name): Name {
  if (tokens[name.end]?.text !== "(") return name;
  const close = tokens.slice(name.end, name.end + LONGEST_BRACKET).find((t) => t.text === ")");
  if (!close) return name;
  const phrase = text.slice(tokens[name.first]!.from, close.to);
  const inside = text.slice(tokens[name.end]!.to, close.from);
  if (!world().states.has(inside) && known.named(phrase).length === 0) return name;
  return { ...name, phrase, end: close.index + 1 };
}

const LONGEST_BRACKET = 8;

function namesOf(text: string, sentence: Sentence, mention: Mention): Name[] {
  const { first, end } = mention;
  const base = { first, end, place: false, state: false };
  if (mention.is === "person") return [{ ...base, phrase: mention.name }];
  if (mention.is === "unknown") return [{ ...base, phrase: mention.name, place: mention.guess === "place" }];
  if (mention.is === "named") {
    const state = mention.meanings.some((m) => m.is === "state" && (m.how === "name" || m.how === "capital"));
    const place = state || mention.meanings.some((m) => m.is === "place" || m.is === "metonym");
    return [{ ...base, phrase: text.slice(mention.from, mention.to), place, state }];
  }
  if (mention.is !== "description" || !isSomebody(mention)) return [];
  const { tie, plural, titles } = mention;
  if (plural && titles[0] && tie.countries.length > 1) {
    const office = singular(titles[0].words);
    return tie.countries.map((code) => ({ ...base, phrase: `${office} of ${world().states.get(code)?.name ?? code}` }));
  }
  const from =
    sentence.tokens[first]!.lemma === "the" && first + 1 < end ? sentence.tokens[first + 1]!.from : mention.from;
  return [{ ...base, phrase: text.slice(from, mention.to) }];
}

/** "The French and Turkish presidents": the adjectives before an office in the plural, one name each. */
function sharedOffices({ tokens }: Sentence, mentions: readonly Mention[]): Name[] {
  return mentions.flatMap((office) => {
    if (office.is !== "description" || !office.plural || !office.titles[0]) return [];
    const words = singular(office.titles[0].words);
    const states: { readonly name: string; readonly first: number }[] = [];
    let at = office.first;
    for (const m of mentions.toReversed()) {
      const between = m.end <= at ? tokens.slice(m.end, at) : [];
      if (m.is !== "named" || m.end > at || between.some(({ text }) => !/^(?:and|,)$/.test(text))) continue;
      const state = m.meanings.find((one) => one.is === "state" && one.how === "adjective");
      if (state?.is !== "state") break;
      states.unshift({ name: state.state.name, first: m.first });
      at = m.first;
    }
    if (states.length < 2) return [];
    const span = { first: at, end: office.end, place: false, state: false };
    return states.map(({ name }) => ({ ...span, phrase: `${words} of ${name}` }));
  });
}

const singular = (title: string): string => title.toLowerCase().replace(/s$/, "");

/** "the French president" is somebody; "the two presidents", "the spokesman", "the accord" are nobody by themselves. */
const isSomebody = (mention: Mention & { is: "description" }): boolean =>
  (mention.titles.length > 0 || mention.people !== null) &&
  mention.possessor === null &&
  !/^spokes/i.test(mention.noun) &&
  mention.tie.countries.length + mention.tie.bodies.length > 0;

const LONGEST = 5;

/** Names that only the record knows. */
function otherNames(text: string, { tokens }: Sentence, known: KnownActors, taken: (i: number) => boolean): Name[] {
  const found: Name[] = [];
  for (let i = 0; i < tokens.length; ) {
    const end = taken(i) || !isNameLike(tokens[i]!) ? 0 : longestKnown(text, tokens, i, known, taken);
    if (end > 0) {
      const phrase = text.slice(tokens[i]!.from, tokens[end - 1]!.to);
      found.push({ phrase, first: i, end, place: false, state: false });
    }
    i = Math.max(end, i + 1);
  }
  return found;
}

function longestKnown(
  text: string,
  tokens: readonly Token[],
  first: number,
  known: KnownActors,
  taken: (i: number) => boolean,
): number {
  for (let end = Math.min(tokens.length, first + LONGEST); end > first; end -= 1) {
    const inside = tokens.slice(first, end);
    if (inside.some((t) => taken(t.index)) || !isNameLike(inside.at(-1)!)) continue;
    const phrase = text.slice(inside[0]!.from, inside.at(-1)!.to);
    if (known.named(phrase).length > 0 && world().titles.get(phrase).length === 0) return end;
  }
  return 0;
}

const isNameLike = ({ text, upos }: Token): boolean => /^\p{Lu}/u.test(text) && !["PRON", "AUX", "ADV"].includes(upos);

/** The small words before names in questions, which no lower-case name is. */
const COMMON =
  /^(?:us|may|will|can|mark|the|this|that|last|next|first|when|what|have|been|with|many|more|call|calls|talk|meet|said|held|time|week|month|year)$/;

/**
 * A question in lower case with the names that the record or the gazetteer knows in capitals, so that it reads as
 * written with care; the question itself where it has capitals.
 */
export function withCapitals(question: string, known: KnownActors): string {
  if (/\p{Lu}/u.test(question.slice(1))) return question;
  const words = [...question.matchAll(/\p{L}[\p{L}'’-]*/gu)].map(
    (m): Range => ({ from: m.index, to: m.index + m[0].length }),
  );
  let out = "";
  let at = 0;
  for (let i = 0; i < words.length; i += 1) {
    for (let n = Math.min(4, words.length - i); n > 0; n -= 1) {
      const { from } = words[i]!;
      const end = words[i + n - 1]!.to;
      const phrase = question.slice(from, end).replace(/['’]s$/, "");
      if (!isKnownName(phrase, known)) continue;
      out += question.slice(at, from) + phrase.replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
      at = from + phrase.length;
      i += n - 1;
      break;
    }
  }
  out += question.slice(at);
  return out.charAt(0).toUpperCase() + out.slice(1);
}

function isKnownName(phrase: string, known: KnownActors): boolean {
  if (phrase.length < 4 || COMMON.test(phrase)) return phrase === "eu" || phrase === "un";
  if (known.named(phrase).length > 0) return true;
  return world()
    .names.get(phrase)
    .some((m) => (m.is === "state" && m.how !== "people") || m.is === "metonym" || m.is === "body");
}
