import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

/** A key of the keyboard with what it does, as the help lists it. */
export interface Key {
  /** As KeyboardEvent.key has it, or two in a row: "g t". */
  readonly key: string;
  readonly does: string;
  readonly run: (event: KeyboardEvent) => void;
}

interface Group {
  readonly title: string;
  readonly keys: readonly Key[];
}

/** The keys that now work, by the part of the page that gives them. */
export const keyGroups = signal<readonly Group[]>([]);

/** Within it, the second key of a pair must follow. */
const PAIR_MS = 1200;
let first: { readonly key: string; readonly at: number } | undefined;

/** Makes keys work while a component is shown. They are silent while somebody types or a dialog is open. */
export function useKeys(title: string, keys: readonly Key[]): void {
  const current = useRef(keys);
  current.current = keys;
  const names = keys.map(({ key, does }) => `${key} ${does}`).join("\n");
  // Only other keys make another group; what they do is looked up when they are pressed.
  useEffect(() => {
    const group: Group = {
      title,
      keys: current.current.map((one, i) => ({ ...one, run: (event) => current.current[i]?.run(event) })),
    };
    keyGroups.value = [...keyGroups.value, group];
    return () => {
      keyGroups.value = keyGroups.value.filter((other) => other !== group);
    };
  }, [title, names]);
}

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));

const isTextInput = (target: HTMLElement): boolean =>
  target instanceof HTMLInputElement && !/^(?:checkbox|radio|button|submit|reset|range|file)$/.test(target.type);

/** Runs the keys of the page. Called once. */
export function listenToKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target) || document.querySelector("dialog[open]")) return;
    const pair = first && event.timeStamp - first.at < PAIR_MS ? `${first.key} ${event.key}` : undefined;
    first = undefined;
    // What was shown last comes first: a view's keys before those of the shell.
    const all = keyGroups.value.toReversed().flatMap(({ keys }) => keys);
    const found = (pair && all.find(({ key }) => key === pair)) ?? all.find(({ key }) => key === event.key);
    if (found) {
      event.preventDefault();
      found.run(event);
    } else if (all.some(({ key }) => key.startsWith(`${event.key} `))) {
      first = { key: event.key, at: event.timeStamp };
    }
  });
}
