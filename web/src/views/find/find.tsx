import { useRef, useState } from "preact/hooks";
import { useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Page } from "../../ui/basics.tsx";
import { NameTrouble } from "../../ui/name-trouble.tsx";
import { Empty, Loading } from "../../ui/states.tsx";
import { Facets } from "./facets.tsx";
import "./find.css";
import { kindInWords } from "./facets.ts";
import { Found } from "./found.tsx";

const FIRST = 20;
const MOST = 1000;

/** Full text over reports and entries, narrowed by actor, kind and year. */
export default function Find() {
  const address = useAddress();
  const words = address.one("words")?.trim() ?? "";
  return (
    <Page
      title="Find"
      class="find-page"
      lead={
        words
          ? undefined
          : "Looks for words in the reports, and in the contacts, statements, acts and sums read out of them."
      }
    >
      <Words words={words} key={words} />
      {words ? <Results words={words} /> : <HowToFind />}
    </Page>
  );
}

function Words({ words }: { readonly words: string }) {
  const address = useAddress();
  const [text, setText] = useState(words);
  return (
    <search>
      <form
        class="find-form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          address.go({ words: text.trim() || null, limit: null });
        }}
      >
        <label class="field find-words">
          Words
          <input
            type="text"
            enterkeyhint="search"
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button strong">
          Find
        </button>
      </form>
    </search>
  );
}

const HowToFind = () => (
  <Empty title="Give the words to look for.">
    <p>
      All of them must be there: <a href="/find?words=sanctions">sanctions</a>. In quotation marks they must stand in a
      row: <a href="/find?words=%22frozen+assets%22">"frozen assets"</a>. A star stands for any ending:{" "}
      <a href="/find?words=sanction*">sanction*</a>. A minus leaves out:{" "}
      <a href="/find?words=talks+-truce">talks -truce</a>.
    </p>
  </Empty>
);

/** The filters of the address, as the API takes them. */
export interface Narrowed {
  readonly actor: string | undefined;
  readonly kind: string | undefined;
  readonly year: string | undefined;
}

function Results({ words }: { readonly words: string }) {
  const address = useAddress();
  const narrowed: Narrowed = { actor: address.one("actor"), kind: address.one("kind"), year: address.one("year") };
  const limit = Math.min(Math.max(Number(address.one("limit")) || FIRST, 1), MOST);
  const given = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));
  const { data, error, loading, reload } = useAnswer(["find", words, given, limit], () =>
    read(api.questions.find.$get({ query: { words, ...given, limit: String(limit) } })),
  );
  // What was found with a smaller limit stays until more is there.
  const before = useRef(data);
  if (data) before.current = data;
  const shown = data ?? (error ? undefined : before.current);
  const list = useRef<HTMLDivElement>(null);
  useListKeys("What was found", list);
  if (error && !data) return <NameTrouble error={error} retry={reload} instead={(actor) => address.with({ actor })} />;
  if (!shown) return <Loading what="what has these words" lines={8} />;
  const chips = Object.entries(narrowed).filter(([, value]) => value !== undefined) as [keyof Narrowed, string][];
  return (
    <div class="find-columns">
      <div ref={list} aria-busy={loading}>
        <p class="find-sentence" role="status">
          {shown.sentence}
        </p>
        {chips.length > 0 && (
          <ul class="find-chips no-print" aria-label="Narrowed to">
            {chips.map(([name, value]) => (
              <li key={name}>
                <a
                  class="button quiet"
                  href={address.with({ [name]: null, limit: null })}
                  aria-label={`Take away: ${value}`}
                >
                  {name === "kind" ? kindInWords(value) : value} <span aria-hidden="true">×</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {shown.found ? (
          <Found
            found={shown}
            limit={limit}
            narrowed={chips.length > 0}
            more={limit < MOST ? address.with({ limit: String(Math.min(limit * 2, MOST)) }) : null}
          />
        ) : (
          <Empty title={chips.length > 0 ? "Nothing is left of it." : "These words are in no report."}>
            <p>
              {chips.length > 0 ? (
                <>
                  <a href={address.with({ actor: null, kind: null, year: null })}>Look for the words everywhere</a>, or
                  take away one of the filters above.
                </>
              ) : (
                <>
                  All words must be there. Look for fewer, or for any ending of one:{" "}
                  <a href={address.with({ words: `${words.split(/\s+/)[0]?.replace(/\W+$/, "")}*` })}>
                    {words.split(/\s+/)[0]?.replace(/\W+$/, "")}*
                  </a>
                </>
              )}
            </p>
          </Empty>
        )}
      </div>
      <Facets facets={shown.facets} narrowed={narrowed} />
    </div>
  );
}
