import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { Actor } from "../../data/types.ts";
import { to } from "../../routes.ts";
import { ActorField } from "../../ui/actor-field.tsx";
import { Failed } from "../../ui/states.tsx";
import { useMaking } from "../changes/make.ts";
import { idNow } from "./id-now.ts";

/** Takes another actor of the record and this one for one. */
export function MergeForm({ actor: { id } }: { readonly actor: Actor }) {
  const { route } = useLocation();
  const { busy, error, run } = useMaking();
  const [other, setOther] = useState("");
  const [keep, setKeep] = useState<"this" | "other">("this");
  const [reason, setReason] = useState("");
  const ready = other !== "" && other !== id && reason.trim() !== "" && !busy;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [into, gone] = keep === "this" ? [id, other] : [other, id];
    const done = await run(
      { type: "merge", names: [gone], into, reason: reason.trim() },
      `${gone} and ${into} are one actor now.`,
    );
    if (done) route(to.actor(await idNow(into)));
  };
  return (
    <form class="actor-form" onSubmit={submit}>
      <ActorField label="The other" value={other} onChoose={(name) => setOther(name ?? "")} placeholder="A name" />
      <fieldset>
        <legend>The name that stays</legend>
        <label class="actor-choice">
          <input type="radio" name="keep" checked={keep === "this"} onChange={() => setKeep("this")} />
          {id}
        </label>
        <label class="actor-choice">
          <input type="radio" name="keep" checked={keep === "other"} onChange={() => setKeep("other")} />
          {other || "the other’s"}
        </label>
      </fieldset>
      <label class="field">
        Why they are one
        <input type="text" value={reason} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      {error && <Failed error={error} />}
      <button type="submit" class="button strong" disabled={!ready}>
        Take them for one
      </button>
    </form>
  );
}
