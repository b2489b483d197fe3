import { reportsNow } from "../desk/build.ts";
import { deskOf } from "../desk/desk.ts";
import type { Desk } from "../desk/questions/desk.ts";
import { updatedDesk } from "../desk/update.ts";
import type { LiveStore } from "./live-store.ts";
import { explains } from "./mark.ts";

/**
 * The desk over a store as it now is. What was changed through the server is taken into the desk that stands: only the
 * names and encounters that it may touch are worked out again. After anything else it is opened anew.
 */
export function liveDesk(store: LiveStore): () => Promise<Desk> {
  let current: { readonly version: string; readonly desk: Promise<Desk> } | undefined;
  return async () => {
    const version = await store.version();
    if (current?.version === version) return current.desk;
    const { ids, more } = store.touched();
    const before = current && explains(current.version, more, version) ? current.desk : undefined;
    const desk =
      before && ids !== "all"
        ? before.then(async (known) => updatedDesk(known, await reportsNow(store, ids)))
        : deskOf(store);
    const made = { version, desk };
    current = made;
    desk.catch(() => {
      if (current === made) current = undefined;
    });
    return desk;
  };
}
