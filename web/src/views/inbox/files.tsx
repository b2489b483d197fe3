import type { RefObject } from "preact";
import { MEGABYTE, UPLOAD } from "../../../../src/server/limits.ts";
import { Section } from "../../ui/basics.tsx";

interface Props {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly published: string;
  readonly onPublished: (day: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Files, dropped or chosen. */
export function Files({ input, published, onPublished, onFiles }: Props) {
  return (
    <Section title="Files">
      <div class="inbox-files">
        <p>Drop text, HTML or PDF files anywhere on this page, or</p>
        <button type="button" class="button strong" onClick={() => input.current?.click()}>
          Choose files
        </button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files"
          accept=".txt,.text,.md,.html,.htm,.xhtml,.pdf,text/plain,text/html,application/pdf"
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            currentTarget.value = "";
            if (files.length > 0) onFiles(files);
          }}
        />
        <label class="field inbox-day">
          Day of publication of all of them, if known
          <input type="date" value={published} onChange={(event) => onPublished(event.currentTarget.value)} />
        </label>
        <p class="note">
          Up to {UPLOAD.file / MEGABYTE} MB each. Many are sent in lots of {UPLOAD.files}. Without a day, the page’s own
          or its dateline is taken; where there is none, times such as “on Friday” stay open.
        </p>
      </div>
    </Section>
  );
}
