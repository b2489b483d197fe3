import { type LookupAddress, lookup } from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { FetchError } from "../record/errors.ts";
import { checkAddresses } from "./addresses.ts";
import { readBody } from "./body.ts";

export interface FetchOptions {
  /** Let the address and its redirects lead to private, loopback and link-local hosts: all, or the named ones. */
  readonly allowPrivate?: boolean | readonly string[] | undefined;
  /** The most bytes of the answer, unpacked. Default 20 MB. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds for everything: names, redirects, the answer. Default 30,000. */
  readonly timeLimit?: number | undefined;
  /** How a host's addresses are found; tests put their own. Default the system's resolver. */
  readonly resolve?: Resolve | undefined;
  /** What the address said of itself last time, so that it can answer that nothing changed. */
  readonly known?: Validators | undefined;
}

/** By what a server tells whether something changed. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

/** An address answered with an error. */
export class StatusError extends FetchError {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

/** What an address gave. */
export interface Fetched {
  readonly bytes: Uint8Array;
  /** The address after all redirects. */
  readonly address: string;
  readonly name: string;
  readonly contentType?: string;
  readonly validators?: Validators;
  /** True where the server says that nothing changed since `known`; then there are no bytes. */
  readonly unchanged?: boolean;
}

const MAX_REDIRECTS = 5;
const MAX_BYTES = 20 * 1024 * 1024;

/**
 * Fetches an http or https address. Every address that a host resolves to is checked, at every redirect, and the
 * connection goes to the checked address: the name is not resolved again in between.
 * Throws FetchError where a host is refused, does not answer, or answers too much, too slowly or with an error.
 */
export async function fetchBytes(where: string, options: FetchOptions = {}): Promise<Fetched> {
  const limit = options.timeLimit ?? 30_000;
  const signal = AbortSignal.timeout(limit);
  try {
    return await follow(where, options, signal);
  } catch (error) {
    if (signal.aborted) throw new FetchError(`${hostOf(where)} did not answer in full within ${limit / 1000} seconds.`);
    throw error instanceof FetchError ? error : new FetchError(`${hostOf(where)} cannot be reached: ${reason(error)}.`);
  }
}

async function follow(where: string, options: FetchOptions, signal: AbortSignal): Promise<Fetched> {
  let url = checkedUrl(where);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const response = await request(url, options, signal);
    const next = redirectOf(response, url);
    if (!next) return answerOf(response, url, options, signal);
    response.destroy();
    url = next;
  }
  throw new FetchError(`${hostOf(where)} redirects more than ${MAX_REDIRECTS} times.`);
}

function checkedUrl(where: string, base?: URL): URL {
  const url = URL.parse(where, base?.href);
  if (!url) throw new FetchError(`"${where.slice(0, 200)}" is not an address.`);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new FetchError(`${url.protocol} addresses are not read, only http and https.`);
  }
  if (url.username || url.password)
    throw new FetchError(`Addresses with a user name or password are not read (${url.host}).`);
  url.hash = "";
  return url;
}

async function request(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const literal = isIP(host);
  const addresses = literal ? [{ address: host, family: literal }] : await resolved(host, options, signal);
  const { allowPrivate = false } = options;
  const trusted = typeof allowPrivate === "boolean" ? allowPrivate : allowPrivate.includes(host);
  if (!trusted) checkAddresses(host, addresses);
  const send = url.protocol === "https:" ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const sent = send(url, {
      signal,
      agent: false,
      lookup: pinned(addresses),
      maxHeaderSize: 32 * 1024,
      headers: {
        "User-Agent": "Chancery/0.1 (reads one report for its user)",
        Accept: "text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.1",
        "Accept-Encoding": "gzip, deflate, br",
        "Accept-Language": "en",
        ...(options.known?.etag ? { "If-None-Match": options.known.etag } : {}),
        ...(options.known?.modified ? { "If-Modified-Since": options.known.modified } : {}),
      },
    });
    sent.once("response", resolve);
    sent.once("error", reject);
    sent.end();
  });
}

/** The addresses of a host; the look-up itself cannot be stopped, but nobody waits for it past the time limit. */
function resolved(host: string, options: FetchOptions, signal: AbortSignal): Promise<LookupAddress[]> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    (options.resolve ?? systemResolve)(host).then(resolve, reject);
  });
}

/** A resolver that knows only the addresses that were checked. */
function pinned(addresses: readonly LookupAddress[]): LookupFunction {
  return (_host, options, done) => {
    if (options.all) done(null, [...addresses]);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
}

const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

function redirectOf(response: http.IncomingMessage, url: URL): URL | undefined {
  const { statusCode = 0, headers } = response;
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return undefined;
  return checkedUrl(headers.location, url);
}

async function answerOf(
  response: http.IncomingMessage,
  url: URL,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const status = response.statusCode ?? 0;
  if (status === 304 && options.known) {
    response.destroy();
    return { bytes: new Uint8Array(), address: url.href, name: url.pathname, unchanged: true };
  }
  if (status < 200 || status > 299) {
    response.destroy();
    throw new StatusError(
      status,
      `${url.host} answered ${status} ${http.STATUS_CODES[status] ?? ""}${HINTS[status] ?? ""}.`,
    );
  }
  const bytes = await readBody(response, options.maxBytes ?? MAX_BYTES, url.host, signal);
  const contentType = response.headers["content-type"];
  const { etag = null, "last-modified": modified = null } = response.headers;
  const validators = { etag, modified };
  return { bytes, address: url.href, name: url.pathname, validators, ...(contentType ? { contentType } : {}) };
}

const HINTS: Readonly<Record<number, string>> = {
  401: "; the page needs a login. Save it and give the file",
  403: "; it may refuse programs. Save the page and give the file",
  404: "; check the address",
  410: "; the page was taken down",
  429: "; it was asked too often. Wait and try again",
};

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "there is no such host",
  EAI_AGAIN: "its name cannot be looked up now",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was broken off",
  EPIPE: "the connection was broken off",
  ETIMEDOUT: "it does not answer",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  HPE_INVALID_CONSTANT: "it does not speak HTTP",
  HPE_HEADER_OVERFLOW: "its headers are too long",
};

function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? (message || code || "no reason was given");
}

const hostOf = (where: string): string => URL.parse(where)?.host || where.slice(0, 200);
