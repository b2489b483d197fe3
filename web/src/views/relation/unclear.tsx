import type { Answer } from "../../data/answer.ts";
import { NameTrouble } from "../../ui/name-trouble.tsx";

interface UnclearProps {
  readonly answer: Pick<Answer<unknown>, "error" | "reload">;
  readonly a: string;
  readonly b: string;
  /** The address of another pair. */
  readonly leadsTo: (a: string, b: string) => string;
}

/** One of two names means nobody or several: says so, and offers the pairs that may be meant. */
export function Unclear({ answer: { error, reload }, a, b, leadsTo }: UnclearProps) {
  if (!error) return null;
  const ofA = error.problem.detail.includes(`“${a}”`);
  return <NameTrouble error={error} retry={reload} instead={(name) => (ofA ? leadsTo(name, b) : leadsTo(a, name))} />;
}
