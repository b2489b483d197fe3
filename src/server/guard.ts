import { createHash, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { UsageError } from "../record/errors.ts";
import { ProblemError } from "./problem.ts";

/** Who may use the server, and under which names. */
export interface GuardOptions {
  /** What it is bound to. */
  readonly host: string;
  /** Asked for on every request to the API. Needed where `host` is not this machine alone. */
  readonly token?: string | undefined;
  /** Other host names under which it is reached, for a proxy or a name in the network. */
  readonly hosts?: readonly string[] | undefined;
  /** Other origins that may change things: a development server of the web app. */
  readonly origins?: readonly string[] | undefined;
}

const SHORTEST_TOKEN = 16;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

/** Whether a host to bind to is this machine alone. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Throws UsageError where the server would be open to others without a good token. */
export function checkGuard({ host, token }: GuardOptions): void {
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw new UsageError(`The token is too short; it needs ${SHORTEST_TOKEN} characters or more.`);
  if (token === undefined && !isLoopback(host))
    throw new UsageError(
      `Bound to ${host}, others could read and change the record: give a --token (or CHANCERY_TOKEN) of ${SHORTEST_TOKEN} characters or more, or leave out --host.`,
    );
}

/**
 * Refuses a host name that is not ours, which a page of another site may have made to lead here (DNS rebinding). An IP
 * address cannot be made to lead elsewhere; where the server is bound to more than this machine, any will do.
 */
export function hostGuard(options: GuardOptions): MiddlewareHandler {
  const open = !isLoopback(options.host);
  const names = new Set([...LOOPBACK, options.host, ...(options.hosts ?? [])].map((name) => name.toLowerCase()));
  const known = (name: string): boolean => names.has(name) || isLoopback(name) || (open && isIP(name) !== 0);
  return async (c, next) => {
    const asked = [hostName(`http://${hostOf(c)}`), hostName(c.req.url)];
    const wrong = asked.find((name) => name === undefined || !known(name));
    if (asked.includes(undefined) || wrong !== undefined)
      throw new ProblemError(
        "wrong-host",
        `This server does not answer for ${wrong ?? "no host"}; \`--allow-host NAME\` lets a name in.`,
      );
    await next();
  };
}

const hostOf = (c: Context): string => c.req.header("host") ?? new URL(c.req.url).host;
const hostName = (address: string): string | undefined =>
  URL.parse(address)
    ?.hostname.replace(/^\[|\]$/g, "")
    .toLowerCase();

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses changes that a page of another site asks for, and that such a page reads data. */
export function originGuard(options: GuardOptions): MiddlewareHandler {
  const allowed = new Set(options.origins ?? []);
  return async (c, next) => {
    const origin = c.req.header("origin");
    const site = c.req.header("sec-fetch-site");
    const listed = origin !== undefined && allowed.has(origin);
    const other = SAFE.has(c.req.method)
      ? site === "cross-site" && c.req.header("sec-fetch-mode") !== "navigate"
      : (origin !== undefined && !sameOrigin(origin, hostOf(c))) ||
        (site !== undefined && site !== "same-origin" && site !== "none");
    if (other && !listed)
      throw new ProblemError("wrong-origin", "Only the desk's own pages may do that; other sites may not.");
    await next();
  };
}

function sameOrigin(origin: string, host: string): boolean {
  const url = URL.parse(origin);
  return url !== null && /^https?:$/.test(url.protocol) && url.host === host.toLowerCase();
}

const OPEN = /^\/api\/(?:docs(?:\/.*)?|openapi\.json)$/;

/** Asks for the token on the API; its documentation and the files of the web app hold nothing of the record. */
export function tokenGuard({ token }: GuardOptions): MiddlewareHandler {
  const wanted = token === undefined ? undefined : digest(token);
  return async (c, next) => {
    if (wanted && !OPEN.test(c.req.path)) {
      const given = /^Bearer +(\S+) *$/i.exec(c.req.header("authorization") ?? "")?.[1];
      // Digests have one length, and their comparison takes one time whatever was given.
      if (!timingSafeEqual(digest(given ?? ""), wanted))
        throw new ProblemError("unauthorised", "Send the server's token as `Authorization: Bearer TOKEN`.");
    }
    await next();
  };
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
