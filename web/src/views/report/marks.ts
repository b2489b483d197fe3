import type { EntryType, Report } from "../../data/types.ts";
import { actorName, listed, timeInWords } from "../../format/words.ts";
import type { Mark, Range } from "./segments.ts";

interface Shown {
  readonly show: readonly EntryType[];
  readonly names: boolean;
  readonly times: boolean;
  readonly cited: Range | null;
  readonly draft: readonly Range[];
}

/** All marks that a report's text now has. */
export function marksOf({ entries, record }: Report, { show, names, times, cited, draft }: Shown): Mark[] {
  return [
    ...(cited ? [{ ...cited, id: "cited", layer: "cited" } as const] : []),
    ...draft.map((range) => ({ ...range, id: "draft", layer: "draft" }) as const),
    ...entries
      .filter(({ type }) => show.length === 0 || show.includes(type))
      .flatMap(({ key, type, entry }) =>
        entry.evidence.map(({ from, to }, i): Mark => ({ id: key, layer: "entry", type, from, to, main: i === 0 })),
      ),
    ...(names ? whoMarks(record) : []),
    ...(times ? timeMarks(record) : []),
  ];
}

/** Who is meant where the words do not name them: "her", "the two leaders". */
function whoMarks({ actors }: Report["record"]): Mark[] {
  const every = actors.flatMap(({ name, kind, evidence }) => evidence.map((one) => ({ ...one, name, kind })));
  // The state within "French President" is no riddle.
  const places = every.filter(
    (one) => one.kind !== "state" || !every.some((other) => other !== one && contains(other, one)),
  );
  return [...Map.groupBy(places, ({ from, to }) => `${from}-${to}`)].map(([id, same]) => {
    const { from, to, quote } = same[0]!;
    const meant = [...new Set(same.map(({ name }) => name))].filter((name) => !saysName(quote, name)).map(actorName);
    return { id, layer: "who", from, to, ...(meant.length > 0 ? { gloss: listed(meant) } : {}) };
  });
}

/** Whether words name somebody themselves: by surname, or by the noun of "FRA:diplomat". */
const saysName = (quote: string, name: string): boolean => quote.includes(name.split(/[ :]/).at(-1)!);

const contains = (outer: Range, inner: Range): boolean => outer.from <= inner.from && inner.to <= outer.to;

function timeMarks({ times }: Report["record"]): Mark[] {
  return times.map(({ evidence: { from, to, quote }, value }) => {
    const meant = value === null ? "not settled" : timeInWords(value);
    return { id: `${from}-${to}`, layer: "time", from, to, ...(meant === quote ? {} : { gloss: meant }) };
  });
}
