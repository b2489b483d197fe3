import type * as z from "zod";
import type { Desk } from "../desk/questions/desk.ts";
import type { Question } from "../desk/questions/question.ts";
import type { Cited } from "../desk/questions/schemas.ts";
import type { Store } from "../store/index.ts";

/** Puts a question to the desk. Input is checked by the question's own schema, which throws a ZodError. */
export type Ask = <Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>;

/** Characters of reports' texts that are kept at hand. */
const KEPT = 32 * 1024 * 1024;

/** Questions over a desk; each citation of an answer gets its line, from texts that never change. */
export function answering(store: Store, desk: () => Promise<Desk>): Ask {
  const texts = new Texts(store);
  return async (question, input) => {
    const answer = await question.answer(await desk(), question.input.parse(input));
    const cited: Cited[] = [];
    collect(answer, cited);
    for (const [report, all] of Map.groupBy(cited, (one) => one.report)) {
      const text = await texts.of(report);
      if (text !== undefined) setLines(all, text);
    }
    return answer;
  };
}

function collect(value: unknown, found: Cited[]): void {
  if (typeof value !== "object" || value === null) return;
  if ("quote" in value && "report" in value && "line" in value) found.push(value as Cited);
  else for (const part of Object.values(value)) collect(part, found);
}

function setLines(all: readonly Cited[], text: string): void {
  let line = 1;
  let at = 0;
  for (const one of all.toSorted((a, b) => a.from - b.from)) {
    for (let end = text.indexOf("\n", at); end >= 0 && end < one.from; end = text.indexOf("\n", at)) {
      line += 1;
      at = end + 1;
    }
    one.line = line;
  }
}

/** Texts of reports, those asked for last kept. */
class Texts {
  readonly #store: Store;
  readonly #known = new Map<string, string>();
  #size = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  async of(id: string): Promise<string | undefined> {
    const known = this.#known.get(id);
    if (known !== undefined) {
      this.#known.delete(id);
      this.#known.set(id, known);
      return known;
    }
    const text = (await this.#store.report(id))?.report.text;
    if (text === undefined || this.#known.has(id)) return text;
    this.#known.set(id, text);
    this.#size += text.length;
    for (const [old, oldText] of this.#known) {
      if (this.#size <= KEPT) break;
      this.#known.delete(old);
      this.#size -= oldText.length;
    }
    return text;
  }
}
