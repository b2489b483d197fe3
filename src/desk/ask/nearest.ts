import { wordsOf } from "../stems.ts";
import { askExamples, type Example } from "./lexicon.ts";

const SHOWN = 3;

/** The examples that share most words with a question; where it shares none, one of each common kind. */
export function nearestExamples(question: string): string[] {
  const asked = new Set(stems(question));
  const scored = askExamples().map((example, i) => ({ example, i, score: scoreOf(example, asked) }));
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.i - b.i);
  const fallback = scored.filter(({ example }) => ["last contact", "upcoming", "statements"].includes(example.about));
  const firstOfKind = fallback.filter(
    ({ example }, i) => fallback.findIndex((one) => one.example.about === example.about) === i,
  );
  return [...new Set([...best, ...firstOfKind].map(({ example }) => example.question))].slice(0, SHOWN);
}

/** Shared words by the length of the example, so that a short one that fits is before a long one. */
function scoreOf({ question, about }: Example, asked: ReadonlySet<string>): number {
  const own = [...new Set([...stems(question), ...stems(about)])];
  const shared = own.filter((stem) => asked.has(stem)).length;
  return shared / Math.sqrt(own.length);
}

/** Words with their question words, which the stems of topics leave out. */
const stems = (text: string): string[] => [
  ...wordsOf(text).map(({ stem }) => stem),
  ...(text.toLowerCase().match(/\b(?:when|where|who|whom|what|which|how|much|often|long|many|did|has|is|will)\b/g) ??
    []),
];
