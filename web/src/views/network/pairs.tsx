import { useRef, useState } from "preact/hooks";
import type { Medium } from "../../data/types.ts";
import { counted, MEDIUM_WORDS, shortDay } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { MediumMark, Section } from "../../ui/basics.tsx";
import type { NetworkAnswer } from "./types.ts";

const FIRST = 10;

/** The pairs of the picture as a table, the weightiest first. */
export function Pairs({ data: { nodes, links } }: { readonly data: NetworkAnswer }) {
  const [all, setAll] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);
  useListKeys("Pairs", body);
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const most = links[0]?.encounters ?? 1;
  const shown = all ? links : links.slice(0, FIRST);
  return (
    <Section title="The weightiest pairs" class="network-pairs">
      <table>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">Encounters</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {shown.map(({ a, b, encounters, media, last }) => (
            <tr key={`${a}\n${b}`}>
              <th scope="row">
                <a href={to.relation(a, b)} data-stop>
                  {names.get(a)} and {names.get(b)}
                </a>
              </th>
              <td>
                <span class="network-count">{encounters}</span>
                <span class="network-bar" style={{ inlineSize: `${(encounters / most) * 3}rem` }} />
                <span class="network-media">
                  {media.map(({ value, count }) => (
                    <span key={value} title={`${count} ${mediumInWords(value)}`}>
                      <MediumMark medium={value === "unknown" ? null : (value as Medium)} />
                      <span class="visually-hidden">{mediumInWords(value)} </span>
                      {count}
                    </span>
                  ))}
                </span>
              </td>
              <td>{last ? shortDay(last) : "not told"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < links.length && (
        <p class="more no-print">
          <button type="button" class="button" onClick={() => setAll(true)}>
            Show all {counted(links.length, "pair")}
          </button>
        </p>
      )}
    </Section>
  );
}

const mediumInWords = (value: string): string => MEDIUM_WORDS[value as Medium] ?? "by no medium told";
