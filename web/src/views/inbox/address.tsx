import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import { asApiError } from "../../data/answer.ts";
import { type ApiError, api, read } from "../../data/api.ts";
import { changed } from "../../data/live.ts";
import { counted } from "../../format/words.ts";
import { say } from "../../shell/toast.tsx";
import { Section } from "../../ui/basics.tsx";
import { Failed } from "../../ui/states.tsx";
import { giveAddress, giveFeed } from "./incoming.ts";

/** A page or a feed by its address. */
export function Address({ input }: { readonly input: RefObject<HTMLInputElement | null> }) {
  const [address, setAddress] = useState("");
  const [published, setPublished] = useState("");
  const [keeping, setKeeping] = useState(false);
  const [error, setError] = useState<ApiError>();
  const given = address.trim();
  const isAddress = /^https?:\/\/\S+\.\S+|^https?:\/\/localhost\b/i.test(given);
  const take = (give: (address: string) => void): void => {
    if (!isAddress) {
      input.current?.reportValidity();
      input.current?.focus();
      return;
    }
    give(given);
    setAddress("");
  };
  const keep = async (feed: string): Promise<void> => {
    setKeeping(true);
    setError(undefined);
    try {
      const { items } = await read(api.feeds.$post({ json: { address: feed } }));
      say(`${counted(items.length, "feed is", "feeds are")} kept, and read within a minute.`);
      changed();
    } catch (failure) {
      setError(asApiError(failure));
      setAddress(feed);
    } finally {
      setKeeping(false);
    }
  };
  return (
    <Section title="Address">
      <form
        class="inbox-form"
        onSubmit={(event) => {
          event.preventDefault();
          take((page) => void giveAddress(page, published));
        }}
      >
        <label class="field">
          Address of a page or a feed
          <input
            ref={input}
            type="url"
            required
            autocomplete="off"
            placeholder="https://"
            value={address}
            onInput={(event) => setAddress(event.currentTarget.value)}
          />
        </label>
        <label class="field inbox-day">
          Day of publication, if the page does not say
          <input type="date" value={published} onChange={(event) => setPublished(event.currentTarget.value)} />
        </label>
        <div class="inbox-buttons">
          <button type="submit" class="button strong">
            Read the page
          </button>
          <button type="button" class="button" onClick={() => take((feed) => void giveFeed(feed))}>
            Read as a feed, once
          </button>
          <button type="button" class="button" disabled={keeping} onClick={() => take((feed) => void keep(feed))}>
            {keeping ? "Looking …" : "Keep as a feed"}
          </button>
        </div>
        <p class="note">
          Feeds are RSS, Atom, JSON Feed or an OPML list of them. A kept feed is read every 30 minutes while the server
          runs. Pages are fetched one at a time, and only where the site’s robots.txt allows it.
        </p>
        {error && <Failed error={error} />}
      </form>
    </Section>
  );
}
