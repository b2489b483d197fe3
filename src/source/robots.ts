/** What a site's robots.txt asks of programs (RFC 9309). */
export interface Robots {
  allows(address: string): boolean;
  /** Seconds between two requests that it asks for, where it does. */
  readonly delay: number | null;
}

/** The rules for a program in a robots.txt: those of its own group, else those for all. */
export function robotsOf(text: string, agent: string): Robots {
  const groups = groupsOf(text);
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const rules = chosen.flatMap((group) => group.rules);
  return {
    delay: chosen.find(({ delay }) => delay !== null)?.delay ?? null,
    allows(address) {
      const { pathname, search } = new URL(address);
      const path = pathname + search;
      // The longest rule that fits decides; of two as long, the one that allows.
      const [first] = rules
        .filter(({ fits }) => fits.test(path))
        .sort((a, b) => b.length - a.length || Number(b.allow) - Number(a.allow));
      return pathname === "/robots.txt" || (first?.allow ?? true);
    },
  };
}

/** Of a site that has none. */
export const ALLOWS_ALL: Robots = { allows: () => true, delay: null };

interface Rule {
  readonly allow: boolean;
  readonly fits: RegExp;
  readonly length: number;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
  delay: number | null;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let naming = false;
  for (const line of text.replace(/^\uFEFF/, "").split(/\r\n?|\n/)) {
    const [, key = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    const field = key.toLowerCase();
    if (field === "user-agent") {
      if (!naming) groups.push({ agents: [], rules: [], delay: null });
      groups.at(-1)!.agents.push(value.trim().toLowerCase().split("/")[0]!);
      naming = true;
    } else if (field === "allow" || field === "disallow" || field === "crawl-delay") {
      naming = false;
      const group = groups.at(-1);
      if (field !== "crawl-delay") group?.rules.push(...ruleOf(field === "allow", value.trim()));
      else if (group && Number(value) >= 0) group.delay = Number(value);
    }
  }
  return groups;
}

/** Patterns longer than this are passed over, so that no site can make matching slow. */
const LONGEST = 500;

function ruleOf(allow: boolean, pattern: string): Rule[] {
  if (pattern === "" || pattern.length > LONGEST || pattern.split("*").length > 10) return [];
  const parts = pattern
    .replace(/\$$/, "")
    .split(/\*+/)
    .map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, "\\$&"));
  const end = pattern.endsWith("$") ? "$" : "";
  return [{ allow, fits: new RegExp(`^${parts.join("[^]*?")}${end}`), length: pattern.length }];
}
