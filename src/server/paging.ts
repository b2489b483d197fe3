import * as z from "zod";
import { ProblemError } from "./problem.ts";
import { Int } from "./query.ts";

/** The most items of a page that can be asked for. */
export const MOST = 500;

/** What every list takes. */
export const pagingShape = {
  limit: Int(z.int().min(1).max(MOST).default(50)).describe(`the most items of the page, ${MOST} at most`),
  after: z.string().max(200).optional().describe("`next` of the page before"),
} as const;

/** A page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().describe("give it as `after` for the next page; null at the end"),
  });

interface Cursor {
  readonly id: string;
  readonly at: number;
}

/**
 * A page of a list in memory. The cursor names the last item, so that what comes in before it moves nothing; where that
 * item is gone, its place in the list counts.
 */
export function pageIn<T>(
  all: readonly T[],
  id: (one: T) => string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): { items: T[]; next: string | null } {
  const start = after === undefined ? 0 : startOf(all, id, cursorOf(after));
  const items = all.slice(start, start + limit);
  const last = items.at(-1);
  const end = start + items.length;
  return { items, next: last === undefined || end >= all.length ? null : cursorText({ id: id(last), at: end - 1 }) };
}

function startOf<T>(all: readonly T[], id: (one: T) => string, { id: last, at }: Cursor): number {
  const here = all[at];
  if (here !== undefined && id(here) === last) return at + 1;
  const found = all.findIndex((one) => id(one) === last);
  return found >= 0 ? found + 1 : at;
}

const cursorText = ({ id, at }: Cursor): string => Buffer.from(JSON.stringify([at, id])).toString("base64url");

function cursorOf(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    if (Number.isInteger(at) && (at as number) >= 0 && typeof id === "string") return { at: at as number, id };
  } catch {
    // Said below.
  }
  throw new ProblemError("invalid-values", "`after` is not the `next` of a page of this list; leave it out to begin.");
}
