import type { InferResponseType } from "hono/client";
import { useState } from "preact/hooks";
import { asApiError, useAnswer } from "../../data/answer.ts";
import { type ApiError, api, read, send } from "../../data/api.ts";
import { say } from "../../shell/toast.tsx";
import { Section } from "../../ui/basics.tsx";
import { Async, Failed } from "../../ui/states.tsx";
import { giveFeed, incoming } from "./incoming.ts";

type Feed = InferResponseType<(typeof api)["feeds"]["$get"], 200>["items"][number];

/** The feeds that are kept, with when each was read last and what was wrong. */
export function Feeds() {
  const feeds = useAnswer(["feeds"], () => read(api.feeds.$get()));
  return (
    <Section title="Feeds">
      <Async answer={feeds} what="the feeds" lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p class="note">No feed is kept yet. Give its address, then choose “Keep as a feed”.</p>
          ) : (
            <ol class="inbox-list">
              {items.map((feed) => (
                <li key={feed.id}>
                  <FeedRow feed={feed} onChange={feeds.reload} />
                </li>
              ))}
            </ol>
          )
        }
      </Async>
    </Section>
  );
}

function FeedRow({
  feed: { id, title, address, readAt, problem },
  onChange,
}: {
  readonly feed: Feed;
  readonly onChange: () => void;
}) {
  const [error, setError] = useState<ApiError>();
  const name = title ?? address;
  const reading = incoming.value.some(
    (one) => one.way === "feed" && one.name === name && (one.state === "reading" || one.state === "waiting"),
  );
  const readNow = async (): Promise<void> => {
    await giveFeed({ id, name });
    onChange();
  };
  const remove = async (): Promise<void> => {
    setError(undefined);
    try {
      await removed(id);
      say(`${name} is no longer read. Its reports stay.`, () => {
        void read(api.feeds.$post({ json: { address } })).then(onChange, (failure: unknown) =>
          setError(asApiError(failure)),
        );
      });
      onChange();
    } catch (failure) {
      setError(asApiError(failure));
    }
  };
  return (
    <div class="inbox-feed">
      <p class="inbox-name">
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      </p>
      {title && <p class="note inbox-address">{address}</p>}
      <p class="note">{readAt ? `Read last on ${instantInWords(readAt)}` : "Not read yet"}</p>
      {problem && <p class="inbox-why">Could not be read then: {problem}</p>}
      <p class="inbox-buttons">
        <button
          type="button"
          class="button quiet"
          disabled={reading}
          onClick={readNow}
          aria-label={`Read now: ${name}`}
        >
          {reading ? "Reading …" : "Read now"}
        </button>
        <button type="button" class="button quiet" onClick={remove} aria-label={`Remove: ${name}`}>
          Remove
        </button>
      </p>
      {error && <Failed error={error} />}
    </div>
  );
}

/** Removing answers with nothing, which is no JSON to be read. */
async function removed(id: number): Promise<void> {
  const response = await send(`/api/feeds/${id}`, { method: "DELETE" });
  if (!response.ok) await read(response as never);
}

/** "3 September 2027, 14:05", by the reader's own clock. */
const instantInWords = (instant: string): string =>
  new Date(instant).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" }).replace(" at ", ", ");
