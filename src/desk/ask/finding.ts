import type { Asked } from "./asked.ts";
import type { Hit } from "./hits.ts";
import type { Query } from "./query.ts";

const SMALL = new Set(["DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "PRON", "AUX"]);

/** Full text: the words after "find", "reports on", "mention". */
export function findQuery(asked: Asked, hits: readonly Hit[]): Query | undefined {
  const words = wordsAfter(asked, Math.max(...hits.map(({ end }) => end)));
  return words ? { ask: "find", words } : undefined;
}

/** What hangs on the words that follow "depend on". */
export function dependsQuery(asked: Asked, hit: Hit): Query | undefined {
  const next = asked.sentence.tokens[hit.end];
  if (!next || !/^(?:on|upon)$/i.test(next.text)) return undefined;
  const words = wordsAfter(asked, hit.end);
  return words ? { ask: "depends", on: words } : undefined;
}

/** The words of the rest of a question, without articles and prepositions. A quotation stays one phrase. */
function wordsAfter({ text, sentence }: Asked, start: number): string | undefined {
  const quoted = /["“«][^"”»]+["”»]/u.exec(text);
  if (quoted) return quoted[0].replace(/[“”«»]/g, '"');
  const rest = sentence.tokens.slice(start).filter(({ upos, xpos }) => !SMALL.has(upos) && xpos !== "POS");
  return rest.length > 0 ? rest.map((token) => token.text).join(" ") : undefined;
}
