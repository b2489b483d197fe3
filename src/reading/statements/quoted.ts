import { agentOf, childBy, isPassive, rangeOf } from "../../syntax/tree.ts";
import type { Sentence } from "../../syntax/types.ts";
import { who } from "../participants.ts";
import { contentOf } from "./complements.ts";
import { quotationsIn, trimContent } from "./content.ts";
import { draftOf } from "./draft.ts";
import { endBefore } from "./nesting.ts";
import { objectOf } from "./objects.ts";
import { settledRange } from "./ranges.ts";
import type { Speakers } from "./speakers.ts";
import { cueAt, cueRange, type Standing } from "./standing.ts";
import type { Desk } from "./types.ts";

/** "…, quoting the president, “S”": the words are the president's, relayed by whoever speaks. */
export function readQuotedPerson(desk: Desk, sentence: Sentence, standing: Standing, relay: Speakers): void {
  const { scene, outer, consumed, lineOf } = desk;
  if (readQuotedAsSaying(desk, sentence, standing)) return;
  const object = objectOf(sentence, standing.verb);
  const names = who(scene, sentence, object);
  const q =
    object &&
    quotationsIn(outer, { from: object.to, to: sentence.to }).find(
      (x) => x.from >= object.to && x.from - object.to < 60 && !consumed.has(x),
    );
  if (!q || names.length === 0 || relay.names.length === 0) return;
  consumed.add(q);
  const before = desk.here.findLast((s) => s.content.to > standing.verb.from);
  if (before) endBefore(desk, before, standing.verb.from);
  const draft = draftOf(
    desk,
    sentence,
    standing,
    { names, rule: "object-of-quoting" },
    { range: trimContent(scene.text, q.inner), object: true, cue: cueRange(sentence, standing) },
  );
  desk.here.push({ ...draft, via: relay.names[0]!, line: lineOf(q.from) });
}

/** "The agency quoted the minister as saying that S", "N was quoted by the agency as saying that S". */
function readQuotedAsSaying(desk: Desk, sentence: Sentence, { verb }: Standing): boolean {
  const saying = sentence.tokens
    .slice(verb.index, verb.index + 16)
    .find((t) => t.xpos === "VBG" && sentence.tokens[t.index - 1]?.text.toLowerCase() === "as");
  const standing = saying && cueAt(sentence, saying);
  const taken = standing && contentOf(desk, sentence, standing, saying);
  const quoted = isPassive(sentence, verb) ? childBy(sentence, verb, "nsubj:pass") : childBy(sentence, verb, "obj");
  const names = who(desk.scene, sentence, quoted);
  if (!standing || !taken || names.length === 0) return false;
  const relay = who(desk.scene, sentence, agentOf(sentence, verb))[0] ?? null;
  const cue = rangeOf([verb]);
  const draft = draftOf(
    desk,
    sentence,
    standing,
    { names, rule: "quoted-person" },
    { ...taken, range: settledRange(desk, sentence, taken.range, cue), cue },
  );
  for (const q of quotationsIn(desk.outer, draft.content)) desk.consumed.add(q);
  desk.here.push({ ...draft, via: relay });
  return true;
}
