import { world } from "../lexicon/world.ts";
import { bareRelation, conjunctsOf, firstConjunct, hasRelation, headOf } from "../syntax/tree.ts";
import type { Sentence, Syntax } from "../syntax/types.ts";
import { type Resolved, resolveDescription, type Scene } from "./actors/descriptions.ts";
import { Discourse, type Heard } from "./actors/discourse.ts";
import { stateOfThoseMet } from "./actors/met-by-speaker.ts";
import { namedDraft, placeState, serviceOf, stateDraft, unknownDraft } from "./actors/named.ts";
import { forcesNamed, statesNamed } from "./actors/named-often.ts";
import { type DocPerson, People } from "./actors/people.ts";
import { antecedent, FIRST } from "./actors/pronouns.ts";
import type { ActorDraft, Reference } from "./actors/types.ts";
import { ORG_WORDS } from "./mentions/labels.ts";
import type { DescriptionMention, Mention, NamedMention, PersonMention, PronounMention } from "./mentions/types.ts";
import type { Mentions } from "./mentions.ts";
import type { Published, Quotations } from "./types.ts";

export type { ActorDraft, Reference } from "./actors/types.ts";

/** What the actors stage gives. */
export interface Actors {
  readonly drafts: ReadonlyMap<string, ActorDraft>;
  /** Every reference in the order of the text. */
  readonly references: readonly Reference[];
  /** The actors a mention stands for; FIRST_PERSON where only the speaker can tell. */
  readonly of: (mention: Mention) => readonly string[];
  /** The state whose release this is, as far as the text tells. */
  readonly home: string | null;
}

/** Stands for "I", "we", "our": whoever speaks. */
export const FIRST_PERSON = "\u0000speaker";

/** 2 for the subject of the main clause, 1 for another's, 0 for what is no subject. */
const subjectRank = (sentence: Sentence, token: number): number => {
  const t = firstConjunct(sentence, sentence.tokens[token]!);
  if (bareRelation(t) !== "nsubj") return hasRelation(t, "obl:agent") ? 1 : 0;
  return headOf(sentence, t)?.head === -1 ? 2 : 1;
};

/** "the Paris Agreement", "the Geneva Conventions": a city inside the name of a thing. */
const namesThing = (m: Mention, sentence: Sentence): boolean =>
  hasRelation(sentence.tokens[m.head]!, "compound", "nmod:desc", "flat") &&
  ORG_WORDS.test(sentence.tokens[m.end]?.text ?? "") &&
  /^\p{Lu}/u.test(sentence.tokens[m.end]!.text);

/** The state of the first person whose office is told without a country: a release's own. */
function homeOf(
  people: People,
  persons: ReadonlyMap<number, DocPerson>,
  mentions: readonly PersonMention[],
): string | null {
  for (const m of mentions) {
    if (m.titles.length === 0 || m.tie.countries.length > 0 || m.tie.bodies.length > 0) continue;
    const p = persons.get(m.index);
    const term = p ? people.termOf(p) : undefined;
    if (term?.country && p?.person) return term.country;
  }
  return null;
}

/** "…, he said" behind or within what he said, without quotation marks. */
function isParenthetical({ head }: PronounMention, { tokens }: Sentence): boolean {
  const [before, verb, after] = [tokens[head - 1], tokens[head + 1], tokens[head + 2]];
  return (
    before?.text === "," &&
    verb?.upos === "VERB" &&
    hasRelation(tokens[head]!, "nsubj") &&
    /^[,.]$/.test(after?.text ?? ".")
  );
}

class Resolver {
  readonly drafts = new Map<string, ActorDraft>();
  readonly references: Reference[] = [];
  readonly resolved = new Map<number, readonly string[]>();
  readonly #talk = new Discourse();
  readonly #lex = world();
  readonly #people: People;
  readonly #persons: Map<number, DocPerson>;
  readonly home: string | null;
  readonly #syntax: Syntax;
  readonly #mentions: Mentions;
  readonly #day: Published;
  readonly #quotes: Quotations;
  readonly #lists = new Map<string, readonly string[]>();
  /** How often each state is named, which tells whose "Congress" or "Security Council" is meant. */
  readonly #counts: ReadonlyMap<string, number>;
  readonly #forces: ReadonlyMap<string, string>;
  readonly #acronyms = new Map<string, readonly string[]>();

  constructor(syntax: Syntax, mentions: Mentions, quotes: Quotations, day: Published, home: string | null) {
    this.#syntax = syntax;
    this.#mentions = mentions;
    this.#quotes = quotes;
    this.#day = day;
    this.#counts = statesNamed(mentions.mentions);
    this.#forces = forcesNamed(mentions.mentions);
    this.#people = new People(this.#lex, day);
    const persons = mentions.mentions.filter((m): m is PersonMention => m.is === "person");
    this.#persons = this.#people.enter(persons);
    this.home = home ?? homeOf(this.#people, this.#persons, persons);
    for (const m of this.home ? persons : []) {
      const met = stateOfThoseMet(syntax, mentions, m);
      const p = this.#persons.get(m.index)!;
      if (met !== undefined) p.met = p.met ?? met;
    }
  }

  run(): void {
    const { mentions } = this.#mentions;
    let quote = 0;
    for (const m of mentions) {
      while (this.#quotes.quotations[quote] && this.#quotes.quotations[quote]!.to <= m.from) quote += 1;
      const q = this.#quotes.quotations[quote];
      const quoted = q !== undefined && q.from <= m.from && m.to <= q.to;
      this.#resolve(m, quoted);
    }
  }

  #resolve(m: Mention, quoted: boolean): void {
    if (this.resolved.has(m.index)) return;
    const sentence = this.#syntax.sentences[m.sentence]!;
    const head = sentence.tokens[m.head]!;
    if (m.is === "person") {
      const p = this.#persons.get(m.index)!;
      this.#keep(m, [p.name], "person-name", p, quoted, () => this.#people.draft(p, this.home));
      const letters = /\(([A-Z]{2,})\)/.exec(this.#syntax.text.slice(m.from, m.nameRange.from));
      if (letters) this.#acronyms.set(letters[1]!, [p.name]);
      return;
    }
    if (m.is === "pronoun") {
      const names = this.#pronoun(m, sentence, quoted);
      if (names.length > 0) {
        this.resolved.set(m.index, names);
        if (names[0] !== FIRST_PERSON) {
          for (const actor of names)
            this.references.push({ from: m.from, to: m.to, actor, pronoun: true, rule: "pronoun" });
          const kind = this.#kindOf(names[0]!);
          this.#talk.add({
            names,
            kind,
            sentence: m.sentence,
            token: m.head,
            line: sentence.line,
            subject: subjectRank(sentence, m.head),
            gender: this.drafts.get(names[0]!)?.gender ?? null,
            plural: names.length > 1,
            person: (names.length === 1 && this.#people.named(names[0]!)) || null,
            quoted,
          });
        }
      }
      return;
    }
    if (m.is === "named") {
      const short = this.#acronyms.get(this.#syntax.text.slice(m.from, m.to));
      if (short) {
        this.#keep(m, short, "acronym", this.#people.named(short[0]!) ?? null, quoted);
        return;
      }
      const text = this.#syntax.text.slice(m.from, m.to);
      const place = m.locative || namesThing(m, sentence) ? { ...m, locative: true } : m;
      const owner = this.#stateBefore(m, sentence);
      const draft =
        (owner && serviceOf(owner, m, text)) ||
        namedDraft(this.#lex, place, head, text, (c) => (c === owner ? Infinity : (this.#counts.get(c) ?? 0)));
      if (draft) this.#keep(m, [draft.name], draft.rule, null, quoted, () => draft);
      else {
        const state = placeState(m);
        if (state) this.resolved.set(m.index, []);
      }
      this.#noteAcronym(m);
      return;
    }
    if (m.is === "unknown") {
      const known = this.#acronyms.get(m.name);
      if (known) {
        this.#keep(m, known, "acronym", null, quoted);
        return;
      }
      const draft = unknownDraft(m);
      if (draft) this.#keep(m, [draft.name], draft.rule, null, quoted, () => draft);
      this.#noteAcronym(m);
      return;
    }
    const owner = m.possessor === null ? undefined : this.#mentions.at(m.sentence, m.possessor);
    if (owner && owner.index !== m.index && owner.from >= m.from) this.#resolve(owner, quoted);
    const possessor = owner ? (this.resolved.get(owner.index) ?? []) : [];
    const scene: Scene = {
      lex: this.#lex,
      day: this.#day,
      people: this.#people,
      talk: this.#talk,
      home: this.home,
      possessor: possessor.filter((n) => n !== FIRST_PERSON),
      draftOf: (name) => this.#draftOf(name),
      forceOf: (country) => this.#forces.get(country),
    };
    const ownHome = possessor[0] === FIRST_PERSON && this.home ? { ...scene, possessor: [this.home] } : scene;
    if (possessor[0] === FIRST_PERSON && this.home && !this.drafts.has(this.home))
      this.drafts.set(this.home, stateDraft(this.home, "issuing-state"));
    const listed = this.#listed(m, sentence);
    const found: Resolved | null = listed ?? resolveDescription(m, ownHome);
    if (!found) return;
    for (const d of found.drafts ?? []) if (!this.drafts.has(d.name)) this.drafts.set(d.name, d);
    const person = (found.names.length === 1 && this.#people.named(found.names[0]!)) || null;
    this.#keep(m, found.names, found.rule, person, quoted);
  }

  /** "Norway's Foreign Ministry", "the Norwegian Foreign Ministry": the state named right before. */
  #stateBefore(m: NamedMention, sentence: Sentence): string | undefined {
    const last = sentence.tokens[m.first - 1];
    if (!last || !m.meanings.some((v) => v.is === "body")) return undefined;
    const before = this.#mentions.at(m.sentence, last.xpos === "POS" ? last.index - 1 : last.index);
    if (before?.is !== "named" || before.index === m.index) return undefined;
    const state = before.meanings.find((v) => v.is === "state");
    return state?.is === "state" && (last.xpos === "POS" || state.how === "adjective") ? state.state.iso3 : undefined;
  }

  /** "the Quad Leaders – A, B and C": the people listed right behind; the same words again stand for them. */
  #listed(m: DescriptionMention, sentence: Sentence): Resolved | null {
    if (!m.plural) return null;
    const key = m.words.toLowerCase();
    const before = this.#lists.get(key);
    if (before && m.determiner === "the") return { names: before, rule: "listed-before" };
    if (!/^[–—:(,-]+$/.test(sentence.tokens[m.end]?.text ?? "")) return null;
    const names: string[] = [];
    let at = m.end + 1;
    while (sentence.tokens[at]?.text === "-") at += 1;
    for (;;) {
      const next = this.#mentions.at(m.sentence, at);
      if (next?.is !== "person" || next.first > at) break;
      names.push(this.#persons.get(next.index)!.name);
      at = next.end;
      while (/^(,|and|;)$/.test(sentence.tokens[at]?.text ?? "")) at += 1;
    }
    if (names.length < 2) return null;
    this.#lists.set(key, names);
    this.#talk.addSet(names, true, false, m.sentence);
    return { names, rule: "listed-behind" };
  }

  /** "Reporters Without Borders (RWB)": from here on the letters stand for the name. */
  #noteAcronym(m: Mention): void {
    const match = /^ \(([A-Z][A-Za-z]*[A-Z])\)/.exec(this.#syntax.text.slice(m.to, m.to + 16));
    const names = this.resolved.get(m.index);
    if (match && names && names.length > 0) this.#acronyms.set(match[1]!, names);
  }

  #draftOf(name: string): ActorDraft | undefined {
    const known = this.drafts.get(name);
    if (known) return known;
    const p = this.#people.named(name);
    if (!p) return undefined;
    const draft = this.#people.draft(p, this.home);
    this.drafts.set(name, draft);
    return draft;
  }

  #kindOf(name: string): Heard["kind"] {
    const kind = this.#draftOf(name)?.kind;
    return kind === "person" || kind === "official"
      ? "person"
      : kind === "state"
        ? "state"
        : kind === "organisation"
          ? "organisation"
          : "group";
  }

  #namesAt(sentence: number, token: number): readonly string[] | undefined {
    const m = this.#mentions.at(sentence, token);
    return m && this.resolved.get(m.index);
  }

  #keep(
    m: Mention,
    names: readonly string[],
    rule: string,
    person: DocPerson | null,
    quoted: boolean,
    make?: () => ActorDraft,
  ): void {
    const sentence = this.#syntax.sentences[m.sentence]!;
    if (make) {
      const draft = make();
      const known = this.drafts.get(draft.name);
      if (!known || (known.role === null && draft.role !== null) || (known.country === null && draft.country !== null))
        this.drafts.set(draft.name, draft);
    }
    for (const n of names) this.#draftOf(n);
    this.resolved.set(m.index, names);
    for (const actor of names) this.references.push({ from: m.from, to: m.to, actor, pronoun: false, rule });
    const plural = names.length > 1 || (m.is === "description" && m.plural);
    const kind = names.length > 0 ? this.#kindOf(names[0]!) : "group";
    this.#talk.add({
      names,
      kind: plural && names.length === 1 && kind === "person" ? "group" : kind,
      sentence: m.sentence,
      token: m.head,
      line: sentence.line,
      subject: subjectRank(sentence, m.head),
      gender: names.length === 1 ? (this.drafts.get(names[0]!)?.gender ?? null) : null,
      plural,
      person,
      quoted,
    });
    this.#noteSet(m, sentence);
  }

  /** Members of a coordination that are all resolved make a set for "the two leaders", "they". */
  #noteSet(m: Mention, sentence: Sentence): void {
    const members = conjunctsOf(sentence, sentence.tokens[m.head]!);
    const last = members.at(-1)!;
    if (members.length > 1 && (m.core.includes(last.index) || last.index === m.head)) {
      const names = [...new Set(members.flatMap((t) => this.#namesAt(m.sentence, t.index) ?? []))].filter(
        (n) => n !== FIRST_PERSON,
      );
      const kinds = names.map((n) => this.#kindOf(n));
      this.#talk.addSet(
        names,
        kinds.every((k) => k === "person"),
        kinds.every((k) => k === "state"),
        m.sentence,
      );
      if (names.length > 1)
        this.#talk.add({
          names,
          kind: kinds[0]!,
          sentence: m.sentence,
          token: m.head,
          line: sentence.line,
          subject: subjectRank(sentence, members[0]!.index),
          gender: null,
          plural: true,
          person: null,
          quoted: false,
        });
    }
    if (m.is === "person" && members.length === 1) this.#noteMeeting(m, sentence);
  }

  /** "Macron met with Putin": a subject and a partner make a set too. */
  #noteMeeting(m: Mention, sentence: Sentence): void {
    const token = sentence.tokens[m.head]!;
    const above = headOf(sentence, token);
    const held = above && hasRelation(token, "nmod") && hasRelation(above, "obj") ? headOf(sentence, above) : undefined;
    const verb = held ?? (hasRelation(token, "obl", "obj") ? above : undefined);
    if (!verb) return;
    const subject = sentence.children[verb.index]!.map((i) => sentence.tokens[i]!).find((t) => hasRelation(t, "nsubj"));
    const names = subject
      ? [...(this.#namesAt(m.sentence, subject.index) ?? []), ...(this.resolved.get(m.index) ?? [])]
      : [];
    const distinct = [...new Set(names)].filter((n) => n !== FIRST_PERSON);
    if (distinct.every((n) => this.#kindOf(n) === "person")) this.#talk.addSet(distinct, true, false, m.sentence);
  }

  /** "In the course of his visit, the President will …": a possessive in front looks forward to the subject. */
  #subjectAhead(m: PronounMention, sentence: Sentence, quoted: boolean): readonly string[] | null {
    if (!/^(his|her)$/.test(m.pronoun) || sentence.tokens[m.head]!.xpos !== "PRP$") return null;
    const root = sentence.tokens.find((t) => t.head < 0);
    const subject =
      root && sentence.children[root.index]!.map((i) => sentence.tokens[i]!).find((t) => hasRelation(t, "nsubj"));
    if (!subject || subject.index <= m.head) return null;
    const fronted = sentence.tokens.slice(m.head, subject.index).some((t) => t.text === ",");
    const target = fronted ? this.#mentions.at(m.sentence, subject.index) : undefined;
    if (!target || target.is === "pronoun" || target.is === "named" || target.is === "unknown") return null;
    this.#resolve(target, quoted);
    const names = this.resolved.get(target.index) ?? [];
    const draft = names.length === 1 ? this.#draftOf(names[0]!) : undefined;
    return draft?.kind === "person" && (draft.gender === null || draft.gender === (m.pronoun === "her" ? "f" : "m"))
      ? names
      : null;
  }

  #pronoun(m: PronounMention, sentence: Sentence, quoted: boolean): readonly string[] {
    if (FIRST.has(m.pronoun)) return [FIRST_PERSON];
    return (
      this.#subjectAhead(m, sentence, quoted) ?? antecedent(this.#talk, m, !quoted && isParenthetical(m, sentence))
    );
  }
}

/**
 * Resolves mentions to actors in the order of the text: names by the office files and the text's own full names,
 * descriptions by office, country and what was said before, pronouns by nearness, gender and number.
 * `home` is the state whose release this is, where the source tells; `implied` are actors that the text need not name.
 */
export function readActors(
  syntax: Syntax,
  mentions: Mentions,
  quotes: Quotations,
  published: Published,
  home: string | null = null,
  implied: readonly ActorDraft[] = [],
): Actors {
  const resolver = new Resolver(syntax, mentions, quotes, published, home);
  resolver.run();
  for (const draft of implied) if (!resolver.drafts.has(draft.name)) resolver.drafts.set(draft.name, draft);
  return {
    drafts: resolver.drafts,
    references: resolver.references,
    of: (mention) => resolver.resolved.get(mention.index) ?? [],
    home: resolver.home,
  };
}
