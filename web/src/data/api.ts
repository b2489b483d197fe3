import { signal } from "@preact/signals";
import { ApiError, createClient, read } from "../../../src/server/client.ts";

export { ApiError, read };

/** Kept for the session alone: who reads over the shoulder of a closed tab finds no token. */
const TOKEN = "chancery.token";
/** Kept on this machine: the name under which changes are made. */
const AUTHOR = "chancery.author";

/** The token that a server on another machine asks for; null where none was given. */
export const token = signal(stored(() => sessionStorage.getItem(TOKEN)));
/** Who makes changes; null: whoever the server takes the reader for. */
export const author = signal(stored(() => localStorage.getItem(AUTHOR)));
/** The server refused for want of a token. */
export const locked = signal(false);

export function setToken(value: string): void {
  token.value = value;
  locked.value = false;
  stored(() => sessionStorage.setItem(TOKEN, value));
}

export function setAuthor(value: string): void {
  author.value = value.trim() || null;
  stored(() => localStorage.setItem(AUTHOR, value.trim()));
}

/** A fetch with the reader's token and name as they now are. */
export async function send(input: Parameters<typeof fetch>[0], init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (token.value) headers.set("Authorization", `Bearer ${token.value}`);
  if (author.value) headers.set("X-Chancery-Author", encodeURIComponent(author.value));
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers });
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new ApiError({
      type: "about:blank",
      title: "The server does not answer",
      status: 0,
      detail: "The server of this desk does not answer. Is `npm start` or `chancery serve` still running?",
    });
  }
  if (response.status === 401) locked.value = true;
  return response;
}

/** The typed client of the API. */
export const api = createClient("/api", { fetch: send as typeof fetch });

function stored<T>(work: () => T): T | null {
  try {
    return work() ?? null;
  } catch {
    return null;
  }
}
