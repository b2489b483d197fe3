import { featuresOf } from "./conllu.ts";
import { LONGEST_SENTENCE } from "./layout.ts";
import { Lemmatiser } from "./lemmas.ts";
import { readModel } from "./model.ts";
import { type Analysis, Network } from "./network.ts";
import { makeSentence } from "./sentence.ts";
import { splitSentences } from "./sentences.ts";
import { type Piece, tokenize } from "./tokenize.ts";
import type { EntityType, Features, Sentence, Syntax, Token } from "./types.ts";

interface Parser {
  readonly network: Network;
  readonly lemmatiser: Lemmatiser;
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  readonly deprels: readonly string[];
  readonly features: readonly Features[];
}

const ENTITIES: readonly (EntityType | undefined)[] = [undefined, "person", "place", "organization"];

let loaded: Parser | undefined;

/** The parser with the package's model; loaded on first use, then kept. */
function parser(): Parser {
  if (!loaded) {
    const model = readModel();
    const { xpos, upos, deprels } = model;
    const features = model.feats.map(featuresOf);
    loaded = { network: new Network(model), lemmatiser: new Lemmatiser(model.lemmas), xpos, upos, deprels, features };
  }
  return loaded;
}

/**
 * Sentences, tokens, tags, lemmas and trees of a text. Synchronous; the model is read on the first call (about 0.2 s).
 * Time is linear in the length of the text. Never throws on any text; a text without words has no sentences.
 */
export function parseText(text: string): Syntax {
  const sentences: Sentence[] = [];
  const lines = lineCounter(text);
  for (const pieces of splitSentences(text, tokenize(text))) {
    const line = lines(pieces[0]!.from);
    sentences.push(makeSentence(sentences.length, line, parsePieces(pieces)));
  }
  return { text, sentences };
}

/**
 * One sentence out of given words, whatever they are; offsets as if they stood apart by single spaces. Throws a
 * RangeError on no words or an empty one.
 */
export function parseTokens(words: readonly string[]): Sentence {
  if (words.length === 0 || words.includes("")) throw new RangeError("no words, or an empty word");
  let from = 0;
  const pieces = words.map((text): Piece => {
    const piece = { text, from, to: from + text.length };
    from = piece.to + 1;
    return piece;
  });
  return makeSentence(0, 0, parsePieces(pieces));
}

/** Line numbers of offsets that are asked for in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      next = text.indexOf("\n", next + 1);
    }
    return line;
  };
}

/** Runs longer than the network reads at once are read in parts; the roots of the later hang on the first. */
function parsePieces(pieces: readonly Piece[]): Token[] {
  const tokens: Token[] = [];
  let root = -1;
  for (let start = 0; start < pieces.length; start += LONGEST_SENTENCE) {
    const part = pieces.slice(start, start + LONGEST_SENTENCE);
    const analysis = isRubble(part) ? flat(part.length) : parser().network.analyse(part.map((p) => p.text));
    if (root < 0) root = analysis.heads.indexOf(-1);
    part.forEach((piece, i) => {
      tokens.push(tokenOf(piece, analysis, i, start, root));
    });
  }
  return tokens;
}

/** A long run without a letter or figure, as a rule across a page: the network has nothing to say about it. */
const isRubble = (pieces: readonly Piece[]): boolean =>
  pieces.length > 20 && !pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece.text));

/** All marks under the first. */
function flat(n: number): Analysis {
  const { xpos, upos, deprels, features } = parser();
  const all = (value: number): Int32Array => new Int32Array(n).fill(value);
  const heads = all(0);
  const relations = all(deprels.indexOf("punct"));
  heads[0] = -1;
  relations[0] = deprels.indexOf("root");
  return {
    heads,
    deprels: relations,
    xpos: all(xpos.indexOf("NFP")),
    upos: all(upos.indexOf("PUNCT")),
    feats: all(features.findIndex((f) => Object.keys(f).length === 0)),
    entities: all(0),
  };
}

function tokenOf(piece: Piece, analysis: Analysis, i: number, start: number, root: number): Token {
  const { lemmatiser, xpos, upos, deprels, features } = parser();
  const tag = xpos[analysis.xpos[i]!]!;
  const entity = ENTITIES[analysis.entities[i]!];
  const head = analysis.heads[i]!;
  const later = head < 0 && start > 0;
  const relation = deprels[analysis.deprels[i]!]!;
  // The "to" of an infinitive, told by its relation, is a particle even where the tagger took it for a preposition.
  const particle = relation === "mark" && piece.text.toLowerCase() === "to";
  return {
    index: start + i,
    text: piece.text,
    from: piece.from,
    to: piece.to,
    lemma: lemmatiser.lemma(piece.text, tag),
    xpos: particle ? "TO" : tag,
    upos: particle ? "PART" : upos[analysis.upos[i]!]!,
    features: features[analysis.feats[i]!]!,
    head: later ? root : head < 0 ? -1 : start + head,
    deprel: later ? "parataxis" : relation,
    ...(entity && { entity }),
  };
}
