import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Layer, Report } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { Page } from "../../ui/basics.tsx";
import { AddForm } from "./add-form.tsx";
import { spanIn, useAddress } from "./address.ts";
import { Claims } from "./claims.tsx";
import { Entries } from "./entries.tsx";
import { CorrectForm, RemoveForm } from "./entry-forms.tsx";
import { Facts, readFrom } from "./head.tsx";
import { History } from "./history.tsx";
import { liftLink } from "./lift.ts";
import { keysAt, light } from "./light.ts";
import { marksOf } from "./marks.ts";
import { Mended } from "./mended.tsx";
import { selectedRange } from "./offsets.ts";
import { inTextOrder, ofKinds } from "./order.ts";
import { nextKey } from "./segments.ts";
import { SelectionBar, useSelecting } from "./selecting.tsx";
import { ReportText } from "./text.tsx";
import { useEditing } from "./use-editing.ts";
import type { Misfit } from "./use-report.ts";
import { reveal, useReveal } from "./use-reveal.ts";

interface DeskProps {
  readonly report: Report;
  readonly layers: readonly Layer[];
  readonly misfits: readonly Misfit[];
}

/** The text of a report, its entries beside it, and what belongs to both. */
export function Desk({ report, layers, misfits }: DeskProps) {
  const { text, record } = report;
  const address = useAddress();
  const { entry: selected, at, show, names, times } = address;
  const root = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const all = useMemo(() => inTextOrder(report.entries), [report.entries]);
  const shown = useMemo(() => ofKinds(all, show), [all, show.join()]);
  const editing = useEditing({ report, shown, layers, address, root: body, begin: () => begin() });
  const { form, spans } = editing;
  const selecting = useSelecting(body, text, editing.take);
  const begin = (): void => {
    const from = all.find(({ key }) => key === selected)?.entry.evidence[0]?.from;
    selecting.begin(from ?? spanIn(at)?.from ?? 0);
  };

  const marks = useMemo(
    () => marksOf(report, { show, names, times, cited: spanIn(at), draft: spans }),
    [report, show.join(), names, times, at, spans],
  );
  useEffect(() => light(root.current, "chosen", selected), [selected, marks]);
  useReveal(root, { selected, at, ready: text });

  const addressOf = (key: string): string => address.with({ entry: key, at: null });
  const hrefOf = useMemo(() => addressOf, [address.with({ entry: null, at: null })]);
  const actorNames = useMemo(() => record.actors.map(({ name }) => name), [record]);

  const onText = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const key = nextKey(keysAt(event.target), selected);
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    // Words that were dragged over are selected; no entry is.
    if (event.detail > 0 && body.current && selectedRange(body.current)) return;
    editing.select(key);
    reveal(root.current, key, "entry");
  };
  const onEntry = (event: MouseEvent): void => {
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-go]")?.dataset.go : undefined;
    if (!key || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    editing.select(key);
    reveal(root.current, key, "words");
  };
  const onPoint = (event: Event): void => light(root.current, "lit", keysAt(event.target).at(-1) ?? null);

  return (
    <Page
      class="report"
      title={report.title ?? "Untitled report"}
      kicker={<a href="/reports">Reports</a>}
      lead={readFrom(report)}
      actions={
        <>
          <button type="button" class="button" onClick={begin}>
            Add an entry{" "}
            <span aria-hidden="true">
              <kbd>a</kbd>
            </span>
          </button>
          <a class="button" href="#history">
            {layers.length === 0 ? "History" : counted(layers.length, "change")}
          </a>
        </>
      }
    >
      <Facts report={report} />
      {misfits.length > 0 && (
        <p class="report-misfits" role="status">
          {counted(misfits.length, "change")} no longer {misfits.length === 1 ? "fits" : "fit"} what is read now.{" "}
          <a href="#history">Look at {misfits.length === 1 ? "it" : "them"} in the history</a>.
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pointing lights what belongs together; links do the rest. */}
      {/* biome-ignore lint/a11y/useKeyWithMouseEvents: focus does the same as the pointer. */}
      <div class="report-desk" ref={root} onMouseOver={onPoint} onFocusIn={onPoint} onMouseLeave={onPoint}>
        <section class="report-text" aria-label="The text">
          <div class="report-ways no-print">
            <label>
              <input type="checkbox" checked={names} onChange={() => address.choose({ names: !names })} /> Who is meant
            </label>
            <label>
              <input type="checkbox" checked={times} onChange={() => address.choose({ times: !times })} /> Times
            </label>
            {at && (
              <a href={address.with({ at: null })} class="report-unmark">
                Take the mark away
              </a>
            )}
          </div>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the words in it are what is pressed. */}
          <div
            class="report-body"
            ref={body}
            tabIndex={-1}
            lang={record.language === "und" ? undefined : record.language}
            onClick={onText}
            onPointerDown={liftLink}
            onKeyDown={selecting.onKeyDown}
          >
            <ReportText text={text} marks={marks} hrefOf={hrefOf} />
          </div>
        </section>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click. */}
        <section class="report-beside" aria-label="Entries" onClick={onEntry}>
          {spans.length > 0 && (
            <AddForm
              report={report.id}
              text={text}
              spans={spans}
              names={actorNames}
              onDrop={editing.drop}
              onClose={editing.close}
            />
          )}
          <Entries
            all={all}
            shown={shown}
            report={report.id}
            layers={layers}
            address={address}
            actions={editing}
            onClose={editing.leave}
            formOf={(current) => {
              if (form?.key !== current.key) return null;
              const given = { current, names: actorNames, onClose: editing.close };
              return form.does === "correct" ? (
                <CorrectForm {...given} field={form.field} />
              ) : (
                <RemoveForm {...given} />
              );
            }}
          />
        </section>
        <div class="report-below">
          <Claims report={report.id} />
          <Mended report={report} />
          <History
            layers={layers}
            misfits={misfits}
            standing={new Set(all.map(({ key }) => key))}
            addressOf={addressOf}
          />
        </div>
      </div>
      {selecting.range && (
        <SelectionBar
          words={text.slice(selecting.range.from, selecting.range.to)}
          byKeys={selecting.byKeys}
          more={spans.length > 0}
          onTake={() => {
            editing.take(selecting.range!);
            selecting.end();
          }}
          onLeave={selecting.end}
        />
      )}
    </Page>
  );
}
