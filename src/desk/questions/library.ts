import type { Record } from "../../record/schema.ts";
import type { AnyEntry, EntryType } from "../../store/keys.ts";
import { namesOf } from "../../store/layers.ts";
import { foldWords, type Term, type WordQuery, wordQuery } from "../../store/words.ts";
import type { KeptReport } from "../types.ts";

/** A report whose words fit; the snippet shows them between « and ». */
export interface FoundReport {
  readonly report: string;
  readonly snippet: string;
}

/** An entry whose words or actors fit. */
export interface FoundEntry {
  readonly report: string;
  readonly type: EntryType;
  readonly entry: AnyEntry;
}

/** What is kept beside the desk: full text through the store's index or a scan of reports in memory, texts, whole records. */
export interface Library {
  reports(words: string, most: number): Promise<readonly FoundReport[]>;
  entries(words: string, most: number): Promise<readonly FoundEntry[]>;
  /** The texts of reports; those not at hand are left out. */
  texts(reports: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** A report's record exactly as it was read, of which a desk keeps only a part. */
  record(report: string): Promise<Record | null>;
}

/** Looks through reports in memory, the newest first. */
export function memoryLibrary(reports: readonly KeptReport[], text: (report: string) => string | undefined): Library {
  const newest = reports.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  return {
    async reports(words, most) {
      const query = wordQuery(words);
      if (!query) return [];
      const found: FoundReport[] = [];
      for (const { id, title } of newest) {
        const all = `${title ?? ""}\n${text(id) ?? ""}`;
        if (found.length < most && fits(all, query)) found.push({ report: id, snippet: snippetOf(all, query) });
      }
      return found;
    },
    async entries(words, most) {
      const query = wordQuery(words);
      if (!query) return [];
      const all = newest.flatMap(({ id, record }) => entriesOf(record).map((one) => ({ report: id, ...one })));
      return all.filter(({ entry }) => fits(wordsOf(entry), query)).slice(0, most);
    },
    async texts(ids) {
      return new Map(ids.flatMap((id) => (text(id) === undefined ? [] : [[id, text(id)!]])));
    },
    async record(id) {
      return reports.find((report) => report.id === id)?.record ?? null;
    },
  };
}

const entriesOf = (record: KeptReport["record"]): { readonly type: EntryType; readonly entry: AnyEntry }[] => [
  ...record.contacts.map((entry) => ({ type: "contact" as const, entry })),
  ...record.statements.map((entry) => ({ type: "statement" as const, entry })),
  ...record.events.map((entry) => ({ type: "event" as const, entry })),
  ...record.money.map((entry) => ({ type: "sum" as const, entry })),
];

const wordsOf = (entry: AnyEntry): string =>
  [...entry.evidence.map((span) => span.quote), ...namesOf(entry), ...("topics" in entry ? entry.topics : [])].join(
    "\n",
  );

function fits(text: string, query: WordQuery): boolean {
  const folded = ` ${foldWords(text).replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const has = ({ words, prefix }: Term): boolean => folded.includes(` ${words.join(" ")}${prefix ? "" : " "}`);
  return query.all.every(has) && !query.none.some(has);
}

const AROUND = 70;

function snippetOf(text: string, query: WordQuery): string {
  const word = query.all[0]!.words.join("[^\\p{L}\\p{N}]+");
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${word}`, "iu").exec(text.normalize("NFD").replace(/\p{M}/gu, ""));
  if (!match) return text.slice(0, 2 * AROUND);
  const to = match.index + match[0].length;
  return `${text.slice(Math.max(0, match.index - AROUND), match.index)}«${text.slice(match.index, to)}»${text.slice(to, to + AROUND)}`
    .replace(/\s+/g, " ")
    .trim();
}
