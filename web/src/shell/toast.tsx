import { signal } from "@preact/signals";

interface Toast {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

const current = signal<Toast | null>(null);
const SHOWN_MS = 8000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says in a word what was just done, with a way to undo it; read out by screen readers. */
export function say(text: string, undo?: () => void): void {
  current.value = { text, undo };
  clearTimeout(timer);
  timer = setTimeout(() => {
    current.value = null;
  }, SHOWN_MS);
}

export function Toasts() {
  const toast = current.value;
  const undo = (): void => {
    current.value = null;
    toast?.undo?.();
  };
  return (
    <div class="toasts no-print" role="status" aria-live="polite">
      {toast && (
        <p class="toast">
          <span>{toast.text}</span>
          {toast.undo && (
            <button type="button" class="button quiet" onClick={undo}>
              Undo
            </button>
          )}
        </p>
      )}
    </div>
  );
}
