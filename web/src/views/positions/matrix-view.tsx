import { timeInWords } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { Cell, Legend, TimeAxis, timeScale } from "./cell.tsx";
import { CHANGE_WORDS, changeAt, daysOf, type Holder, keyOf, type Row, stanceInWords } from "./matrix.ts";
import { ChangeWords, StatementWords, saidOn } from "./statement.tsx";

interface MatrixProps {
  readonly holders: readonly Holder[];
  readonly rows: readonly Row[];
  /** The statement whose words are open, and on which topic. */
  readonly open: { readonly key: string; readonly topic: string } | null;
  readonly hrefOf: (key: string, topic: string) => string;
  readonly closed: string;
}

/** Topics by actors, each cell a small time line; the words of the chosen mark open beneath its row. */
export function Matrix({ holders, rows, open, hrefOf, closed }: MatrixProps) {
  const days = daysOf(rows);
  if (!days) return <p class="note">None of these statements has a day.</p>;
  const scale = timeScale(days);
  return (
    <figure class="figure positions-figure">
      <Legend />
      <table class="positions-matrix" style={{ "--positions-actors": holders.length }}>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Topic</span>
            </th>
            {holders.map(({ actor }) => (
              <th scope="col" key={actor.id}>
                <a href={to.positions([actor.id])}>{actor.name}</a>
                <TimeAxis scale={scale} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <MatrixRow key={row.topic} {...{ row, holders, scale, open, hrefOf, closed }} />
          ))}
        </tbody>
      </table>
      <figcaption>
        Statements from {timeInWords(days[0])} to {timeInWords(days[1])}. A bar up is for the topic, one down against
        it. Stances are read from the words by rule, and can be misread: every mark opens its words. A dash: nothing in
        the record.
      </figcaption>
      <AsTable holders={holders} rows={rows} />
    </figure>
  );
}

type RowProps = Omit<MatrixProps, "rows"> & { readonly row: Row; readonly scale: ReturnType<typeof timeScale> };

function MatrixRow({ row: { topic, basis, cells }, holders, scale, open, hrefOf, closed }: RowProps) {
  const here = open?.topic === topic ? open.key : undefined;
  const column =
    here === undefined ? -1 : cells.findIndex((cell) => cell?.positions.some((one) => keyOf(one) === here));
  return (
    <>
      <tr>
        <th scope="row">
          <a
            href={to.positions(
              holders.map(({ phrase }) => phrase),
              topic,
            )}
          >
            {topic}
          </a>
          {basis === "own" && <span class="note positions-own">own word</span>}
        </th>
        {cells.map((cell, i) => {
          const holder = holders[i]!;
          return (
            <td key={holder.actor.id} class={cell ? "" : "positions-empty"}>
              <span class="positions-who" aria-hidden="true">
                {holder.actor.name}
              </span>
              {cell ? (
                <Cell
                  ledger={cell}
                  who={holder.actor.name}
                  scale={scale}
                  open={here}
                  hrefOf={(key) => hrefOf(key, topic)}
                />
              ) : (
                <>
                  <span aria-hidden="true">–</span>
                  <span class="visually-hidden">nothing in the record</span>
                </>
              )}
            </td>
          );
        })}
      </tr>
      {column >= 0 && here !== undefined && (
        <tr class="positions-words-row">
          <td colSpan={holders.length + 1}>
            <Words holder={holders[column]!} row={cells[column]!} openKey={here} closed={closed} />
          </td>
        </tr>
      )}
    </>
  );
}

interface WordsProps {
  readonly holder: Holder;
  readonly row: NonNullable<Row["cells"][number]>;
  readonly openKey: string;
  readonly closed: string;
}

function Words({ holder: { actor }, row: { topic, positions, changes }, openKey, closed }: WordsProps) {
  const position = positions.find((one) => keyOf(one) === openKey)!;
  const change = changeAt(changes, openKey);
  return (
    <section class="positions-words" aria-label={`Words of ${actor.name} on ${topic}`} aria-live="polite">
      <h2>
        {actor.name} on {topic}
      </h2>
      {change ? (
        <ChangeWords change={change} />
      ) : (
        <>
          <p class="positions-side-label">{saidOn(position.statement)}</p>
          <StatementWords position={position} />
        </>
      )}
      <p class="positions-words-ways">
        <a href={to.positions([actor.id], topic)}>All that {actor.name} said on it</a> <a href={closed}>Close</a>
      </p>
    </section>
  );
}

/** The same for those who do not see the marks. */
const AsTable = ({ holders, rows }: Pick<MatrixProps, "holders" | "rows">) => (
  <details class="positions-table">
    <summary>The same as a table</summary>
    <table>
      <thead>
        <tr>
          {["Topic", "Actor", "When", "Stance", "Change"].map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap(({ topic, cells }) =>
          cells.flatMap((cell, i) =>
            (cell?.positions ?? []).map((position) => {
              const change = changeAt(cell!.changes, keyOf(position));
              return (
                <tr key={`${topic} ${i} ${keyOf(position)}`}>
                  <td>{topic}</td>
                  <td>{holders[i]!.actor.name}</td>
                  <td>{saidOn(position.statement)}</td>
                  <td>{stanceInWords(position.stance)}</td>
                  <td>{change ? CHANGE_WORDS[change.kind] : ""}</td>
                </tr>
              );
            }),
          ),
        )}
      </tbody>
    </table>
  </details>
);
