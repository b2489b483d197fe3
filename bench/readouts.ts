import { fold } from "../src/lexicon/fold.ts";
import { world } from "../src/lexicon/world.ts";
import { readReport } from "../src/reading/read.ts";
import { UsageError } from "../src/record/errors.ts";
import type { Contact, Record } from "../src/record/schema.ts";
import { jsonLines } from "./lines.ts";

interface Row {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
}

/** What a readout's title tells: who, with whom, by what. */
export interface TitleContact {
  readonly kind: "call" | "meeting" | "visit" | "video";
  readonly from: string;
  readonly to: readonly string[];
}

const KINDS: readonly [RegExp, TitleContact["kind"]][] = [
  [/\bvirtual|video\b/i, "video"],
  [/\bcalls?\b|\bconversation\b|\bspoke\b/i, "call"],
  [/\bmeetings?\b|\bmet\b|\bengagement|\bbilateral|\bconsultations|\btalks\b|\bsummit\b|\bdialogue\b/i, "meeting"],
  [/\btrip\b|\btravel|\bvisit/i, "visit"],
];

/** The contact that a title names, or null where it names none or no counterpart. */
export function titleContact(title: string): TitleContact | null {
  const plain = title.replace(/[’‘]/g, "'").replace(/\s+/g, " ");
  const match =
    /^(?:READOUT|Readout)(?: of| from)? (.+?)(?:'s?)? (?:separate |virtual |video |phone |telephone |secure |joint |bilateral |quadrilateral |trilateral )*(calls?|meetings?|conversation|engagements?|trip|travel|visit|consultations|talks|participation|video (?:call|conference)|virtual meeting)(?: in)? (with|to|between) (.+)$/i.exec(
      plain,
    );
  if (!match || (match[3] === "to" && !/^(trip|travel|visit)$/i.test(match[2]!))) return null;
  const kind = KINDS.find(([pattern]) => pattern.test(plain.slice(match[1]!.length)))?.[1];
  if (!kind) return null;
  const to = match[4]!
    .split(/ (?:on|about|ahead of|regarding|to discuss|in support of|in advance of) /)[0]!
    .split(
      /,? and (?=(?:President|Prime|Foreign|King|Crown|Chancellor|National|Secretary|Minister|Deputy|Vice|H\.|Israeli|[A-Z][a-z]+ (?:President|Prime|Foreign|National)))|; |, (?=(?:President|Prime|Foreign|King|Chancellor|National))/,
    );
  return { kind, from: match[1]!, to };
}

const SKIPPED = new Set(
  "president vice prime minister secretary national security advisor adviser the of and for to a an his her foreign affairs state director senior general deputy assistant dr mr ms mrs chancellor king queen crown prince sultan emir royal highness majesty excellency council coordinator minister, jr hrh his, leader leaders chair chairman head spokesperson office united republic kingdom federal with from in on her, special envoy ambassador homeland".split(
    " ",
  ),
);
const CALL = new Set(["call", "video", "message"]);
const MEETING = new Set(["meeting", "talks", "summit", "visit", "reception", "video", "call"]);

/** Whether a party of the record is one whom a side of the title names: by a word of the name, or by the state. */
function isSide(record: Record, party: string, side: string): boolean {
  const words = fold(side.replace(/'s\b/g, ""))
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((w) => w.length > 2 && !SKIPPED.has(w));
  const actor = record.actors.find((a) => a.name === party);
  const own = [party, ...(actor?.surface ?? [])]
    .flatMap((s) => fold(s).split(/[^\p{L}\p{N}-]+/u))
    .filter((w) => w.length > 2 && !SKIPPED.has(w));
  if (words.some((w) => own.includes(w))) {
    const names = fold(party).split(/[^\p{L}\p{N}-]+/u);
    if (
      words.some((w) => names.includes(w)) ||
      actor?.kind !== "person" ||
      words.filter((w) => own.includes(w)).length > 1
    )
      return true;
  }
  const noun = groupNoun(side);
  if (
    noun &&
    fold(party)
      .split(/[^\p{L}]+/u)
      .some((w) => w.replace(/s$/, "") === noun)
  )
    return true;
  if (
    /^(the )?(white house|biden|administration|senior administration)/i.test(side) &&
    (actor?.country === "USA" || party === "USA" || /administration/i.test(party))
  )
    return true;
  const state = world().states.get(party);
  return state !== undefined && words.includes(fold(state.name));
}

/** "Civil Rights Leaders" → "leader": a side that the title names only as a group. */
const groupNoun = (side: string): string | undefined =>
  /\b(leaders|legislators|officials|governors|mayors|members|groups|advocates|organizations|ceos|executives|senators|representatives|allies|partners|counterparts|students|nurses|parents|workers|experts|ministers|lawmakers|activists|team|families)\b/i
    .exec(side)?.[1]
    ?.toLowerCase()
    .replace(/ies$/, "y")
    .replace(/s$/, "");

const fits = (kind: TitleContact["kind"], c: Contact): boolean =>
  kind === "call" || kind === "video"
    ? CALL.has(c.kind) || (kind === "video" && c.kind === "meeting")
    : kind === "visit"
      ? c.kind === "visit" || MEETING.has(c.kind)
      : MEETING.has(c.kind) && c.kind !== "call";

/** The contact of the record that is the title's, or null. Every side of the title must be among its parties. */
export function findContact(record: Record, title: TitleContact): Contact | null {
  const sides = [title.from, ...title.to];
  return (
    record.contacts.find(
      (c) =>
        c.status === "held" &&
        fits(title.kind, c) &&
        sides.slice(0, 2).every((s) => c.parties.some((p) => isSide(record, p, s))),
    ) ?? null
  );
}

/** `bench readouts FILE [--misses]`: share of readouts whose title's contact, its kind and both sides, is in the record read from the text alone. */
export function main(args: string[]): void {
  const [file] = args.filter((a) => !a.startsWith("--"));
  if (!file) throw new UsageError("usage: bench readouts FILE.jsonl[.gz] [--misses]");
  const tally = { call: [0, 0], meeting: [0, 0], visit: [0, 0], video: [0, 0] };
  let untitled = 0;
  for (const row of jsonLines<Row>(file)) {
    const title = titleContact(row.title);
    if (!title) {
      untitled += 1;
      continue;
    }
    const record = readReport(row.text, { published: row.published });
    const found = findContact(record, title) !== null;
    tally[title.kind][0]! += Number(found);
    tally[title.kind][1]! += 1;
    if (!found && args.includes("--misses"))
      console.log(
        `${row.title}\n    read: ${record.contacts.map((c) => `${c.kind} ${c.status} ${c.parties.join(" + ")}`).join("; ") || "no contact"}\n    text: ${row.text.slice(0, 300).replace(/\n/g, " ")}`,
      );
  }
  const all = Object.values(tally).reduce((a, [n, of]) => [a[0]! + n!, a[1]! + of!], [0, 0]);
  console.log("kind      found     of   share");
  for (const [kind, [n, of]] of Object.entries({ ...tally, all }))
    console.log(
      `${kind.padEnd(8)} ${String(n).padStart(6)} ${String(of).padStart(6)}   ${(of ? n! / of : 0).toFixed(3)}`,
    );
  console.log(`${untitled} titles name no counterpart and are left out`);
  console.log(
    JSON.stringify({
      bench: "readouts",
      file,
      found: all[0],
      of: all[1],
      share: all[1] ? all[0]! / all[1] : 0,
      untitled,
    }),
  );
}

if (import.meta.main) main(process.argv.slice(2));
