/** Sentences, tokens, tags, lemmas and dependency trees of English text, and the questions one asks of them. */
export { readConllu, sentenceOfConllu, writeConllu } from "./conllu.ts";
export { parseText, parseTokens } from "./parse.ts";
export * from "./tree.ts";
export type { EntityType, Features, Sentence, Syntax, Token } from "./types.ts";
