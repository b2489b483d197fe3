import { useState } from "preact/hooks";
import { asApiError } from "../../data/answer.ts";
import { type ApiError, api, read } from "../../data/api.ts";
import { changed } from "../../data/live.ts";
import { say } from "../../shell/toast.tsx";
import { bare } from "./bare.ts";

type Body = Parameters<typeof api.changes.$post>[0]["json"];

/** Lays a decision over the record, says so, and offers to undo it. */
async function decide(body: Body, said: string): Promise<void> {
  const { layer } = await read(api.changes.$post({ json: body, header: {} }));
  changed();
  say(said, body.type === "undo" ? undefined : () => void undo(layer.id));
}

/** Takes a decision back; the taking back is a change too. */
export async function undo(layer: number): Promise<void> {
  try {
    await decide({ type: "undo", layer }, "Undone. The history keeps both.");
  } catch (error) {
    say(asApiError(error).problem.detail);
  }
}

/** A decision as a form makes it. */
export interface Deciding {
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  /** True once it is made. */
  readonly run: (body: Body, said: string) => Promise<boolean>;
}

export function useDeciding(): Deciding {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  const run = async (body: Body, said: string): Promise<boolean> => {
    setBusy(true);
    setError(undefined);
    try {
      await decide(body, said);
      return true;
    } catch (failure) {
      setError(asApiError(failure));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}

/** The id under which somebody stands after a decision: namesakes that are gone take their brackets with them. */
export async function idNow(id: string): Promise<string> {
  const { items } = await read(api.actors.$get({ query: { named: bare(id), limit: 100 } }));
  const ids = items.map((one) => one.id);
  return [id, bare(id)].find((one) => ids.includes(one)) ?? id;
}
