import type { ComponentChildren } from "preact";
import type { Answer, List } from "../data/answer.ts";
import type { ApiError } from "../data/api.ts";
import { counted } from "../format/words.ts";

/** Something on its way: lines in the place of words, and the same said to screen readers. */
export function Loading({ what = "the record", lines = 4 }: { readonly what?: string; readonly lines?: number }) {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">Asking for {what} …</span>
      {Array.from({ length: lines }, (_, i) => (
        <span class="loading-line" key={i} />
      ))}
    </div>
  );
}

/** Nothing here, why, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-more">{children}</div>}
    </div>
  );
}

interface FailedProps {
  readonly error: ApiError;
  readonly retry?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** What went wrong, in the server's own words, and what can be done. */
export function Failed({ error, retry, children }: FailedProps) {
  const { title, detail } = error.problem;
  return (
    <div class="failed" role="alert">
      <p class="failed-title">{title || "That did not work"}</p>
      <p>{detail}</p>
      {children}
      {retry && (
        <button type="button" class="button" onClick={retry}>
          Try again
        </button>
      )}
    </div>
  );
}

interface AsyncProps<T> {
  readonly answer: Answer<T>;
  readonly what?: string;
  readonly lines?: number;
  readonly children: (data: T) => ComponentChildren;
}

/** An answer in each of its states. Older data stays while newer is on its way. */
export function Async<T>({ answer: { data, error, reload }, what = "the record", lines = 4, children }: AsyncProps<T>) {
  if (error && data === undefined) return <Failed error={error} retry={reload} />;
  if (data === undefined) return <Loading what={what} lines={lines} />;
  return <>{children(data)}</>;
}

interface MoreProps {
  readonly list: Pick<List<unknown, never>, "more" | "loading" | "error" | "loadMore" | "reload">;
  readonly shown: number;
  readonly total?: number | undefined;
  readonly noun: string;
  readonly nouns?: string;
}

/** The foot of a list that comes in pages. */
export function More({ list, shown, total, noun, nouns = `${noun}s` }: MoreProps) {
  if (list.error) return <Failed error={list.error} retry={list.more ? list.loadMore : list.reload} />;
  if (!list.more) return null;
  return (
    <p class="more no-print">
      <button type="button" class="button" onClick={list.loadMore} disabled={list.loading}>
        {list.loading ? "Asking …" : `Show more ${nouns}`}
      </button>
      <span class="note">
        {counted(shown, noun, nouns)} shown{total === undefined ? "" : ` of ${total.toLocaleString("en")}`}
      </span>
    </p>
  );
}
