import { useLocation, useRoute } from "preact-iso";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Brief as BriefAnswer } from "../../data/types.ts";
import { counted, timeInWords } from "../../format/words.ts";
import { query, to } from "../../routes.ts";
import { useKeys } from "../../shell/keys.ts";
import { say } from "../../shell/toast.tsx";
import { Page } from "../../ui/basics.tsx";
import { Source } from "../../ui/evidence.tsx";
import { Loading } from "../../ui/states.tsx";
import { Unclear } from "../relation/unclear.tsx";
import { briefMarkdown } from "./markdown.ts";
import { byTopic, type Notes, notesOf } from "./notes.ts";
import "./brief.css";

/** The one page to read before a call: every sentence with the number of its source. */
export default function Brief() {
  const { a = "", b = "" } = useRoute().params;
  const { query: params, route } = useLocation();
  const today = /^\d{4}-\d{2}-\d{2}$/.test(params.today ?? "") ? params.today : undefined;
  const answer = useAnswer(["brief", a, b, today], () => read(api.questions.brief.$get({ query: { a, b, today } })));
  const brief = answer.data;
  const copy = (): void => {
    if (!brief) return;
    navigator.clipboard
      .writeText(briefMarkdown(brief))
      .then(() => say("The brief is copied as Markdown."))
      .catch(() => say("The browser does not let this page copy."));
  };
  useKeys("Brief", [
    { key: "p", does: "print", run: () => window.print() },
    { key: "c", does: "copy as Markdown", run: copy },
    { key: "r", does: "back to the relation", run: () => route(to.relation(a, b)) },
  ]);
  const names = brief ? [brief.asked.a.actor.name, brief.asked.b.actor.name] : [a, b];
  return (
    <Page
      title={names.join(" and ")}
      class="brief"
      kicker={
        <>
          <span class="no-print">
            <a href={to.relation(a, b)}>Relation</a> ·{" "}
          </span>
          Brief before a call
        </>
      }
      lead={brief && `For ${timeInWords(brief.asked.today)}, out of ${counted(brief.reach.reports, "report")}.`}
      actions={
        <>
          <label class="field">
            For the day
            <input
              type="date"
              value={today ?? brief?.asked.today ?? ""}
              onChange={(event) => route(to.brief(a, b) + query({ today: event.currentTarget.value }))}
            />
          </label>
          <button type="button" class="button" onClick={copy} disabled={!brief}>
            Copy as Markdown
          </button>
          <button type="button" class="button strong" onClick={() => window.print()} disabled={!brief}>
            Print
          </button>
        </>
      }
    >
      {brief ? (
        <Sheet brief={brief} />
      ) : answer.error ? (
        <Unclear answer={answer} a={a} b={b} leadsTo={to.brief} />
      ) : (
        <Loading what="the brief" lines={10} />
      )}
    </Page>
  );
}

function Sheet({ brief }: { readonly brief: BriefAnswer }) {
  const notes = notesOf(brief);
  return (
    <div class="brief-sheet">
      <div class="brief-sections">
        {brief.sections.map((section) => (
          <BriefSection key={section.name} section={section} notes={notes} />
        ))}
      </div>
      {notes.notes.length > 0 && (
        <section class="brief-part brief-sources" aria-label="Sources">
          <h2>Sources</h2>
          <ol>
            {notes.notes.map(({ number, cited }) => (
              <li id={`note-${number}`} key={number} tabIndex={-1}>
                <q>{cited.quote}</q> <Source cited={cited} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

interface BriefSectionProps {
  readonly section: BriefAnswer["sections"][number];
  readonly notes: Notes;
}

function BriefSection({ section: { name, title, lines, more, none }, notes }: BriefSectionProps) {
  return (
    <section class={`brief-part brief-${name}`} aria-label={title}>
      <h2>{title}</h2>
      {lines.length === 0 && <p class="brief-none">{none}</p>}
      {byTopic(lines).map(([under, all]) => (
        <div key={under ?? ""}>
          {under !== null && <h3>{under}</h3>}
          <ul>
            {all.map(({ sentence, evidence }) => (
              <li key={sentence}>
                {sentence}
                <sup>
                  {evidence.map((cited, i) => {
                    const number = notes.numberOf(cited);
                    return (
                      <span key={number}>
                        {i > 0 && ", "}
                        <a href={`#note-${number}`} aria-label={`Source ${number}: ${cited.title ?? "a report"}`}>
                          {number}
                        </a>
                      </span>
                    );
                  })}
                </sup>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {more > 0 && <p class="note">and {more} more in the record</p>}
    </section>
  );
}
