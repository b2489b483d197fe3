import { useState } from "preact/hooks";
import { asApiError, useAnswer } from "../../data/answer.ts";
import { type ApiError, api, author, read } from "../../data/api.ts";
import { changed } from "../../data/live.ts";
import type { Layer } from "../../data/types.ts";
import { say } from "../../shell/toast.tsx";

type Body = Parameters<typeof api.changes.$post>[0]["json"];

/** Lays a change over the record, says so, and offers to undo it. */
export async function make(body: Body, said: string): Promise<Layer> {
  const { layer } = await read(api.changes.$post({ json: body, header: {} }));
  changed();
  say(said, body.type === "undo" ? undefined : () => void undo(layer.id));
  return layer;
}

/** Undoes a change; the undoing is a change too. What fails is said. */
export async function undo(layer: number): Promise<void> {
  try {
    await make({ type: "undo", layer }, "Undone. The history keeps both.");
  } catch (error) {
    say(asApiError(error).message);
  }
}

export interface Making {
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  /** True where the change was made. */
  readonly run: (body: Body, said: string) => Promise<boolean>;
}

/** A change as a form makes it: what went wrong stays in the form. */
export function useMaking(): Making {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  return {
    busy,
    error,
    run: async (body, said) => {
      setBusy(true);
      setError(undefined);
      try {
        await make(body, said);
        return true;
      } catch (failure) {
        setError(asApiError(failure));
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}

export interface Author {
  /** Under which name changes are made; null where none is set, undefined while that is asked. */
  readonly name: string | null | undefined;
  /** The name that the server takes where none is set. */
  readonly usual: string | null;
}

export function useAuthor(): Author {
  const { data } = useAnswer(["info"], () => read(api.info.$get()));
  const usual = data?.author ?? null;
  return { name: author.value ?? (data === undefined ? undefined : usual), usual };
}
