import { useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Cited } from "../../data/types.ts";
import { Quote, Source } from "../../ui/evidence.tsx";
import { around } from "./around.ts";

/** Cited words in their sentence; the bare words until the report is there, or where it cannot be read. */
export function Passage({ cited }: { readonly cited: Cited }) {
  const { report, from, to } = cited;
  const { data } = useAnswer(["passage", report], () => read(api.reports[":id"].$get({ param: { id: report } })));
  if (!data) return <Quote cited={cited} />;
  const { before, words, after } = around(data.text, from, to);
  return (
    <figure class="quote">
      <blockquote>
        {before}
        <mark>{words}</mark>
        {after}
      </blockquote>
      <figcaption>
        <Source cited={cited} />
      </figcaption>
    </figure>
  );
}
