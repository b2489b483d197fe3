import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Layer } from "../../data/types.ts";
import { instantInWords, tellLayer } from "./layer-words.ts";
import { undo } from "./make.ts";

interface LayerRowProps {
  readonly layer: Layer;
  /** Those beside it, to say what an undoing undid. */
  readonly all: readonly Layer[];
  /** What it is about as a link, or where it is from. */
  readonly where?: ComponentChildren;
  readonly misfit?: string | undefined;
}

/** A change with its author, time and reason, and a way to undo it. */
export function LayerRow({ layer, all, where, misfit }: LayerRowProps) {
  const { id, author, at, reason, active, body } = layer;
  const { did, about, was, is } = tellLayer(body, all);
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    setBusy(true);
    await undo(id);
    setBusy(false);
  };
  return (
    <article class={`layer ${active ? "" : "layer-undone"}`} id={`change-${id}`}>
      <p class="layer-what">
        <strong>{author}</strong> {did} {about}
        {is !== undefined && (
          <>
            {": "}
            <span class="layer-values">
              <del>{was}</del> <span aria-hidden="true">→</span> <ins>{is}</ins>
            </span>
          </>
        )}
      </p>
      <p class="layer-reason">“{reason}”</p>
      {misfit && <p class="layer-misfit">{misfit}</p>}
      <p class="note layer-foot">
        <time dateTime={at}>{instantInWords(at)}</time>
        {where}
        {active ? (
          <button type="button" class="link no-print" disabled={busy} onClick={press}>
            {body.type === "undo" ? "Bring it back" : "Undo"}
            <span class="visually-hidden"> change {id}</span>
          </button>
        ) : (
          <span class="layer-off">{body.type === "undo" ? "taken back" : "undone"}</span>
        )}
      </p>
    </article>
  );
}
