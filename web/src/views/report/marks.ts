import type { EntryType, Report } from "../../data/types.ts";
import { actorName, listed, timeInWords } from "../../format/words.ts";
import type { Range } from "./offsets.ts";
import type { Mark } from "./segments.ts";

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
  const places = actors.flatMap(({ name, evidence }) => evidence.map((one) => ({ ...one, name })));
  return [...Map.groupBy(places, ({ from, to }) => `${from}-${to}`)].map(([id, same]) => {
    const { from, to, quote } = same[0]!;
    const meant = [...new Set(same.map(({ name }) => actorName(name)))].filter((name) => !saysName(quote, name));
    return { id, layer: "who", from, to, ...(meant.length > 0 ? { gloss: listed(meant) } : {}) };
  });
}

const saysName = (quote: string, name: string): boolean => quote.includes(name.split(" ").at(-1)!);

function timeMarks({ times }: Report["record"]): Mark[] {
  return times.map(({ evidence: { from, to, quote }, value }) => {
    const meant = value === null ? "not settled" : timeInWords(value);
    return { id: `${from}-${to}`, layer: "time", from, to, ...(meant === quote ? {} : { gloss: meant }) };
  });
}
