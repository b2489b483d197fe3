import { useAddress } from "../../data/address.ts";
import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { Page } from "../../ui/basics.tsx";
import { Async } from "../../ui/states.tsx";
import { Answered } from "./answered.tsx";
import "./ask.css";
import { needsToday } from "./asking-day.ts";
import { WhatCanBeAsked } from "./what-can-be-asked.tsx";

/** A question in plain English with its answer; without one, what can be asked. */
export default function Ask() {
  const question = useAddress().one("q")?.trim() ?? "";
  return question ? <Asked question={question} key={question} /> : <WhatCanBeAsked />;
}

function Asked({ question }: { readonly question: string }) {
  const chosen = useAddress().one("today");
  // Sent only where the words need it, so that an answer depends on the clock only where it says so.
  const today = chosen ?? (needsToday(question) ? localDay() : undefined);
  const answer = useAnswer(["ask", question, today], () =>
    read(api.questions.ask.$get({ query: { question, ...(today && { today }) } })),
  );
  return (
    <Page title={question} kicker="You asked" class="ask-page ask-one">
      <Async answer={answer} what="the answer" lines={5}>
        {(data) => <Answered question={question} answer={data} today={today} />}
      </Async>
    </Page>
  );
}

/** The day on which the reader is, by the reader's own clock. */
function localDay(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
