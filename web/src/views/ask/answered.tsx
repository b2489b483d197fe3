import { useRef } from "preact/hooks";
import type { AskAnswer } from "../../data/types.ts";
import { counted } from "../../format/words.ts";
import { to } from "../../routes.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { Section } from "../../ui/basics.tsx";
import { Evidence, Quote } from "../../ui/evidence.tsx";
import { Marked } from "../find/marked.tsx";
import { HowRead } from "./how-read.tsx";
import { Passage } from "./passage.tsx";
import { choiceOf, type ViewLink, viewOf } from "./reading.ts";

/** So many lines an answer has at most. */
const MOST_LINES = 20;
/** Longer sentences are set smaller, so that they stay in sight. */
const LONG = 150;
/** So many of the words are shown in their sentences, for which their reports are asked for. */
const IN_SENTENCES = 4;

interface Props {
  readonly question: string;
  readonly answer: AskAnswer;
  readonly today: string | undefined;
}

/** The answer: its sentence, its words, what it sums up, and how the question was read. */
export function Answered({ question, answer, today }: Props) {
  const { sentence, outcome, understood, people } = answer;
  const idOf = (phrase: string): string => people.find((one) => one.phrase === phrase)?.actor.id ?? phrase;
  const view = understood && viewOf(understood, idOf);
  return (
    <div class="ask-columns">
      <div class="ask-main">
        <p class={`ask-sentence ask-is-${outcome} ${sentence.length > LONG ? "ask-long" : ""}`}>{sentence}</p>
        <Instead question={question} answer={answer} />
        <Words answer={answer} view={view} />
      </div>
      <HowRead question={question} answer={answer} today={today} view={view} />
    </div>
  );
}

/** What can be done where there is no answer. */
function Instead({ question, answer }: Pick<Props, "question" | "answer">) {
  const { outcome, candidates, examples, understood } = answer;
  if (outcome === "answered") return null;
  if (outcome === "not-understood")
    return (
      <Section title="What can be asked, and is like it">
        <ul class="ask-examples">
          {examples.map((example) => (
            <li key={example}>
              <a href={to.ask(example)}>{example}</a>
            </li>
          ))}
        </ul>
        <p class="note">
          Or <a href={to.find(question)}>find these words in the reports</a>, or see{" "}
          <a href="/ask">all that can be asked</a>.
        </p>
      </Section>
    );
  if (outcome === "not-in-record")
    return (
      <p class="ask-instead">
        The record answers only out of the reports that it holds. Where you have others,{" "}
        <a href={to.inbox()}>add them</a>
        {understood?.ask !== "find" && (
          <>
            , or <a href={to.find(wordsOf(question))}>look for the words</a> in those that are here
          </>
        )}
        .
      </p>
    );
  return candidates.length > 0 ? (
    <Section title={outcome === "ambiguous-actor" ? "Who is meant?" : "Names near it"}>
      <ul class="ask-examples">
        {candidates.map((candidate) => (
          <li key={candidate}>
            <a href={choiceOf(question, answer, candidate)}>{candidate}</a>
          </li>
        ))}
      </ul>
    </Section>
  ) : (
    <p class="ask-instead">
      See <a href={to.actors()}>all actors of the record</a> with the names that reports give them.
    </p>
  );
}

/** The words of a question that reports may have: without those that only ask. */
const wordsOf = (question: string): string =>
  question
    .replace(/[^\p{L}\p{N}\s'’-]/gu, " ")
    .split(/\s+/)
    .filter(
      (word) =>
        /^(?:\p{Lu}|.{6,})/u.test(word) && !/^(?:when|where|who|what|which|how|did|has|is|list|find|was)$/i.test(word),
    )
    .slice(0, 3)
    .join(" ");

function Words({ answer: { evidence, lines }, view }: { readonly answer: AskAnswer; readonly view: ViewLink | null }) {
  const list = useRef<HTMLOListElement>(null);
  useListKeys("Lines of the answer", list);
  return (
    <>
      {evidence.length > 0 && (
        <Section title="The words">
          {evidence.map((cited, i) =>
            i < IN_SENTENCES ? (
              <Passage cited={cited} key={`${cited.report} ${cited.from}`} />
            ) : (
              <Quote cited={cited} key={`${cited.report} ${cited.from}`} />
            ),
          )}
        </Section>
      )}
      {lines.length > 0 && (
        <Section
          title="What it sums up"
          note={lines.length < MOST_LINES ? counted(lines.length, "line") : `The first ${MOST_LINES} lines`}
        >
          <ol class="ask-lines" ref={list}>
            {lines.map(({ sentence, evidence: of }, i) => (
              <li key={`${i} ${sentence}`} tabIndex={-1} data-stop>
                <p>
                  <Marked text={sentence} />
                </p>
                <Evidence evidence={of} />
              </li>
            ))}
          </ol>
          {lines.length === MOST_LINES && view && (
            <p class="note">
              There may be more. <a href={view.href}>{view.label}</a>
            </p>
          )}
        </Section>
      )}
    </>
  );
}
