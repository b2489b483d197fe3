import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Failed } from "../../ui/states.tsx";
import { AuthorField } from "../changes/author.tsx";
import type { Making } from "../changes/make.ts";
import { intoItsColumn } from "./use-reveal.ts";

interface FormProps {
  readonly title: string;
  readonly making: Making;
  readonly submit: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** What every form of a change has: a reason, who makes it, what went wrong, and two ways out. */
export function ChangeForm({ title, making, submit, reason, onReason, onSubmit, onClose, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("select, input, textarea")?.focus({ preventScroll: true });
    intoItsColumn(form.current?.closest<HTMLElement>(".report-entry") ?? form.current);
  }, []);
  return (
    <form
      class="report-form no-print"
      ref={form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p class="report-form-title">{title}</p>
      {children}
      <label class="field">
        Why
        <input required maxLength={2000} value={reason} onInput={(event) => onReason(event.currentTarget.value)} />
      </label>
      <AuthorField />
      {making.error && <Failed error={making.error} />}
      <p class="report-form-foot">
        <button type="submit" class="button strong" disabled={making.busy}>
          {making.busy ? "Writing …" : submit}
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
