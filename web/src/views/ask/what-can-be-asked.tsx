import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import { to } from "../../routes.ts";
import { Page } from "../../ui/basics.tsx";
import { Async } from "../../ui/states.tsx";
import { askedName, examplesOf, type Known, UNKNOWN } from "./examples.ts";

/** The page without a question: what can be asked, about those of whom the record holds most. */
export function WhatCanBeAsked() {
  const known = useAnswer(["ask", "known"], knownToRecord);
  return (
    <Page
      title="What can be asked"
      class="ask-page"
      lead="Ask in plain English, in the box above. The answer comes with the exact words on which it rests, and says how the question was read."
    >
      <Async answer={known} what="examples" lines={8}>
        {(names) => <Examples known={names} />}
      </Async>
      <p class="note ask-hint">
        Press <kbd>/</kbd> to get to the box from anywhere. What stands in quotation marks, such as “price cap”, is
        looked for word by word. What the record does not hold, no answer gives: it then says “not in the record”.
      </p>
    </Page>
  );
}

const Examples = ({ known }: { readonly known: Known }) => (
  <div class="ask-groups">
    {examplesOf(known).map(({ title, questions }) => (
      <section key={title} aria-label={title}>
        <h2>{title}</h2>
        <ul>
          {questions.map((question) => (
            <li key={question}>
              <a href={to.ask(question)}>{question}</a>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
);

/** The two persons and the two states that dealt most with each other, and the last year of the record. */
async function knownToRecord(): Promise<Known> {
  const [people, states, info] = await Promise.all([
    read(api.network.$get({ query: { by: "actors", top: "20" } })),
    read(api.network.$get({ query: { by: "states", top: "20" } })),
    read(api.info.$get()),
  ]);
  const [a, b] = firstPair(people, "person") ?? [UNKNOWN.a, UNKNOWN.b];
  const [state, other] = firstPair(states, "state") ?? [UNKNOWN.state, UNKNOWN.other];
  return { a, b, state, other, year: info.lastPublished?.slice(0, 4) ?? UNKNOWN.year };
}

interface Dealings {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly kind: string | null }[];
  readonly links: readonly { readonly a: string; readonly b: string }[];
}

function firstPair({ nodes, links }: Dealings, kind: string): readonly [string, string] | undefined {
  const names = new Map(nodes.filter((node) => node.kind === kind).map(({ id, name }) => [id, askedName(name)]));
  const link = links.find(({ a, b }) => names.has(a) && names.has(b));
  return link && [names.get(link.a)!, names.get(link.b)!];
}
