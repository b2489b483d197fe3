import { type Cue, cues } from "../lexicon/cues.ts";
import type { Range } from "../record/span.ts";
import { agentOf, caseOf, childBy, childrenBy, childrenOf, conjunctsOf, governingPredicate, hasRelation, headOf, isNegated, isPassive, markerOf, modalOf, nominalsWith, rangeOf, subjectOf, subtreeOf } from "../syntax/tree.ts";
import type { Sentence, Token } from "../syntax/types.ts";
import { ownersOf, type Scene, who } from "./participants.ts";
import { clauseTokens, longestRange, outerQuotations, quotationsIn, snapToQuotations, trimContent } from "./statements/content.ts";
import type { StatementDraft } from "./statements/types.ts";
import { timeOf } from "./times/use.ts";
import type { Quotation } from "./types.ts";

export type { StatementDraft } from "./statements/types.ts";

const HEDGES = new Set(["reportedly", "allegedly", "apparently", "supposedly", "purportedly"]);
const POSITION_NOUNS = new Set(["importance", "urgency", "need", "necessity", "imperative"]);
const FEELING = new Set(["concern", "confidence", "hope", "regret", "fear", "belief", "optimism", "alarm", "worry", "doubt", "view", "opinion", "desire"]);
const FEELING_OBJECTS = new Set([...FEELING, "appreciation", "support", "condolence", "sympathy", "thanks", "gratitude", "solidarity", "determination", "willingness", "readiness", "commitment", "disappointment", "outrage", "interest", "satisfaction", "congratulation", "dismay", "condemnation", "opposition"]);
const ATTITUDES = new Set(["ready", "willing", "prepared", "open", "want", "intend", "hope", "believe", "welcome", "support", "favor", "favour", "regret", "expect", "plan"]);
const WITH_REST = new Set(["commend", "compare", "liken", "describe", "characterize", "characterise", "call", "label", "brand", "praise", "congratulate", "criticize", "criticise", "blame", "accuse", "regard", "rate"]);

/** A cue where it stands: the lexicon's row with the tokens it takes up. */
interface Standing {
  readonly cue: Cue;
  readonly verb: Token;
  readonly tokens: readonly Token[];
}

/** The cue at a verb, with its particle, preposition or noun: "call for", "point out", "express concern". */
function cueAt(sentence: Sentence, verb: Token): Standing | undefined {
  if (verb.upos !== "VERB" && !(verb.upos === "NOUN" && verb.xpos.startsWith("VB"))) return undefined;
  const all = cues();
  const lemma = verb.lemma.toLowerCase();
  const particle = childBy(sentence, verb, "compound:prt") ?? childrenOf(sentence, verb).find((t) => t.index === verb.index + 1 && /^(forward|clear|out|tribute|note)$/.test(t.text.toLowerCase()));
  if (particle) {
    const cue = all.get(`${lemma} ${particle.text.toLowerCase()}`);
    if (cue) return { cue, verb, tokens: [verb, particle] };
  }
  const next = sentence.tokens[verb.index + 1];
  if (next && (next.upos === "ADP" || next.upos === "SCONJ" || next.upos === "PART" || next.upos === "ADV")) {
    const cue = all.get(`${lemma} ${next.text.toLowerCase()}`);
    if (cue) return { cue, verb, tokens: [verb, next] };
  }
  const cue = all.get(lemma);
  return cue && { cue, verb, tokens: [verb] };
}

/** The exact words of the cue: the verb with particle and the adverbs or auxiliaries glued before it ("reportedly confided"). */
function cueRange(sentence: Sentence, standing: Standing): Range {
  const { verb, tokens } = standing;
  const before = sentence.tokens[verb.index - 1];
  const hedge = before && before.head === verb.index && HEDGES.has(before.text.toLowerCase()) ? [before] : [];
  return rangeOf([...hedge, ...tokens]);
}

/** The nearest cue verb's branches that are no part of a content: "while pointing out", "adding that". */
function otherCue(sentence: Sentence, verb: Token): (t: Token) => boolean {
  return (t) => {
    if (t.index < verb.index && !hasRelation(t, "parataxis")) return false;
    if (hasRelation(t, "parataxis") && cueAt(sentence, t) && childBy(sentence, t, "nsubj")) return true;
    if (!hasRelation(t, "advcl") && !hasRelation(t, "parataxis")) return false;
    const marker = markerOf(sentence, t);
    const participle = t.xpos === "VBG" && (marker === undefined || marker === "while");
    const before = sentence.tokens[Math.min(...subtreeOf(sentence, t).map((x) => x.index)) - 1];
    if (participle && cueAt(sentence, t) && (before?.text === "," || marker === "while" || before?.upos === "PUNCT")) return true;
    return marker === "as" && isPassive(sentence, t);
  };
}

/** "while pointing out that S" hung by the parser on S itself: the clause behind "that" is the content. */
function misattached(sentence: Sentence, verb: Token): Token | undefined {
  const head = headOf(sentence, verb);
  if (!head || head.index < verb.index || !hasRelation(verb, "advcl", "acl")) return undefined;
  const that = childrenOf(sentence, head).some((t) => t.deprel === "mark" && t.text === "that" && t.index > verb.index && t.index - verb.index < 4);
  return that ? head : undefined;
}

/** A second content that belongs to another cue ("insisted that A while pointing out that B"). */
const misheld = (sentence: Sentence, clause: Token): boolean => childrenBy(sentence, clause, "advcl").some((t) => misattached(sentence, t) === clause && cueAt(sentence, t) !== undefined);

class Reader {
  readonly found: StatementDraft[] = [];
  readonly #scene: Scene;
  readonly #outer: Quotation[];
  readonly #consumed = new Set<Quotation>();

  constructor(scene: Scene) {
    this.#scene = scene;
    this.#outer = outerQuotations(scene.quotes.quotations);
  }

  run(): StatementDraft[] {
    for (const sentence of this.#scene.syntax.sentences) {
      for (const token of sentence.tokens) {
        const standing = cueAt(sentence, token);
        if (standing && !this.#insideQuotation(token)) this.#verbCue(sentence, standing);
      }
      this.#accordingTo(sentence);
    }
    this.#leftQuotations();
    return this.found.sort((a, b) => a.content.from - b.content.from);
  }

  /** Inside marks that hold more than a word or two: there the cue is part of what is said. */
  #insideQuotation(token: Token): boolean {
    return quotationsIn(this.#outer, token).some((q) => q.from < token.from && token.to <= q.to && this.#scene.text.slice(q.inner.from, q.inner.to).trim().split(/\s+/).length > 3);
  }

  #speakers(sentence: Sentence, verb: Token): { names: string[]; rule: string } {
    const inverted = misattached(sentence, verb);
    const above = inverted && governingPredicate(sentence, inverted);
    const subject = above ? agentOf(sentence, above) : agentOf(sentence, verb);
    if (subject) {
      const names = who(this.#scene, sentence, subject);
      if (names.length > 0) return { names, rule: "subject" };
      const owners = ownersOf(this.#scene, sentence, subject);
      if (owners.length > 0 && /^(statement|report|spokesman|communique|communiqué|letter|readout|speech|announcement|resolution|declaration|discussion|talk|email|release|note|message|remark|comment|post|tweet)s?$/i.test(subject.lemma)) return { names: owners, rule: "owner-of-subject" };
      if (hasRelation(verb, "acl")) {
        const above = governingPredicate(sentence, subject);
        const outer = above && agentOf(sentence, above);
        const names2 = outer ? who(this.#scene, sentence, outer) : [];
        if (names2.length > 0) return { names: names2, rule: "subject-of-issuing-verb" };
      }
      if (/^(discussion|talk|meeting|conversation|exchange|leader|side|official|visit)s?$/.test(subject.lemma)) return { names: [], rule: "parties" };
    }
    return { names: [], rule: "none" };
  }

  #verbCue(sentence: Sentence, standing: Standing): void {
    const { verb, cue } = standing;
    if (isNegated(sentence, verb) || hasRelation(verb, "amod", "compound")) return;
    if (markerOf(sentence, verb) === "as" && this.#relay(sentence, verb)) return;
    if (["if", "unless", "whether"].includes(markerOf(sentence, verb) ?? "")) return;
    const modal = modalOf(sentence, verb);
    if (modal && !(modal === "would" && /^(like|welcome)$/.test(verb.lemma))) return;
    const infinitive = childrenOf(sentence, verb).some((t) => t.deprel === "mark" && t.xpos === "TO");
    if (infinitive && !this.#realInfinitive(sentence, verb)) return;
    let { names, rule } = this.#speakers(sentence, verb);
    if (names.length === 0) return;
    const cueWords = cueRange(sentence, standing);
    const taken = this.#content(sentence, standing, cueWords);
    if (!taken) return;
    const content = trimContent(this.#scene.text, snapToQuotations(this.#scene.text, taken.range, this.#outer, cueWords));
    if (content.to - content.from < 2) return;
    for (const q of quotationsIn(this.#outer, content)) this.#consumed.add(q);
    for (const q of taken.also) this.#consumed.add(q);
    let via = this.#outerSpeaker(sentence, verb);
    const principal = via === null ? this.#principal(sentence, taken.clause, names) : null;
    if (principal) {
      via = names[0]!;
      names = principal;
      rule = "principal-through-spokesman";
    }
    this.found.push({
      speakers: names,
      via: via && !names.includes(via) ? via : this.#toldMedium(sentence, standing),
      addressees: taken.addressees.filter((a) => !names.includes(a) && !this.#isMedium(a)),
      content,
      cue: taken.cue ?? cueWords,
      hedged: this.#hedged(sentence, verb, standing, names),
      time: timeOf(sentence, verb.index, this.#scene.times.times) ?? null,
      sentence: sentence.index,
      verb: verb.index,
      line: this.#lineOf(content.from),
      rule: `cue-${cue.cue.replaceAll(" ", "-")}`,
      speakerRule: rule,
      quoted: quotationsIn(this.#outer, content).some((q) => q.from <= content.from && content.to <= q.to),
    });
  }

  /** "met to reaffirm", "was pleased to inform": the infinitive reports what was done. */
  #realInfinitive(sentence: Sentence, verb: Token): boolean {
    const above = headOf(sentence, verb);
    if (!above) return false;
    if (hasRelation(verb, "advcl", "acl")) return !modalOf(sentence, governingPredicate(sentence, verb) ?? above) && !/^(opportunity|plan|decision|right|need|ability|chance|refusal)$/.test(above.lemma);
    if (hasRelation(verb, "xcomp", "ccomp")) return /^(pleased|glad|happy|proud|continue|like|go|hasten|begin|take|quick|keen|hold|honored|honoured|delighted)$/.test(above.lemma);
    return hasRelation(verb, "conj") && this.#realInfinitive(sentence, above);
  }

  /** "as stated by the Kremlin spokesman": relays the statement that it hangs on. */
  #relay(sentence: Sentence, verb: Token): boolean {
    const agent = childBy(sentence, verb, "obl:agent") ?? nominalsWith(sentence, verb, "by")[0] ?? childBy(sentence, verb, "nsubj");
    const names = who(this.#scene, sentence, agent);
    if (names.length === 0) return false;
    const at = this.found.findLastIndex((s) => s.sentence === sentence.index);
    const last = this.found[at];
    if (!last || last.speakers.includes(names[0]!)) return false;
    this.found[at] = { ...last, via: names[0]! };
    return true;
  }

  /** The speaker of the statement in whose content this cue stands, who relays it. */
  #outerSpeaker(sentence: Sentence, verb: Token): string | null {
    const outer = this.found.findLast((s) => s.sentence === sentence.index && s.content.from <= verb.from && verb.to <= s.content.to && s.verb !== verb.index);
    return outer && outer.speakers.length === 1 ? outer.speakers[0]! : null;
  }

  /** "Putin is ready for dialogue, Peskov said": the spokesman gives the principal's own stance. */
  #principal(sentence: Sentence, clause: Token | null, speakers: readonly string[]): string[] | null {
    if (!clause || speakers.length !== 1) return null;
    const draft = this.#scene.actors.drafts.get(speakers[0]!);
    if (!draft || !/spokes|press secretary/i.test(draft.role ?? draft.name) || !ATTITUDES.has(clause.lemma.toLowerCase())) return null;
    const subject = subjectOf(sentence, clause);
    const names = subject ? who(this.#scene, sentence, subject) : [];
    return names.length === 1 && names[0] !== speakers[0] && this.#scene.actors.drafts.get(names[0]!)?.kind === "person" ? names : null;
  }

  #isMedium(name: string): boolean {
    return this.#scene.actors.drafts.get(name)?.sector === "MED";
  }

  /** "told The New York Times": the medium relays. */
  #toldMedium(sentence: Sentence, { verb }: Standing): string | null {
    for (const t of [...childrenBy(sentence, verb, "obj", "iobj"), ...nominalsWith(sentence, verb, "to", "by")]) {
      const medium = who(this.#scene, sentence, t).find((n) => this.#isMedium(n));
      if (medium) return medium;
    }
    return null;
  }

  #hedged(sentence: Sentence, verb: Token, { cue }: Standing, speakers: readonly string[]): boolean {
    if (cue.hedge || childrenOf(sentence, verb).some((t) => HEDGES.has(t.text.toLowerCase()))) return true;
    return speakers.some((n) => /(^|:)(.* )?sources?$/i.test(n));
  }

  #lineOf(offset: number): number {
    const { text } = this.#scene;
    let line = 0;
    for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) line += 1;
    return line;
  }

  /** What is said, by the first of the cue's complements that the sentence has. */
  #content(sentence: Sentence, standing: Standing, cueWords: Range): { range: Range; addressees: string[]; also: Quotation[]; clause: Token | null; cue?: Range } | null {
    const { verb, cue } = standing;
    const leave = otherCue(sentence, verb);
    const object = childBy(sentence, verb, "obj") ?? (isPassive(sentence, verb) ? childBy(sentence, verb, "nsubj:pass") : undefined);
    const addressed = [object, childBy(sentence, verb, "iobj"), ...nominalsWith(sentence, verb, "to", "on", "upon")].flatMap((t) => who(this.#scene, sentence, t));
    for (const takes of cue.takes) {
      const found = this.#complement(sentence, standing, takes, object, leave, cueWords);
      if (found) return { addressees: takes === "np" ? [] : addressed, also: [], clause: null, ...found };
    }
    return null;
  }

  #complement(sentence: Sentence, { verb, cue, tokens }: Standing, takes: string, object: Token | undefined, leave: (t: Token) => boolean, cueWords: Range): { range: Range; also?: Quotation[]; clause?: Token; addressees?: string[]; cue?: Range } | null {
    const clauseRange = (top: Token, dropMark = true) => longestRange(sentence, clauseTokens(sentence, top, (t) => leave(t) || this.#leavesQuotation(sentence, top, t), dropMark));
    if (takes === "clause" || takes === "addressee" || takes === "quote") {
      const split = this.#adjacentQuotations(sentence, verb, cueWords);
      const clause = childrenBy(sentence, verb, "ccomp").findLast((t) => !misheld(sentence, t)) ?? this.#reversed(sentence, verb) ?? (takes === "clause" ? childrenBy(sentence, verb, "xcomp").find((t) => t.xpos !== "VB" && t.index > verb.index) : undefined);
      if (takes !== "quote" && clause && cueAfter(clause, verb)) {
        const head = headOf(sentence, verb);
        const reversed = head === clause && hasRelation(verb, "parataxis");
        const range = clause === misattached(sentence, verb) ? longestRange(sentence, subtreeOf(sentence, clause, (t) => t.index === verb.index || leave(t)).filter((t) => t.index > verb.index && t.text !== "that")) : reversed ? longestRange(sentence, subtreeOf(sentence, clause, (t) => t.index === verb.index || leave(t))) : clauseRange(clause);
        if (range && split.length === 0) return { range, clause };
        if (range) {
          const longest = split.reduce((a, q) => (q.to - q.from > a.to - a.from ? q : a));
          const inQuote = quotationsIn(this.#outer, range).length > 0;
          if (inQuote && split.some((q) => q.from <= range.from + 2 && range.to <= q.to)) return { range: longest.inner, also: split, clause };
          return { range, clause };
        }
      }
      if (split.length > 0) {
        const longest = split.reduce((a, q) => (q.to - q.from > a.to - a.from ? q : a));
        return { range: longest.inner, also: split };
      }
      return null;
    }
    if (takes === "to") {
      const top = childrenBy(sentence, verb, "xcomp", "advcl").find((t) => childrenOf(sentence, t).some((c) => c.deprel === "mark" && c.xpos === "TO")) ?? (cue.cue === "look forward" || cue.cue === "commit" || cue.cue === "pay tribute" || cue.cue === "point" ? (childrenBy(sentence, verb, "advcl", "obl", "xcomp", "ccomp").find((t) => t.index > verb.index)) : undefined);
      const acl = object ? childrenBy(sentence, object, "acl").find((t) => childrenOf(sentence, t).some((c) => c.xpos === "TO")) : undefined;
      const clause = top ?? (/^(call|urge|ask|tell|order|appeal)/.test(cue.cue) ? (acl ?? nominalsWith(sentence, verb, "on", "upon", "to").flatMap((n) => childrenBy(sentence, n, "acl"))[0]) : undefined);
      const range = clause && clauseRange(clause);
      if (!clause || !range) return null;
      return { range: clause.upos === "VERB" && !/^(promise|pledge|vow|threaten|swear|commit|undertake)/.test(cue.cue) ? range : this.#withTo(sentence, clause, range), clause };
    }
    if (takes === "np") return this.#objectContent(sentence, verb, cue, object, leave);
    if (takes === "importance") {
      const members = object ? conjunctsOf(sentence, object) : [];
      const at = members.findIndex((t) => POSITION_NOUNS.has(t.lemma.toLowerCase()));
      if (at < 0) return null;
      const positions = members.slice(at).flatMap((t) => subtreeOf(sentence, t, leave));
      const range = longestRange(sentence, [...new Set(positions)].sort((a, b) => a.index - b.index));
      return range && { range };
    }
    if (takes === "condolence" || takes === "concern") {
      if (!object || !(takes === "concern" ? object.lemma === "concern" : FEELING_OBJECTS.has(object.lemma.toLowerCase()))) return null;
      return this.#objectContent(sentence, verb, cue, object, leave);
    }
    const phrase = [...nominalsWith(sentence, verb, takes), ...childrenBy(sentence, verb, "advcl").filter((t) => markerOf(sentence, t) === takes)].find((t) => t.index > verb.index);
    const noun = phrase ?? (tokens.length > 1 ? childrenBy(sentence, verb, "obl", "obj").find((t) => t.index > tokens.at(-1)!.index) : undefined);
    if (!noun) return null;
    const marker = childrenBy(sentence, noun, "case", "mark").find((t) => t.text.toLowerCase() === takes);
    const inside = subtreeOf(sentence, noun, leave).filter((t) => t !== marker && t.index > (marker?.index ?? -1));
    const range = longestRange(sentence, inside);
    return range && { range };
  }

  #withTo(sentence: Sentence, clause: Token, range: Range): Range {
    const mark = childrenOf(sentence, clause).find((t) => t.deprel === "mark" && t.xpos === "TO");
    void mark;
    return range;
  }

  /** "said X" behind or within what is said: the clause that the cue hangs on. */
  #reversed(sentence: Sentence, verb: Token): Token | undefined {
    if (hasRelation(verb, "parataxis")) return headOf(sentence, verb);
    return misattached(sentence, verb);
  }

  #objectContent(sentence: Sentence, verb: Token, cue: Cue, object: Token | undefined, leave: (t: Token) => boolean): { range: Range; clause?: Token; cue?: Range } | null {
    if (!object || object.upos === "PRON" || object.upos === "NUM") return null;
    const feeling = FEELING.has(object.lemma.toLowerCase()) ? childrenBy(sentence, object, "acl", "ccomp").find((t) => markerOf(sentence, t) === "that" || childBy(sentence, t, "nsubj")) ?? childBy(sentence, verb, "ccomp") : undefined;
    if (feeling) {
      const range = longestRange(sentence, clauseTokens(sentence, feeling, leave));
      if (range) return { range, clause: feeling, cue: rangeOf([verb, object]) };
    }
    const rest = WITH_REST.has(cue.cue) ? childrenBy(sentence, verb, "obl", "xcomp", "advcl").filter((t) => t.index > object.index && !leave(t) && !isTimeWord(t)) : [];
    const members = [object, ...rest].flatMap((t) => subtreeOf(sentence, t, leave));
    const range = longestRange(sentence, [...new Set(members)].sort((a, b) => a.index - b.index));
    if (!range) return null;
    const about = FEELING.has(object.lemma.toLowerCase()) ? nominalsWith(sentence, object, "about", "over", "at")[0] : undefined;
    if (about) {
      const marker = childBy(sentence, about, "case");
      const inner = longestRange(sentence, subtreeOf(sentence, about, leave).filter((t) => t !== marker));
      if (inner) return { range: inner, cue: rangeOf([verb, object]) };
    }
    return { range };
  }

  /** A further clause with its own subject that begins behind the quotation in which the content stands. */
  #leavesQuotation(sentence: Sentence, top: Token, t: Token): boolean {
    if (!hasRelation(t, "conj", "parataxis") || !childBy(sentence, t, "nsubj")) return false;
    const q = quotationsIn(this.#outer, top).find((x) => x.from <= top.from && top.to <= x.to);
    return q !== undefined && t.from >= q.to;
  }

  /** Quotations that stand right before and right behind the cue with its subject, not inside one another. */
  #adjacentQuotations(sentence: Sentence, verb: Token, cueWords: Range): Quotation[] {
    const { text } = this.#scene;
    const subject = childBy(sentence, verb, "nsubj");
    const group = [verb, ...(subject ? subtreeOf(sentence, subject) : [])].filter((t) => Math.abs(t.index - verb.index) < 40);
    const { from, to } = rangeOf(group);
    const blank = (s: string): boolean => /^[\s,:;—–-]*(that|however|then|also|too)?[\s,:;—–-]*$/i.test(s) || s.replace(/[^\p{L}]+/gu, " ").trim().split(" ").length <= 4 && !/[.!?]\s/.test(s) && !/\p{L}+ed\b/u.test(s);
    const before = this.#outer.findLast((q) => q.to <= from + 1 && q.to > sentence.from);
    const after = this.#outer.find((q) => q.from >= to - 1 && q.from < sentence.to);
    const found: Quotation[] = [];
    if (before && !this.#consumed.has(before) && /^[\s,"”'’]*(and|but)?[\s,]*$/i.test(text.slice(before.to, Math.max(before.to, Math.min(from, cueWords.from)))) && wordCount(text, before.inner) > 1) found.push(before);
    if (after && !this.#consumed.has(after) && blank(text.slice(to, after.from)) && wordCount(text, after.inner) > 1) found.push(after);
    return found;
  }

  /** "According to X, …", "in the view of X". */
  #accordingTo(sentence: Sentence): void {
    for (const token of sentence.tokens) {
      if (token.text.toLowerCase() !== "according" || this.#insideQuotation(token)) continue;
      const source = sentence.tokens.find((t) => t.index > token.index && hasRelation(t, "obl", "nmod", "advmod") && caseOf(sentence, t)?.startsWith("according")) ?? headOf(sentence, token);
      if (!source) continue;
      let names = who(this.#scene, sentence, source);
      if (names.length === 0) names = ownersOf(this.#scene, sentence, source);
      if (names.length === 0) continue;
      const head = headOf(sentence, source);
      if (!head) continue;
      const top = hasRelation(head, "ccomp") || head.head < 0 ? head : (governingPredicate(sentence, source) ?? head);
      const range = longestRange(sentence, subtreeOf(sentence, top, (t) => t.index === source.index));
      if (!range) continue;
      let via: string | null = null;
      const quoting = childrenOf(sentence, source).find((t) => hasRelation(t, "acl", "advcl") && /^(quote|cite)$/.test(t.lemma));
      const quoted = quoting ? who(this.#scene, sentence, childBy(sentence, quoting, "obj")) : [];
      if (quoted.length > 0) {
        via = names[0]!;
        names = quoted;
      }
      const cue = rangeOf([token, sentence.tokens[token.index + 1] ?? token]);
      const content = trimContent(this.#scene.text, snapToQuotations(this.#scene.text, range, this.#outer, cue));
      for (const q of quotationsIn(this.#outer, content)) this.#consumed.add(q);
      this.found.push({ speakers: names, via, addressees: [], content, cue, hedged: names.some((n) => /sources?$/i.test(n)), time: timeOf(sentence, top.index, this.#scene.times.times) ?? null, sentence: sentence.index, verb: -1, line: this.#lineOf(content.from), rule: "according-to", speakerRule: "according-to", quoted: false });
    }
  }

  /** Quotations that no cue took: they go on from the one before, or stand under the last speaker of their paragraph. */
  #leftQuotations(): void {
    const { text } = this.#scene;
    for (const q of this.#outer) {
      if (this.#consumed.has(q) || wordCount(text, q.inner) < 5 || !/[.!?,]["”'’]?$/.test(text.slice(q.inner.from, q.to).trim())) continue;
      const line = this.#lineOf(q.from);
      const at = this.found.findLastIndex((s) => s.content.to <= q.from && (s.line === line || (s.line === line - 1 && s.quoted)));
      const last = this.found[at];
      if (!last) continue;
      const between = text.slice(last.content.to, q.from);
      if (last.quoted && between.length < 160 && last.sentence >= 0) {
        if (q.inner.to - q.inner.from > last.content.to - last.content.from) this.found[at] = { ...last, content: q.inner, line };
      } else if (between.length < 60) this.found.push({ ...last, content: trimContent(text, q.inner), line, verb: -1, rule: "quotation-under-last-cue", quoted: true });
      this.#consumed.add(q);
    }
  }
}

const wordCount = (text: string, range: Range): number => text.slice(range.from, range.to).trim().split(/\s+/).length;
const isTimeWord = (t: Token): boolean => t.deprel === "obl:unmarked" || t.deprel === "obl:tmod";

/** A content clause lies wholly on one side of its cue. */
const cueAfter = (clause: Token, verb: Token): boolean => clause.index !== verb.index;

/** Reads every attributed utterance or stated position of a text, in the order of the contents. */
export const readStatements = (scene: Scene): StatementDraft[] => new Reader(scene).run();
