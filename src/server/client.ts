import type { ClientResponse } from "hono/client";
import { hc } from "hono/client";
import type { Api } from "./api.ts";
import type { Problem } from "./problem.ts";

export interface ClientOptions {
  /** Where a server asks for one. */
  readonly token?: string | undefined;
  /** Who makes changes. */
  readonly author?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/**
 * A typed client of the API, for the web app and for scripts: `client.reports.$get({ query: {} })`. `base` is where the
 * API is, such as "/api".
 */
export function createClient(base: string, { token, author, fetch: send }: ClientOptions = {}) {
  return hc<Api>(base, {
    ...(send ? { fetch: send } : {}),
    headers: (): Record<string, string> => ({
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...(author ? { "X-Chancery-Author": encodeURIComponent(author) } : {}),
    }),
  });
}

/** An answer that is no success: the problem document that came with it. */
export class ApiError extends Error {
  override name = "ApiError";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The content of an answer. Throws ApiError where the server answered with a problem. */
export async function read<T>(answer: Promise<ClientResponse<T>> | ClientResponse<T>): Promise<T> {
  const response = await answer;
  if (response.ok) return (await response.json()) as T;
  throw new ApiError(await problemIn(response as unknown as Response));
}

async function problemIn(response: Response): Promise<Problem> {
  const { status } = response;
  try {
    return (await response.json()) as Problem;
  } catch {
    const detail = `The server answered ${status} without saying why.`;
    return { type: "about:blank", title: response.statusText, status, detail };
  }
}
