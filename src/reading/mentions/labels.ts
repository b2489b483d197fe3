import { fold } from "../../lexicon/fold.ts";
import { peopleNouns } from "../../lexicon/nouns.ts";
import type { Named, Title, World } from "../../lexicon/world.ts";
import type { Sentence, Token } from "../../syntax/types.ts";

/** What a stretch of tokens is to the finder of names. */
export interface Label {
  readonly is: "named" | "title" | "honorific" | "name";
  readonly first: number;
  readonly end: number;
  readonly meanings?: readonly Named[];
  readonly title?: Title;
}

const HONORIFICS =
  /^(mr|mrs|ms|miss|mme|m|dr|sir|dame|lord|lady|prof|professor|hon|he|h\.e|rt|excellency|highness|majesty|holiness|sheikh|sheik|haji|hajji|mullah|maulana|sayyed|sayyid)\.?$/i;
const PARTICLES = new Set([
  "al",
  "el",
  "bin",
  "bint",
  "ibn",
  "de",
  "da",
  "do",
  "dos",
  "del",
  "della",
  "di",
  "van",
  "von",
  "der",
  "den",
  "du",
  "la",
  "le",
  "ben",
  "abu",
  "ul",
  "ur",
  "zu",
  "of",
]);
const SUFFIXES = /^(jr|sr|i{1,3}|iv|v|vi)\.?$/i;

/** Last words of names of bodies, offices and things; what ends so is no person. */
export const ORG_WORDS =
  /^(party|council|committee|commission|ministry|agency|institute|university|corps|army|navy|force|forces|group|front|movement|union|organi[sz]ation|association|network|bank|fund|court|parliament|assembly|department|office|bureau|company|corporation|inc|ltd|foundation|center|centre|alliance|league|brigade|brigades|division|guard|guards|service|church|times|post|news|radio|television|tv|press|agreement|treaty|accord|act|plan|summit|conference|forum|dialogue|initiative|process|mission|project|program|programme|fund|resolution|protocol|convention|declaration|charter|games|cup|day|war|revolution|airport|hotel|hall|palace|house|street|square|park|island|islands|river|sea|strait|gulf|bay|lake|mountain|mountains|valley|desert|base|camp|province|state|district|region|peninsula|city|county|airlines|airways|flight|arms|embassy|consulate|secretariat|team|security|affairs|defense|defence|administration|hemisphere|conflict|operations|intelligence|staff|cooperation|development|policy|relations|issues|trade|finance|health|energy|climate|rights|justice|economy|commerce|education|industry|engagement|planning|investment|migration|refugees|terrorism|counterterrorism|nations|states|republic|kingdom|partnership|community|technology|environment|agriculture|transportation|transport|labor|labour|interior|treasury|expatriates)$/i;

const CALENDAR =
  /^((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tomorrow)s?$/i;

function capital({ text }: Token): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}
export const isProper = (t: Token): boolean => t.xpos === "NNP" || t.xpos === "NNPS";

/** True if nothing stands between the two tokens. */
export const glued = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.to === b.from;

/** The index of the token that ends at `to`, or -1: a phrase must end where a token ends. */
function endIndex(sentence: Sentence, start: number, to: number): number {
  for (let i = start; i < sentence.tokens.length; i += 1) {
    const t = sentence.tokens[i]!;
    if (t.to === to) return i + 1;
    if (t.to > to) return -1;
  }
  return -1;
}

const isHonorific = (t: Token): boolean => capital(t) && HONORIFICS.test(t.text);

/** True for a first word of a sentence that is capitalised only for standing there. */
const onlyInitial = (sentence: Sentence, i: number): boolean => {
  const t = sentence.tokens[i]!;
  return i === 0 && !isProper(t);
};

/** "State House", "Blair House": one word of a longer name that the lexicon does not know is not the body called so. */
function isLastOfName(sentence: Sentence, t: Token): boolean {
  const before = sentence.tokens[t.index - 1];
  return (
    t.text === "House" &&
    before?.upos === "PROPN" &&
    before.head === t.index &&
    /^\p{Lu}\p{Ll}/u.test(before.text) &&
    before.deprel === "compound"
  );
}

function namedAt(world: World, folded: string, sentence: Sentence, i: number): Label | undefined {
  const t = sentence.tokens[i]!;
  if (!capital(t) && t.text !== "al" && t.text !== "el") return undefined;
  for (const { to, values } of world.names.at(folded, t.from)) {
    const end = endIndex(sentence, i, to);
    if (end < 0) continue;
    const last = sentence.tokens[end - 1]!;
    if (
      end === i + 1 &&
      onlyInitial(sentence, i) &&
      !/^[A-Z]{2,}/.test(t.text) &&
      !values.some((v) => v.is === "state") &&
      t.upos !== "PROPN"
    )
      continue;
    if (
      end - i > 1 &&
      !capital(last) &&
      !values.some((v) => v.is === "body" || v.is === "metonym" || v.is === "person")
    )
      continue;
    if (end === i + 1 && t.upos === "VERB") continue;
    if (end === i + 1 && isLastOfName(sentence, t) && values.every((v) => v.is === "body")) continue;
    return { is: "named", first: i, end, meanings: values };
  }
  return undefined;
}

/** `ofState`: right behind a state's name or adjective, where "chancellor" needs no capital to be an office. */
function titleAt(world: World, folded: string, sentence: Sentence, i: number, ofState: boolean): Label | undefined {
  const t = sentence.tokens[i]!;
  if (t.upos !== "NOUN" && t.upos !== "PROPN" && t.upos !== "ADJ" && !capital(t)) return undefined;
  for (const { to, values } of world.titles.at(folded, t.from)) {
    const end = endIndex(sentence, i, to);
    if (end < 0) continue;
    const last = sentence.tokens[end - 1]!;
    if (
      !capital(t) &&
      !(ofState && values[0]!.office !== "other") &&
      values[0]!.capitalOnly.has(folded.slice(t.from, to))
    )
      continue;
    if (end === i + 1 && (last.upos === "VERB" || (last.upos !== "NOUN" && last.upos !== "PROPN" && !capital(last))))
      continue;
    return { is: "title", first: i, end, title: values[0]! };
  }
  return undefined;
}

/** A token that may belong to a name run. */
function mayName(sentence: Sentence, i: number): boolean {
  const t = sentence.tokens[i]!;
  if (!capital(t) || onlyInitial(sentence, i) || t.upos === "PRON" || CALENDAR.test(t.text)) return false;
  if (/^[A-Z]\.$/.test(t.text) || isProper(t)) return true;
  return t.upos === "PROPN" || (t.upos === "NOUN" && i > 0) || t.upos === "X";
}

/** The end of the name run that begins at `i`. */
function runEnd(sentence: Sentence, i: number, stop: (j: number) => boolean): number {
  const { tokens } = sentence;
  let end = i + 1;
  while (end < tokens.length) {
    const t = tokens[end]!;
    const next = tokens[end + 1];
    if (t.text === "-" && glued(tokens[end - 1], t) && glued(t, next)) {
      end += 2;
      continue;
    }
    if (stop(end)) break;
    if (mayName(sentence, end)) {
      end += 1;
      continue;
    }
    if (t.text === "," && next && SUFFIXES.test(next.text)) {
      end += 2;
      continue;
    }
    if (
      PARTICLES.has(t.text.toLowerCase()) &&
      t.text !== "of" &&
      next &&
      (mayName(sentence, end + 1) || next.text === "-") &&
      !stop(end + 1)
    ) {
      end += 1;
      continue;
    }
    break;
  }
  while (end > i + 1 && (tokens[end - 1]!.text === "-" || PARTICLES.has(tokens[end - 1]!.text))) end -= 1;
  return end;
}

/**
 * Cuts a sentence into what the gazetteer knows, titles, honorifics and runs of other capitalised words.
 * `folded` is the folded whole text.
 */
export function labelsOf(world: World, folded: string, sentence: Sentence): Label[] {
  const { tokens } = sentence;
  const fixed: (Label | undefined)[] = new Array(tokens.length);
  let last: Label | undefined;
  for (let i = 0; i < tokens.length; ) {
    const behind = /^['’]s?$/.test(tokens[i - 1]?.text ?? "") ? i - 1 : i;
    const ofState =
      last?.end === behind && (last.meanings?.some((m) => m.is === "state" && m.how !== "capital") ?? false);
    const named = namedAt(world, folded, sentence, i);
    const title = titleAt(world, folded, sentence, i, ofState);
    const label =
      title && title.end === i + 1 && isHonorific(tokens[i]!)
        ? { is: "honorific" as const, first: i, end: i + 1 }
        : named && title
          ? title.end >= named.end && !named.meanings!.some((m) => m.is === "person")
            ? title
            : named
          : (named ??
            title ??
            (isHonorific(tokens[i]!) && !isSentenceHe(sentence, i)
              ? { is: "honorific" as const, first: i, end: i + 1 }
              : undefined));
    if (!label) {
      i += 1;
      continue;
    }
    fixed[i] = label;
    last = label;
    i = label.end;
  }
  const labels: Label[] = [];
  for (let i = 0; i < tokens.length; ) {
    const label = fixed[i];
    if (label) {
      const person = label.meanings?.some((m) => m.is === "person");
      const extends_ = label.is === "named" && !person && continuesName(world, sentence, label);
      if (!extends_) {
        labels.push(label);
        i = label.end;
        continue;
      }
    }
    if (label || mayName(sentence, i)) {
      const end = Math.max(
        label?.end ?? 0,
        runEnd(sentence, i, (j) => stopsName(world, sentence, i, j, fixed[j])),
      );
      if (!isCommonNoun(sentence, i, end)) labels.push({ is: "name", first: i, end });
      i = end;
      continue;
    }
    i += 1;
  }
  return labels;
}

/** Whether a run of names that began at `i` ends before token `j`. */
function stopsName(world: World, sentence: Sentence, i: number, j: number, label: Label | undefined): boolean {
  const t = sentence.tokens[j]!;
  const tied = (t.head >= i && t.head < j) || sentence.tokens.slice(i, j).some((x) => x.head === j);
  if (label && label.is !== "honorific") {
    const placeOnly =
      label.is === "named" &&
      label.end === j + 1 &&
      label.meanings!.every(
        (m) => m.is === "place" || ("unsure" in m && m.unsure) || (m.is === "state" && m.how === "capital"),
      );
    return !(placeOnly && t.deprel === "flat" && tied);
  }
  if (
    (world.givenNames.has(fold(t.text)) || t.entity === "person") &&
    ORG_WORDS.test(sentence.tokens[j - 1]!.text) &&
    !ORG_WORDS.test(t.text)
  )
    return true;
  return (
    !tied &&
    t.text !== "-" &&
    world.givenNames.has(fold(t.text)) &&
    sentence.tokens[j - 1]!.text !== "-" &&
    !/^[A-Z]\.$/.test(sentence.tokens[j - 1]!.text)
  );
}

/** "Government", "Allies": a common noun for people in capitals is no name. */
const isCommonNoun = (sentence: Sentence, i: number, end: number): boolean => {
  const t = sentence.tokens[i]!;
  return (
    end === i + 1 &&
    (peopleNouns().has(t.lemma.toLowerCase()) ||
      peopleNouns().has(t.text.toLowerCase()) ||
      peopleNouns().has(t.text.toLowerCase().replace(/ies$/, "y").replace(/s$/, "")))
  );
};

const isSentenceHe = (sentence: Sentence, i: number): boolean =>
  /^he$/i.test(sentence.tokens[i]!.text) && sentence.tokens[i]!.text !== "HE";

/** "Jordan Spieth", "Georgia Meloni": a given name that is a state's or city's, glued to a surname. */
function continuesName(world: World, sentence: Sentence, label: Label): boolean {
  if (label.end - label.first !== 1) return false;
  const t = sentence.tokens[label.first]!;
  const next = sentence.tokens[label.end];
  if (!next || !isProper(next) || !world.givenNames.has(fold(t.text))) return false;
  const unsure = label.meanings?.every(
    (m) => m.is === "place" || (m.is === "state" && m.unsure) || (m.is === "body" && m.unsure),
  );
  return unsure === true && world.names.at(fold(next.text), 0).length === 0;
}
