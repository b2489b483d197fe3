import type * as z from "zod";
import { citationsIn, placeCitations } from "../desk/cite.ts";
import type { Desk } from "../desk/questions/desk.ts";
import type { Question } from "../desk/questions/question.ts";
import type { Store } from "../store/index.ts";

/** Puts a question to the desk. Input is checked by the question's own schema, which throws a ZodError. */
export type Ask = <Input extends z.ZodType, Output extends z.ZodType>(
  question: Question<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>;

/** Characters of reports' texts that are kept at hand. */
const KEPT = 32 * 1024 * 1024;

/** Gives the citations of an answer their lines and sentences. */
export type Cite = <Answer>(answer: Answer) => Promise<Answer>;

/** Puts citations into their texts, which never change. */
export function citing(store: Store): Cite {
  const texts = new Texts(store);
  return async (answer) => {
    const cited = citationsIn(answer);
    placeCitations(cited, await texts.of([...new Set(cited.map(({ report }) => report))]));
    return answer;
  };
}

/** Questions over a desk, with citations that have their lines and sentences. */
export const answering =
  (desk: () => Promise<Desk>, cite: Cite): Ask =>
  async (question, input) =>
    cite(await question.answer(await desk(), question.input.parse(input)));

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
