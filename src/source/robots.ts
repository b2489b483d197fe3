import parser from "robots-parser";

/** The package's own types describe it as a module with a default, which it is not. */
const make = parser as unknown as (address: string, text: string) => Rules;
interface Rules {
  isAllowed(address: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}

/** What a site's robots.txt asks of programs (RFC 9309). */
export interface Robots {
  allows(address: string): boolean;
  /** Seconds between two requests that it asks for, where it does. */
  readonly delay: number | null;
}

/** Of a site that has none. */
export const ALLOWS_ALL: Robots = { allows: () => true, delay: null };

/** The rules for a program in the robots.txt of a site ("https://example.org"). */
export function robotsOf(origin: string, text: string, agent: string): Robots {
  const robots = make(`${origin}/robots.txt`, text.replace(/^\uFEFF/, ""));
  return {
    allows: (address) => new URL(address).pathname === "/robots.txt" || (robots.isAllowed(address, agent) ?? true),
    delay: robots.getCrawlDelay(agent) ?? null,
  };
}
