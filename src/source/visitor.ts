import { FetchError } from "../record/errors.ts";
import { decode } from "./decode.ts";
import { type Fetched, type FetchOptions, fetchBytes, StatusError } from "./fetch.ts";
import { ALLOWS_ALL, type Robots, robotsOf } from "./robots.ts";

export interface VisitorOptions extends Pick<FetchOptions, "allowPrivate" | "resolve" | "timeLimit"> {
  /** Milliseconds between two requests to one host. Default 1,000. */
  readonly delay?: number | undefined;
}

const AGENT = "chancery";
const DELAY = 1000;
/** A longer delay that a robots.txt asks for is not waited for, seconds. */
const LONGEST_DELAY = 10;
const ROBOTS_BYTES = 512 * 1024;
/** A robots.txt is asked for again after an hour. */
const ROBOTS_AGE = 3_600_000;

/** Fetches many addresses politely: one request at a time to a host, with a delay, and only what its robots.txt allows. */
export class Visitor {
  readonly #options: VisitorOptions;
  readonly #hosts = new Map<string, Promise<unknown>>();
  readonly #visited = new Map<string, number>();
  readonly #robots = new Map<string, { readonly at: number; readonly robots: Robots }>();

  constructor(options: VisitorOptions = {}) {
    this.#options = options;
  }

  /** A page of a site. Throws FetchError where its robots.txt forbids it, and as `fetchBytes` does. */
  async visit(address: string): Promise<Fetched> {
    return this.#inTurn(address, async ({ origin, host }) => {
      const robots = await this.#robotsAt(origin, host);
      if (!robots.allows(address))
        throw new FetchError(`The robots.txt of ${host} asks programs not to read this page.`);
      await this.#pause(host, robots);
      return fetchBytes(address, this.#options);
    });
  }

  /** An address that a person named, such as a feed: robots.txt is not asked. */
  fetch(address: string, known?: FetchOptions["known"]): Promise<Fetched> {
    return this.#inTurn(address, async ({ host }) => {
      await this.#pause(host, ALLOWS_ALL);
      return fetchBytes(address, { ...this.#options, known });
    });
  }

  #inTurn<T>(address: string, work: (url: URL) => Promise<T>): Promise<T> {
    const url = URL.parse(address);
    if (!url || !/^https?:$/.test(url.protocol))
      return Promise.reject(new FetchError(`"${address.slice(0, 200)}" is no http or https address.`));
    const mine = (this.#hosts.get(url.host) ?? Promise.resolve()).then(() => work(url));
    const settled = mine.catch(() => {});
    this.#hosts.set(url.host, settled);
    settled.then(() => {
      if (this.#hosts.get(url.host) === settled) this.#hosts.delete(url.host);
    });
    return mine;
  }

  async #pause(host: string, { delay }: Robots): Promise<void> {
    const asked = Math.min(delay ?? 0, LONGEST_DELAY) * 1000;
    const wait = Math.max(this.#options.delay ?? DELAY, asked);
    const last = this.#visited.get(host);
    const left = last === undefined ? 0 : last + wait - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
    this.#visited.set(host, performance.now());
  }

  async #robotsAt(origin: string, host: string): Promise<Robots> {
    const known = this.#robots.get(origin);
    if (known && performance.now() - known.at < ROBOTS_AGE) return known.robots;
    await this.#pause(host, ALLOWS_ALL);
    const robots = await this.#readRobots(origin);
    this.#robots.set(origin, { at: performance.now(), robots });
    return robots;
  }

  /** A site without a robots.txt allows all; one whose server fails is left alone, as RFC 9309 asks. */
  async #readRobots(origin: string): Promise<Robots> {
    try {
      const { bytes } = await fetchBytes(`${origin}/robots.txt`, { ...this.#options, maxBytes: ROBOTS_BYTES });
      return bytes.length === 0 ? ALLOWS_ALL : robotsOf(decode(bytes).text, AGENT);
    } catch (error) {
      if (error instanceof StatusError && error.status < 500) return ALLOWS_ALL;
      if (error instanceof FetchError) throw error;
      return ALLOWS_ALL;
    }
  }
}
