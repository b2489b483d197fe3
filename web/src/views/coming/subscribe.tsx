import { useRef, useState } from "preact/hooks";
import { token } from "../../data/api.ts";
import { query } from "../../routes.ts";

interface SubscribeProps {
  readonly actor: string | undefined;
  readonly other: string | undefined;
}

/** The calendar's address for other programs, with the same filters, and how to use it. */
export function Subscribe({ actor, other }: SubscribeProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const path = `/api/calendar.ics${query({ actor, with: other })}`;
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(location.origin + path);
      setCopied(true);
    } catch {
      // Without leave to write the clipboard the address stands selected, ready to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <details class="coming-subscribe no-print">
      <summary>Subscribe in a calendar</summary>
      <div class="coming-subscribe-way">
        <input
          ref={field}
          type="text"
          readOnly
          aria-label="Address of the calendar"
          value={location.origin + path}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button" onClick={copy}>
          Copy
        </button>
        <a class="button" href={path} download="chancery.ics">
          Download
        </a>
        <span role="status" class="note">
          {copied && "Copied"}
        </span>
      </div>
      <p class="note">
        In your calendar choose “subscribe”, “add by URL” or “from the internet” and paste the address. It holds what is
        planned or possible{actor || other ? " for the names chosen here" : ""}, and follows the record as reports come
        in. What has no day is not in it.
      </p>
      {token.value && (
        <p class="note">
          This server asks for a token, which most calendars cannot send: download the file instead, or ask whoever runs
          the server.
        </p>
      )}
    </details>
  );
}
