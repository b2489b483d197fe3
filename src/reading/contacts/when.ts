import { contactFrames } from "../../lexicon/contact-frames.ts";
import type { Time } from "../../record/schema.ts";
import { governingPredicate, hasRelation, headOf, headOfRange } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import { firstFrom } from "../times/values.ts";
import { dateValue, intervalAt, timeOf } from "../times.ts";

/** The date of an entry: an interval where two times are joined, else the time's own value. */
export function dateOf(scene: Scene, time: Time | null): string | null {
  if (!time) return null;
  const value = intervalAt(scene.text, scene.times.times, time)?.value ?? dateValue(time);
  return value === "FUTURE_REF" || value === "PAST_REF" ? null : value;
}

/** Only a time that hangs on the contact itself, its verb or the clause around it dates it; not one of a deeper phrase. */
function ownTime(scene: Scene, sentence: Sentence, token: Token, time: Time | null): Time | null {
  if (!time) return null;
  const head = headOfRange(sentence, time.evidence);
  if (!head) return null;
  if (hasRelation(head, "compound", "nummod", "amod") && headOf(sentence, head) !== token) return null;
  const clause = governingPredicate(sentence, token);
  let top: Token | undefined = head;
  for (let step = 0; top && step < 4; step += 1) {
    if (top !== head && hasRelation(top, "acl", "advcl", "ccomp") && top !== token && top !== clause) return null;
    if (top === token) return time;
    const above: Token | undefined = headOf(sentence, top);
    if (above === token || above === clause || top === clause) return time;
    if (
      !above ||
      (scene.mentions.at(sentence.index, above.index) === undefined &&
        above.upos === "NOUN" &&
        contactFrames().nouns.has(above.lemma))
    )
      return null;
    top = above;
  }
  return null;
}

/** Of the times that date a contact, the most exact ("at the start of summer, on July 1"). */
export function finestTime(scene: Scene, sentence: Sentence, token: Token, verb: Token | undefined): Time | null {
  const tops = verb && verb !== token ? [token, verb] : [token];
  const found =
    tops
      .map((t) => ownTime(scene, sentence, t, timeOf(sentence, t.index, scene.times.times)))
      .find((t) => t !== null) ?? relativeTime(scene, sentence, token);
  let best = found;
  const { times } = scene.times;
  for (const time of found ? times.slice(firstFrom(times, sentence.from), firstFrom(times, sentence.to)) : []) {
    if (time.evidence.to > sentence.to || time.type !== "DATE" || time.value === null) continue;
    const head = headOfRange(sentence, time.evidence);
    if (!head || !tops.some((t) => headOf(sentence, head) === t) || !/^\d{4}-\d\d-\d\d/.test(time.value)) continue;
    if (best && /^\d{4}-\d\d-\d\d/.test(best.value ?? "")) continue;
    best = time;
  }
  return best;
}

/** "met the minister, who has been visiting": a relative clause still going on shares the time of the clause around it. */
function relativeTime(scene: Scene, sentence: Sentence, token: Token): Time | null {
  if (token.deprel !== "acl:relcl" || token.xpos !== "VBG") return null;
  const above = governingPredicate(sentence, token);
  return above ? ownTime(scene, sentence, above, timeOf(sentence, above.index, scene.times.times)) : null;
}

/** "their second conversation in eight days": a span in which it falls is not how long it took. */
export const isSpanAround = (scene: Scene, time: Time | null): boolean =>
  time !== null &&
  /\b(in|within|since|after|every|next|last|past)\s+(the\s+)?$/i.test(
    scene.text.slice(Math.max(0, time.evidence.from - 14), time.evidence.from),
  );

/** "2027-W41" as its Monday, "2027-10" as its first day; other values stand as they are. */
const firstDayOf = (date: string): string => {
  const week = /^(\d{4})-W(\d\d)/.exec(date);
  if (!week) return date.split("/")[0]!;
  const fourth = Date.UTC(Number(week[1]), 0, 4);
  const monday =
    fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (Number(week[2]) - 1) * 7 * 86_400_000;
  return new Date(monday).toISOString().slice(0, 10);
};

export const isAhead = (scene: Scene, date: string | null): boolean =>
  date !== null && /^\d{4}-\d\d/.test(date) && scene.published !== null && firstDayOf(date) > scene.published;

/** Without a publication date an exact day that the words themselves give still marks a contact off from one without a day. */
export const isDated = (scene: Scene, time: Time | null): boolean =>
  scene.published === null && time?.why.basis === "stated" && /^\d{4}-\d\d-\d\d/.test(time.value ?? "");

export const isPast = (scene: Scene, date: string | null): boolean =>
  date !== null && /^\d{4}/.test(date) && (scene.published !== null ? date.slice(0, 10) < scene.published : false);
