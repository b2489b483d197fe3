import type { Medium } from "../../record/schema.ts";
import { splitSentences } from "../../syntax/sentences.ts";
import { tokenize } from "../../syntax/tokenize.ts";

export type ClaimKind = "first-since" | "first-in" | "first-ever" | "last-time" | "nth" | "never" | "not-since";

/** What contacts a claim speaks of. */
export interface Counted {
  /** As answers say it: "face-to-face meetings". */
  readonly words: string;
  readonly media: readonly Medium[];
  /** Only visits, by the visitor to the host. */
  readonly visits: boolean;
  /** The claim says outright that only meetings in person count. */
  readonly strict: boolean;
}

/** A claim about the series that a contact stands in, found by its words. */
export interface Claim {
  readonly kind: ClaimKind;
  /** Offsets of the claim's words in the text. */
  readonly from: number;
  readonly to: number;
  /** Offsets of its sentence. */
  readonly sentence: { readonly from: number; readonly to: number };
  readonly counted: Counted;
  /** Where the words after "since" begin, or null. */
  readonly since: number | null;
  /** nth: which one it is said to be. */
  readonly nth: number | null;
  /** nth and first-in: within what, in words ("this year", "two days", "ten years"); null is ever. */
  readonly period: string | null;
}

const CONTACT =
  "(?:meeting|met|meet|talks?|call|visit|visited|summit|conversation|encounter|conference|contact|negotiations|trip|time|occasion|spoke|spoken|speak|talked|dialogue|exchange|phone|telephone)";
const NUMBERS =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|\\d+|a|several|many";
const UNITS = "days?|weeks?|months?|years?|decades?";
const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const NTH = `(?:${ORDINALS.slice(2).join("|")}|\\d+(?:nd|rd|th|st))`;
const SPAN = `(?:in|for|within|over) (?:(?:more|less) than |over |nearly |almost |about |at least |the (?:past|last) )*(?:${NUMBERS}) (?:${UNITS})`;

/** In this order: a sentence's stretch that one took is not read again by a later one. */
const PATTERNS: readonly (readonly [ClaimKind, RegExp])[] = [
  [
    "not-since",
    /\b(?:have|has|had)(?: not|n't|n’t| never)(?: \w+){0,2}? (?:met|spoken|talked|visited|been|held|had|seen)\b[^.;]*?\bsince\b/gi,
  ],
  [
    "nth",
    new RegExp(
      `\\b(?<nth>${NTH})(?:[- ][\\w-]+){0,4}? ${CONTACT}\\b(?:[^.;]{0,60}?\\b(?<period>this (?:year|month|week)|in (?:as many|the (?:past|last)) [\\w ]{2,20}|${SPAN}|since)\\b)?`,
      "gi",
    ),
  ],
  ["first-since", /\bfirst\b[^.;:]{0,90}?\bsince\b/gi],
  ["first-in", new RegExp(`\\bfirst\\b[^.;]{0,70}?\\b(?<period>${SPAN})`, "gi")],
  [
    "last-time",
    /\blast (?:time\b[^.;]{0,60}?\b(?:met|spoke|talked|visited|spoken|was|were|in contact|held)|(?:met|spoke|talked|visited|held talks|saw)\b|(?:[\w-]+ ){0,2}(?:meeting|call|conversation|visit|summit|encounter|talks) (?:was|were|came|took place|dates?))/gi,
  ],
  [
    "never",
    /\b(?:have|has|had|having)? ?never(?: before| yet)? (?:met|spoken|talked|visited|been to|travelled|traveled|held|set foot)\b/gi,
  ],
  [
    "first-ever",
    new RegExp(
      `\\b(?:first[- ]ever\\b[^.;]{0,40}?${CONTACT}|(?:met|spoke|talked|meet|meeting|visits?|visited|visiting|talks)\\b[^.;]{0,60}?\\bfor the first time\\b|first (?:[\\w-]+ ){0,4}?(?:meeting|visit|call|talks|summit|conversation|encounter|trip)\\b(?= (?:between|by|of|to|with|ever)))`,
      "gi",
    ),
  ],
];

/** "the first time" of a thing that is no contact, and ordinals of other things. */
const NO_CLAIM =
  /\b(?:first|second|third) (?:lady|minister|deputy|secretary|quarter|half|round|term|phase|stage|day|world|of all)\b/i;

/** The claims of a text, in its order. */
export function claimsOf(text: string): Claim[] {
  const claims: Claim[] = [];
  for (const pieces of splitSentences(text, tokenize(text))) {
    const sentence = { from: pieces[0]!.from, to: pieces.at(-1)!.to };
    const words = text.slice(sentence.from, sentence.to);
    const taken: Claim[] = [];
    for (const [kind, pattern] of PATTERNS) {
      for (const match of words.matchAll(pattern)) {
        const claim = claimOf(kind, match, words, sentence);
        if (claim && !taken.some((other) => other.from < claim.to && claim.from < other.to)) taken.push(claim);
      }
    }
    claims.push(...taken.sort((a, b) => a.from - b.from));
  }
  return claims;
}

function claimOf(kind: ClaimKind, match: RegExpMatchArray, words: string, sentence: Claim["sentence"]): Claim | null {
  const said = match[0];
  const at = match.index!;
  const around = words.slice(Math.max(0, at - 90), at);
  if (NO_CLAIM.test(said)) return null;
  if (!new RegExp(`\\b${CONTACT}\\b`, "i").test(`${around} ${said}`)) return null;
  const nth = kind === "nth" ? ordinal(match.groups?.nth ?? "") : null;
  if (kind === "nth" && (nth === null || nth < 2)) return null;
  const period = match.groups?.period ?? null;
  const bySince = /\bsince$/i.test(said);
  return {
    kind,
    from: sentence.from + at,
    to: sentence.from + at + said.length,
    sentence,
    counted: countedOf(said.replace(/\bsince$/i, ""), around),
    since: bySince ? sentence.from + at + said.length : null,
    nth,
    period: period && !/^since$/i.test(period) ? period.toLowerCase() : null,
  };
}

function ordinal(word: string): number | null {
  const listed = ORDINALS.indexOf(word.toLowerCase());
  if (listed > 0) return listed;
  const digits = /^(\d+)/.exec(word);
  return digits ? Number(digits[1]) : null;
}

const SPOKEN: readonly Medium[] = ["in-person", "phone", "video"];

/** What counts by the claim's own words, else by those before it in its sentence: "met" is in person, "spoke" is not only. */
export function countedOf(said: string, around: string): Counted {
  for (const words of [said, around]) {
    const found = countedIn(words);
    if (found) return found;
  }
  return { words: "contacts", media: [...SPOKEN, "written"], visits: false, strict: false };
}

function countedIn(words: string): Counted | null {
  const make = (label: string, media: readonly Medium[], more: Partial<Counted> = {}): Counted => ({
    words: label,
    media,
    visits: false,
    strict: false,
    ...more,
  });
  if (/\b(?:face[- ]to[- ]face|in[- ]person)\b/i.test(words))
    return make("face-to-face meetings", ["in-person"], { strict: true });
  if (/\b(?:visit\w*|trips?|been to|travell?ed|set foot)\b/i.test(words))
    return make("visits", ["in-person"], { visits: true, strict: true });
  if (/\bvideo\b/i.test(words)) return make("video conferences", ["video"]);
  if (/\b(?:phone|telephone|calls?|called|phoned)\b/i.test(words)) return make("phone calls", ["phone"]);
  if (/\b(?:meet|met|meetings?|encounters?|summits?|talks|seen|saw|negotiations)\b/i.test(words))
    return make("meetings", ["in-person"]);
  if (/\b(?:sp[eo]ak|spoken?|talked|conversations?|dialogue|exchange)\b/i.test(words))
    return make("conversations", SPOKEN);
  return null;
}
