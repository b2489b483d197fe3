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
    const byReport = Map.groupBy(cited, (one) => one.report);
    const found = await texts.of([...byReport.keys()]);
    for (const [report, all] of byReport) setLines(all, found.get(report));
    return answer;
  };
}

function collect(value: unknown, found: Cited[]): void {
  if (typeof value !== "object" || value === null) return;
  if ("quote" in value && "report" in value && "line" in value) found.push(value as Cited);
  else for (const part of Object.values(value)) collect(part, found);
}

function setLines(all: readonly Cited[], text: string | undefined): void {
  if (text === undefined) return;
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

  async of(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const missing = ids.filter((id) => !this.#known.has(id));
    const found = new Map(missing.length > 0 ? await this.#store.texts(missing) : []);
    for (const id of ids) {
      const text = found.get(id) ?? this.#known.get(id);
      if (text === undefined) continue;
      found.set(id, text);
      this.#keep(id, text);
    }
    for (const [id, text] of this.#known) {
      if (this.#size <= KEPT) break;
      this.#known.delete(id);
      this.#size -= text.length;
    }
    return found;
  }

  #keep(id: string, text: string): void {
    if (this.#known.delete(id)) this.#size -= text.length;
    this.#known.set(id, text);
    this.#size += text.length;
  }
}
