import { detectLanguage } from "../../reading/language.ts";
import { type Asked, type Context, has, hitsOf, readQuestion, sentencesIn } from "./asked.ts";
import { contactQuery } from "./contacts.ts";
import { dependsQuery, findQuery } from "./finding.ts";
import type { Hit } from "./hits.ts";
import { leftOver, unknownName } from "./leftover.ts";
import { loosePronoun } from "./parts.ts";
import { type Period, periodOf } from "./period.ts";
import { isQuery, type NotUnderstood, Query, type Reason, type Wants } from "./query.ts";
import { actsQuery, positionQuery, relationQuery, saidQuery, spokesmenQuery, sumsQuery } from "./sayings.ts";
import { endsInAbout, wantsOf } from "./wants.ts";

export type { Context } from "./asked.ts";

const not = (reason: Reason, message: string): NotUnderstood => ({ reason, message });

/** The longest question that is read. */
const LONGEST = 500;

/**
 * Understands a question in plain English as a typed query, or says why not. Pure: whom the names mean is settled
 * when the query is answered. What a query would have to pass over is never passed over in silence.
 */
export function understand(question: string, context: Context): Query | NotUnderstood {
  const text = question.trim().replace(/\s+/g, " ");
  if (!/\p{L}/u.test(text)) return not("empty", "There is no question.");
  if (text.length > LONGEST)
    return not("several", `The question is longer than ${LONGEST} characters; ask it shorter.`);
  const language = detectLanguage(text);
  if (language !== "en" && language !== "und" && text.length > 40)
    return not(
      "language",
      `The question seems to be in the language “${language}”; questions are understood in English.`,
    );
  if (sentencesIn(text) > 1) return not("several", "These are several sentences; ask one question at a time.");
  const asked = readQuestion(text, context);
  const query = queryOf(asked);
  return isQuery(query) ? Query.parse(query) : query;
}

function queryOf(asked: Asked): Query | NotUnderstood {
  const beyond = hitsOf(asked, "unsupported")[0];
  if (beyond) return not("unsupported", `The record does not hold ${beyond.values[0]} (“${beyond.words.join(" ")}”).`);
  const period = periodOf(asked.sentence, asked.times);
  if (!period) {
    const times = asked.times.map(({ evidence }) => `“${evidence.quote}”`).join(" and ");
    return not("leftover", `I cannot say which days ${times} means; give a date, month or year.`);
  }
  const unknown = unknownName(asked);
  if (unknown) return not("unknown", `Nobody is called “${unknown}” in the record.`);
  const found = chosen(asked, wantsOf(asked), period);
  if (!isQuery(found)) return found;
  const pronoun = found.ask === "find" || found.ask === "depends" ? undefined : loosePronoun(asked);
  if (pronoun) return not("actors", `I do not know whom “${pronoun}” means; name them.`);
  const left = leftOver(asked, found, period);
  if (left.length === 0) return found;
  const words = [...new Set(left)].map((word) => `“${word}”`).join(", ");
  return not("leftover", `I understood a part of it, but do not know what to do with ${words}.`);
}

/** The query for the word that the question turns on. The order settles which word that is, where it has several. */
function chosen(asked: Asked, wants: Wants, period: Period): Query | NotUnderstood {
  const nobody = not("actors", "I understood what is asked, but not about whom; name the persons or states.");
  const find = hitsOf(asked, "find");
  if (find.length > 0 && isFinding(asked, find)) return findQuery(asked, [...find, ...hitsOf(asked, "say")]) ?? nobody;
  const depend = hitsOf(asked, "depend")[0];
  if (depend) return dependsQuery(asked, depend) ?? contactOr(asked, contactHit(asked) ?? depend, wants, period);
  const speakFor = hitsOf(asked, "speak-for")[0];
  if (speakFor && hitsOf(asked, "say").length === 0) return spokesmenQuery(asked, speakFor) ?? nobody;
  const relay = hitsOf(asked, "relay")[0];
  if (relay) return saidQuery(asked, relay, wants, period);
  const relation = hitsOf(asked, "relation")[0];
  if (relation && asked.names.length > 1) return relationQuery(asked, relation, period) ?? nobody;
  const position = hitsOf(asked, "position")[0] ?? hitsOf(asked, "change")[0];
  if (position && (asked.names.length > 0 || !contactHit(asked)))
    return positionQuery(asked, position, period) ?? nobody;
  if (relation) return nobody;
  const giving = hitsOf(asked, "give", "receive", "money");
  if (giving.length > 0 && (wants === "how-much" || has(asked, "money") || has(asked, "receive"))) {
    const main = hitsOf(asked, "give", "receive")[0] ?? giving[0]!;
    return sumsQuery(asked, main, wants, period);
  }
  return byVerb(asked, wants, period);
}

/** "Find …", "search for …", "which reports mention …". */
function isFinding({ sentence }: Asked, find: readonly Hit[]): boolean {
  const first = find[0]!;
  const isNoun = /^(?:report|article|text|coverage)/.test(first.words[0]!);
  return isNoun ? sentence.tokens[first.first]!.upos === "NOUN" : first.first <= 3;
}

const contactHit = (asked: Asked): Hit | undefined =>
  shallowest(hitsOf(asked, "contact")) ?? shallowest(hitsOf(asked, "status").filter(isTelling));

/** "What is planned …" and "what happened …" ask for contacts without a word for them; "held" and "have" do not. */
const isTelling = ({ values, words }: Hit): boolean => values[0] !== "held" || words[0] === "happen";

/** The highest in the tree; of two, the first in the text. */
const shallowest = (hits: readonly Hit[]): Hit | undefined =>
  hits.reduce<Hit | undefined>((best, hit) => (best && best.depth <= hit.depth ? best : hit), undefined);

function byVerb(asked: Asked, wants: Wants, period: Period): Query | NotUnderstood {
  const told = shallowest(
    hitsOf(asked, "say", "act", "give").filter(({ words }) => words[0] !== "word" || wants !== "who"),
  );
  const contact = contactHit(asked);
  if (contact && (!told || contact.depth <= told.depth || !has(asked, "contact"))) {
    if (isTalkingAbout(asked, contact)) return saidQuery(asked, contact, wants, period);
    if (told?.family !== "give" || contact.family === "contact") return contactOr(asked, contact, wants, period);
  }
  if (contact && told?.words[0] === "send" && isWritten(contact)) return contactOr(asked, contact, wants, period);
  if (told?.family === "say") return saidQuery(asked, told, wants, period);
  if (told) return actsQuery(asked, told, wants, period);
  const next = hitsOf(asked, "order")[0];
  if (next && asked.names.length > 0) return contactOr(asked, next, wants, period);
  return not("predicate", "I found no word in it that says what to look for in the record.");
}

/** "What did Peskov say/speak about the assets?": one who speaks, about something, to nobody. */
const isTalkingAbout = (asked: Asked, { words }: Hit): boolean =>
  (words[0] === "speak" || words[0] === "talk") &&
  (asked.topic !== null || endsInAbout(asked)) &&
  asked.names.length === 1 &&
  !has(asked, "order");

const isWritten = ({ values }: Hit): boolean => values[0] === "letter" || values[0] === "message";

function contactOr(asked: Asked, main: Hit, wants: Wants, period: Period): Query | NotUnderstood {
  const query = contactQuery(asked, main, wants, period);
  if (query.ask !== "last" && query.ask !== "claim") return query;
  if (query.a || query.kind || query.place || query.topic) return query;
  return not("actors", "I understood what is asked, but not about whom; name the persons or states.");
}
