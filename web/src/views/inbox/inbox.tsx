import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../shell/keys.ts";
import { Page } from "../../ui/basics.tsx";
import { Address } from "./address.tsx";
import { Feeds } from "./feeds.tsx";
import { Files } from "./files.tsx";
import "./inbox.css";
import { giveFiles, incoming } from "./incoming.ts";
import { Outcomes } from "./outcomes.tsx";
import { Paste } from "./paste.tsx";

/** Where reports come in: as text, files, addresses and feeds; and what became of them. */
export default function Inbox() {
  const [published, setPublished] = useState("");
  const files = useRef<HTMLInputElement>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const address = useRef<HTMLInputElement>(null);
  useKeys("Inbox", [
    { key: "w", does: "write or paste a text", run: () => text.current?.focus() },
    { key: "f", does: "choose files", run: () => files.current?.click() },
    { key: "a", does: "give an address", run: () => address.current?.focus() },
  ]);
  const give = (given: readonly File[]): void => void giveFiles(given, published || undefined);
  const dragging = useDrop(give);
  return (
    <Page
      title="Inbox"
      class="inbox-page"
      lead="Give in reports: as text, as files, by address, or from a feed. Each is read once; what the record has already is not changed."
    >
      <div class="inbox-columns">
        <div class="inbox-ways">
          <Files input={files} published={published} onPublished={setPublished} onFiles={give} />
          <Address input={address} />
          <Paste input={text} />
        </div>
        <div class={`inbox-results ${incoming.value.length > 0 ? "inbox-some" : ""}`}>
          <Outcomes />
          <Feeds />
        </div>
      </div>
      {dragging && (
        <div class="inbox-drop" aria-hidden="true">
          <p>Let go to give in the files</p>
        </div>
      )}
    </Page>
  );
}

/** Takes files that are dropped anywhere on the page. Returns whether some hang over it. */
function useDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Only what leaves the window has nowhere to go.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take.current(files);
    };
    addEventListener("dragenter", enter);
    addEventListener("dragover", enter);
    addEventListener("dragleave", leave);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragenter", enter);
      removeEventListener("dragover", enter);
      removeEventListener("dragleave", leave);
      removeEventListener("drop", drop);
    };
  }, []);
  return over;
}
