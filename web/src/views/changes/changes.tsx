import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type Paged, useAnswer, useList } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Layer } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { query as queryOf, to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { Page, Section } from "../../ui/basics.tsx";
import { Empty, Failed, Loading, More } from "../../ui/states.tsx";
import { AuthorName } from "./author.tsx";
import { ChangeFilters, type Filter, filterIn } from "./filters.tsx";
import { LayerRow } from "./layer.tsx";
import { Misfits } from "./misfits.tsx";
import { Where } from "./where.tsx";
import "./layer.css";
import "./changes.css";

/** What people changed over the whole record, the newest first. */
export default function Changes() {
  const { path, query, route } = useLocation();
  const filter = filterIn(query);
  const asked = Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => pair[1] !== null));
  const list = useList<Layer, Paged<Layer>>(["changes", asked], (after) =>
    read(api.changes.$get({ query: { ...asked, limit: "50", ...(after ? { after } : {}) } })),
  );
  const misfits = useAnswer(["misfits"], () => read(api.changes.misfits.$get()));
  const filtered = Object.values(filter).some((value) => value !== null);
  const choose = (other: Partial<Filter>): void => route(path + queryOf({ ...filter, ...other }));
  const rows = useRef<HTMLOListElement>(null);
  useRows(rows);
  const messages = new Map(misfits.data?.items.map(({ layer, message }) => [layer, message]));
  const untouched = list.first && list.items.length === 0 && !filtered;
  return (
    <Page
      class="changes"
      title="Changes"
      lead="What people corrected, confirmed, added and removed, each with its reason. What was read is never overwritten, and every change can be undone."
    >
      {messages.size > 0 && <Misfits misfits={misfits.data?.items ?? []} />}
      {untouched ? (
        <Empty title="Nobody has changed anything yet.">
          <p>
            The record stands as it was read. <a href={to.reports()}>Open a report</a> to correct a value, confirm an
            entry, or add what was missed.
          </p>
        </Empty>
      ) : (
        <Section title="All changes" note={list.first && `${counted(list.items.length, "change")} shown`}>
          <ChangeFilters filter={filter} known={list.items.map(({ author }) => author)} onChoose={choose} />
          {list.error && list.items.length === 0 && <Failed error={list.error} retry={list.reload} />}
          {!list.first && list.loading && <Loading what="changes" lines={6} />}
          {list.first && list.items.length === 0 && (
            <Empty title="No change fits.">
              <p>
                <a href={path}>Take all filters away</a>
              </p>
            </Empty>
          )}
          <ol class="layers" ref={rows}>
            {list.items.map((layer) => (
              <li key={layer.id} tabIndex={-1}>
                <LayerRow
                  layer={layer}
                  all={list.items}
                  misfit={layer.active ? messages.get(layer.id) : undefined}
                  where={<Where body={layer.body} all={list.items} />}
                />
              </li>
            ))}
          </ol>
          {list.items.length > 0 && <More list={list} shown={list.items.length} noun="change" />}
        </Section>
      )}
      <AuthorName />
    </Page>
  );
}

function useRows(rows: { readonly current: HTMLElement | null }): void {
  const step = (way: 1 | -1): void => {
    const all = [...(rows.current?.children ?? [])] as HTMLElement[];
    const at = all.findIndex((row) => row.contains(document.activeElement));
    all[at < 0 ? (way === 1 ? 0 : all.length - 1) : at + way]?.focus();
  };
  useKeys("Changes", [
    { key: "j", does: "next change", run: () => step(1) },
    { key: "k", does: "change before", run: () => step(-1) },
  ]);
}
