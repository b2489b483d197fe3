import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { MEGABYTE, UPLOAD } from "../../../../src/server/limits.ts";
import { Section } from "../../ui/basics.tsx";
import { giveText } from "./incoming.ts";

const EMPTY = { text: "", title: "", published: "", publisher: "", address: "" };

/** A text, written or pasted, with what is known of it. */
export function Paste({ input }: { readonly input: RefObject<HTMLTextAreaElement | null> }) {
  const [fields, setFields] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const set = (name: keyof typeof EMPTY) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setFields((before) => ({ ...before, [name]: event.currentTarget.value }));
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!fields.text.trim() || busy) return;
    const { text, ...about } = fields;
    const known = Object.fromEntries(
      Object.entries(about).flatMap(([name, value]) => (value.trim() ? [[name, value.trim()]] : [])),
    );
    setBusy(true);
    // A text that was not taken stays in the field, to be mended.
    if (await giveText({ text, ...known })) setFields(EMPTY);
    setBusy(false);
  };
  return (
    <Section title="Text">
      <form class="inbox-form" onSubmit={submit}>
        <label class="field">
          Text of the report
          <textarea ref={input} rows={9} required value={fields.text} onInput={set("text")} />
        </label>
        <div class="inbox-fields">
          <label class="field">
            Title
            <input type="text" maxLength={500} value={fields.title} onInput={set("title")} />
          </label>
          <label class="field">
            Day of publication
            <input type="date" value={fields.published} onChange={set("published")} />
          </label>
          <label class="field">
            Publisher
            <input type="text" maxLength={200} value={fields.publisher} onInput={set("publisher")} />
          </label>
          <label class="field">
            Address
            <input type="url" placeholder="https://" maxLength={2000} value={fields.address} onInput={set("address")} />
          </label>
        </div>
        <div class="inbox-buttons">
          <button type="submit" class="button strong" disabled={busy}>
            {busy ? "Reading …" : "Read the text"}
          </button>
        </div>
        <p class="note">
          Up to {UPLOAD.text / MEGABYTE} MB. All but the text may stay empty; the address is noted, not fetched.
        </p>
      </form>
    </Section>
  );
}
