import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "./api.ts";
import { changes } from "./live.ts";

/** What a view knows of an answer: the newest data, whether a newer one is on its way, and what went wrong. */
export interface Answer<T> {
  /** Of this or an earlier asking; kept on screen while a newer one is on its way. */
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

/** So many answers are kept, so that going back shows at once what was there. */
const KEPT = 60;
const kept = new Map<string, unknown>();

/**
 * Asks the API and keeps the answer up to date: again when the key changes and when the record changed. `key` must
 * name all that the asking depends on, as its JSON; null asks nothing.
 */
export function useAnswer<T>(key: unknown, ask: () => Promise<T>): Answer<T> {
  const name = key === null ? null : JSON.stringify(key);
  const [state, setState] = useState<State<T>>(() => startOf(name));
  const [turn, setTurn] = useState(0);
  const version = changes.value;
  const asking = useRef(ask);
  asking.current = ask;
  const current = state.name === name ? state : startOf<T>(name);

  // Asked anew also where the record changed, and by hand.
  useEffect(() => {
    if (name === null) return;
    let stale = false;
    setState((before) => ({ ...(before.name === name ? before : startOf<T>(name)), loading: true }));
    asking.current().then(
      (data) => {
        keep(name, data);
        if (!stale) setState({ name, data, error: undefined, loading: false });
      },
      (error: unknown) => {
        if (!stale) setState((before) => ({ name, data: before.data, error: asApiError(error), loading: false }));
      },
    );
    return () => {
      stale = true;
    };
  }, [name, turn, version]);

  const reload = useCallback(() => setTurn((n) => n + 1), []);
  return { data: current.data, error: current.error, loading: current.loading, reload };
}

interface State<T> {
  readonly name: string | null;
  readonly data: T | undefined;
  readonly error: ApiError | undefined;
  readonly loading: boolean;
}

const startOf = <T>(name: string | null): State<T> => ({
  name,
  data: name === null ? undefined : (kept.get(name) as T | undefined),
  error: undefined,
  loading: name !== null,
});

function keep(name: string, data: unknown): void {
  kept.delete(name);
  kept.set(name, data);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** Any failure as one that can be shown. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new ApiError({ type: "about:blank", title: "This page failed", status: 0, detail });
}

/** A page of a list. */
export interface Paged<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that grows page by page. */
export interface List<T, P> {
  readonly items: readonly T[];
  /** The first page, with whatever it says beside its items. */
  readonly first: P | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly error: ApiError | undefined;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** Asks for a list page by page; `ask` gets the `after` of the page. Begins anew when the key or the record changes. */
export function useList<T, P extends Paged<T>>(
  key: unknown,
  ask: (after: string | undefined) => Promise<P>,
): List<T, P> {
  const first = useAnswer<P>(key, () => ask(undefined));
  const [rest, setRest] = useState<{ readonly of: P | undefined; readonly pages: readonly Paged<T>[] }>({
    of: undefined,
    pages: [],
  });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ApiError>();
  const pages = rest.of === first.data ? rest.pages : [];
  const next = (pages.at(-1) ?? first.data)?.next ?? null;
  const loadMore = (): void => {
    if (next === null || busy) return;
    const of = first.data;
    setBusy(true);
    setFailed(undefined);
    ask(next)
      .then(
        (page) => setRest((before) => ({ of, pages: before.of === of ? [...before.pages, page] : [page] })),
        (error: unknown) => setFailed(asApiError(error)),
      )
      .finally(() => setBusy(false));
  };
  return {
    items: [...(first.data?.items ?? []), ...pages.flatMap(({ items }) => items)],
    first: first.data,
    more: next !== null,
    loading: first.loading || busy,
    error: first.error ?? failed,
    loadMore,
    reload: first.reload,
  };
}
