import type { ApiError } from "../data/api.ts";
import { Failed } from "./states.tsx";

interface TroubleProps {
  readonly error: ApiError;
  readonly retry: () => void;
  /** The address with another name in the place of the one that was not understood. */
  readonly instead: (name: string) => string;
}

/** A failure to answer; where a name was not understood, those that may be meant, to choose from. */
export function NameTrouble({ error, retry, instead }: TroubleProps) {
  const candidates = error.problem.candidates ?? [];
  return (
    <Failed error={error} retry={candidates.length > 0 ? undefined : retry}>
      {candidates.length > 0 && (
        <ul class="candidates">
          {candidates.map((id) => (
            <li key={id}>
              <a href={instead(id)}>{id}</a>
            </li>
          ))}
        </ul>
      )}
    </Failed>
  );
}
