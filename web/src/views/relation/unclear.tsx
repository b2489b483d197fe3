import type { Answer } from "../../data/answer.ts";
import { Failed } from "../../ui/states.tsx";

interface UnclearProps {
  readonly answer: Pick<Answer<unknown>, "error" | "reload">;
  /** The address with a candidate in the place of the unclear name. */
  readonly instead: (phrase: string, candidate: string) => string;
}

/** A name that means nobody or several: says so, and offers those who may be meant. */
export function Unclear({ answer: { error, reload }, instead }: UnclearProps) {
  if (!error) return null;
  const { candidates = [], detail } = error.problem;
  const phrase = /“([^”]+)”/.exec(detail)?.[1] ?? "";
  if (candidates.length === 0) return <Failed error={error} retry={reload} />;
  return (
    <Failed error={error}>
      <p>May be meant:</p>
      <ul class="unclear">
        {candidates.map((candidate) => (
          <li key={candidate}>
            <a href={instead(phrase, candidate)}>{candidate}</a>
          </li>
        ))}
      </ul>
    </Failed>
  );
}
