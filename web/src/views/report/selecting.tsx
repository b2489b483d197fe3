import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { rectAt, selectedRange, selectOnPage } from "./offsets.ts";
import type { Range } from "./segments.ts";
import { inNextLine, moved, rangeOf, type WordCaret, wordAt, wordsOf } from "./word-caret.ts";

export interface Selecting {
  /** The selected words; null where none are. */
  readonly range: Range | null;
  /** Whether words are being selected by keys. */
  readonly byKeys: boolean;
  /** Begins to select by keys, at an offset of the text. */
  readonly begin: (at: number) => void;
  readonly end: () => void;
  /** Keys of the text while words are selected by keys. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Words of the text as they are selected, by the pointer or by keys, word by word. */
export function useSelecting(
  root: { readonly current: HTMLElement | null },
  text: string,
  onTake: (range: Range) => void,
): Selecting {
  const words = useMemo(() => wordsOf(text), [text]);
  const [range, setRange] = useState<Range | null>(null);
  const [caret, setCaret] = useState<WordCaret | null>(null);
  const byKeys = useRef(false);
  byKeys.current = caret !== null;

  useEffect(() => {
    const look = (): void => {
      if (root.current && !byKeys.current) setRange(selectedRange(root.current));
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [root]);

  const show = (next: WordCaret): void => {
    setCaret(next);
    byKeys.current = true;
    const chosen = rangeOf(words, next);
    setRange(chosen);
    if (!root.current) return;
    selectOnPage(root.current, chosen, next.head < next.anchor);
    keepInView(rectAt(root.current, words[next.head]!));
  };
  const end = (): void => {
    byKeys.current = false;
    setCaret(null);
    setRange(null);
    getSelection()?.removeAllRanges();
  };
  const line = (from: WordCaret, way: 1 | -1): number =>
    inNextLine(words.length, from.head, way, (word) => {
      const rect = root.current && rectAt(root.current, words[word]!);
      return rect ? { top: rect.top, middle: rect.left + rect.width / 2 } : null;
    });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!caret || event.ctrlKey || event.metaKey || event.altKey) return;
    const to: Readonly<Record<string, () => number>> = {
      ArrowRight: () => caret.head + 1,
      ArrowLeft: () => caret.head - 1,
      ArrowDown: () => line(caret, 1),
      ArrowUp: () => line(caret, -1),
    };
    const target = to[event.key];
    if (target) show(moved(words, caret, target(), event.shiftKey));
    else if (event.key === "Enter") {
      onTake(rangeOf(words, caret));
      end();
    } else if (event.key === "Escape") end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    range,
    byKeys: caret !== null,
    begin: (at) => {
      if (words.length === 0) return;
      root.current?.focus({ preventScroll: true });
      const first = wordAt(words, at);
      show({ anchor: first, head: first });
    },
    end,
    onKeyDown,
  };
}

function keepInView(rect: DOMRect | null): void {
  if (!rect) return;
  const margin = innerHeight / 5;
  if (rect.top < margin) scrollBy(0, rect.top - margin);
  else if (rect.bottom > innerHeight - margin) scrollBy(0, rect.bottom - innerHeight + margin);
}

interface BarProps {
  readonly words: string;
  readonly byKeys: boolean;
  /** A form is open that takes more words. */
  readonly more: boolean;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What can be done with the selected words. */
export function SelectionBar({ words, byKeys, more, onTake, onLeave }: BarProps) {
  return (
    <section class="report-bar no-print" aria-label="The selected words">
      <p class="report-bar-words" aria-live="polite">
        “{words.length > 120 ? `${words.slice(0, 117)} …` : words}”
      </p>
      {byKeys && (
        <p class="note report-bar-keys">
          <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> move, with <kbd>Shift</kbd> select, <kbd>Enter</kbd> takes
          the words
        </p>
      )}
      <span class="report-bar-actions">
        {/* The pointer must not take the selection away before it is used. */}
        <button type="button" class="button strong" onMouseDown={(event) => event.preventDefault()} onClick={onTake}>
          {more ? "Take these words too" : "Add an entry"}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          Leave
        </button>
      </span>
    </section>
  );
}
