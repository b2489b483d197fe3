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
