import { deskOf } from "../desk/desk.ts";
import type { Desk } from "../desk/questions/desk.ts";
import type { Services } from "./services.ts";

/** The desk over the server's store, kept until something changes. */
export const deskAt = ({ store }: Pick<Services, "store">): Promise<Desk> => deskOf(store);

/** Values that are made once for each desk, since a desk never changes. */
export function perDesk<T>(make: (desk: Desk) => T): (desk: Desk) => T {
  const made = new WeakMap<Desk, T>();
  return (desk) => {
    let value = made.get(desk);
    if (value === undefined) {
      value = make(desk);
      made.set(desk, value);
    }
    return value;
  };
}
