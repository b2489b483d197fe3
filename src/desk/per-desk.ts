import type { Desk } from "./questions/desk.ts";

/** Values that are made once for each desk, since a desk never changes. */
export function perDesk<T>(make: (desk: Desk) => T): (desk: Desk) => T {
  const made = new WeakMap<Desk, { readonly value: T }>();
  return (desk) => {
    let known = made.get(desk);
    if (!known) {
      known = { value: make(desk) };
      made.set(desk, known);
    }
    return known.value;
  };
}

/** How many answers are kept of each desk. */
const MOST = 100;

/** Answers to what is asked of a desk, the last asked kept for each. They must not be changed. */
export function answersPerDesk<Asked, Answer>(
  answer: (desk: Desk, asked: Asked) => Answer,
): (desk: Desk, asked: Asked) => Answer {
  const known = perDesk(() => new Map<string, Answer>());
  return (desk, asked) => {
    const answers = known(desk);
    const key = JSON.stringify(asked);
    const before = answers.get(key);
    if (before !== undefined) return before;
    const made = answer(desk, asked);
    if (answers.size >= MOST) answers.delete(answers.keys().next().value!);
    answers.set(key, made);
    return made;
  };
}
