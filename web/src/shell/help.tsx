import { useEffect, useRef } from "preact/hooks";
import { keyGroups, useKeys } from "./keys.ts";

interface HelpProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpen: () => void;
}

/** All keys that work where the reader is. */
export function Help({ open, onClose, onOpen }: HelpProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useKeys("Everywhere", [{ key: "?", does: "show these keys", run: onOpen }]);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const groups = Map.groupBy(keyGroups.value, ({ title }) => title);
  return (
    <dialog ref={dialog} class="dialog help" aria-labelledby="help-title" onClose={onClose}>
      {open && (
        <>
          <header class="dialog-head">
            <h2 id="help-title">Keys</h2>
            <button type="button" class="button quiet" onClick={onClose}>
              Close
            </button>
          </header>
          <div class="help-groups">
            {[...groups].map(([title, all]) => (
              <section key={title}>
                <h3>{title}</h3>
                <dl>
                  {all
                    .flatMap(({ keys }) => keys)
                    .map(({ key, does }) => (
                      <div key={`${key} ${does}`}>
                        <dt>
                          {key.split(" ").map((one) => (
                            <kbd key={one}>{KEY_WORDS[one] ?? one}</kbd>
                          ))}
                        </dt>
                        <dd>{does}</dd>
                      </div>
                    ))}
                </dl>
              </section>
            ))}
          </div>
        </>
      )}
    </dialog>
  );
}

const KEY_WORDS: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Escape: "Esc",
  " ": "Space",
};
