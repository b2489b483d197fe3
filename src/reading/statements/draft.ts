import type { Sentence, Token } from "../../syntax/types.ts";
import { addresseesOf } from "./complements.ts";
import { quotationsIn } from "./content.ts";
import { timeOfCue } from "./dates.ts";
import { isMedium, outerSpeaker, principalOf, toldMedium } from "./relays.ts";
import type { Speakers } from "./speakers.ts";
import { isHedge, type Standing } from "./standing.ts";
import type { Desk, StatementDraft, Taken } from "./types.ts";

/** A statement of what a cue's speakers say, with whoever relays or hears it. */
export function draftOf(
  desk: Desk,
  sentence: Sentence,
  standing: Standing,
  speakers: Speakers,
  taken: Taken & { readonly cue: Taken["range"] },
): StatementDraft {
  const { scene, outer } = desk;
  const { verb, cue } = standing;
  const content = taken.range;
  const relayed = outerSpeaker(desk, verb);
  const principal = relayed === null ? principalOf(scene, sentence, taken.clause, speakers.names) : null;
  const names = principal ?? speakers.names;
  const via = principal ? speakers.names[0]! : relayed;
  const addressees = taken.object ? [] : addresseesOf(scene, sentence, standing, content);
  return {
    speakers: names,
    via: via && !names.includes(via) ? via : toldMedium(scene, sentence, verb),
    addressees: addressees.filter((a) => !names.includes(a) && !isMedium(scene, a)),
    content,
    cue: taken.cue,
    clausal: taken.object !== true,
    hedged: isHedged(sentence, standing, speakers.names),
    time: timeOfCue(scene, sentence, verb, content),
    sentence: sentence.index,
    verb: verb.index,
    line: desk.lineOf(content.from),
    rule: `cue-${cue.cue.replaceAll(" ", "-")}`,
    pronoun: speakers.pronoun ?? null,
    tense: tenseOf(verb),
    speakerRule: principal ? "principal-through-spokesman" : speakers.rule,
    quoted: quotationsIn(outer, content).some((q) => q.from <= content.from && content.to <= q.to),
  };
}

const tenseOf = ({ xpos }: Token): StatementDraft["tense"] =>
  xpos === "VBZ" || xpos === "VBP" ? "present" : xpos === "VBD" || xpos === "VBN" ? "past" : null;

function isHedged(sentence: Sentence, { verb, cue }: Standing, speakers: readonly string[]): boolean {
  if (cue.hedge || sentence.children[verb.index]!.some((i) => isHedge(sentence.tokens[i]!))) return true;
  return speakers.some((n) => /(^|:)(.* )?sources?$/i.test(n));
}
