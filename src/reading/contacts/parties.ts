import {
  agentOf,
  appositionsOf,
  caseOf,
  childBy,
  childrenBy,
  childrenOf,
  governingPredicate,
  headOf,
  isPassive,
  nominalsWith,
  subjectOf,
  subtreeOf,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { type Scene, who, whoOrOwner } from "../participants.ts";
import { hostStates } from "./places.ts";
import type { Trigger } from "./triggers.ts";

/** The actors at one role of a frame. */
function atRole(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  role: string,
  speaker: readonly string[],
): string[] {
  const { token, verb } = trigger;
  if (role === "subject") {
    const subject = isPassive(sentence, token) ? agentOf(sentence, token) : subjectOf(sentence, token);
    return who(scene, sentence, subject, speaker);
  }
  if (role === "owner") {
    const owner = childBy(sentence, token, "nmod:poss");
    const names = who(scene, sentence, owner, speaker);
    const adjectives = childrenBy(sentence, token, "amod", "compound", "nmod:desc", "nmod").filter(
      (t) => t.index < token.index && !caseOf(sentence, t),
    );
    const compound = adjectives
      .flatMap((t) => subtreeOf(sentence, t))
      .flatMap((t) => {
        const m = scene.mentions.at(sentence.index, t.index);
        if (
          m?.is !== "named" ||
          !m.meanings.some((v) => (v.is === "state" && v.how !== "capital") || v.is === "body") ||
          m.meanings.some((v) => v.is === "state" && v.how === "capital")
        )
          return [];
        return scene.actors.of(m);
      });
    return [...new Set([...names, ...compound])];
  }
  const [relation, preposition] = role.split(":") as [string, string | undefined];
  const visit = trigger.frame.kind === "visit";
  const tops = preposition
    ? [
        ...nominalsWith(sentence, token, preposition),
        ...(preposition === "with" || preposition === "between"
          ? [token, ...(verb && verb !== token ? [verb] : [])].flatMap((t) =>
              throughPlace(scene, sentence, t, preposition),
            )
          : []),
        ...(verb && verb !== token ? nominalsWith(sentence, verb, preposition) : []),
      ]
    : relation === "obj" && isPassive(sentence, token)
      ? [subjectOf(sentence, token)].filter((t) => t !== undefined)
      : childrenBy(sentence, token, relation);
  return tops.flatMap((t) => {
    const names =
      visit &&
      (preposition === "to" ||
        preposition === "in" ||
        preposition === "into" ||
        preposition === "at" ||
        preposition === "for" ||
        preposition === undefined ||
        preposition === "of")
        ? hostStates(scene, sentence, t)
        : [];
    if (names.length > 0) return names;
    const direct = who(scene, sentence, t, speaker);
    if (direct.length > 0) return direct;
    if (visit && relation === "obj") {
      const inside = subtreeOf(sentence, t).find((x) => scene.mentions.at(sentence.index, x.index)?.is === "named");
      if (inside) return hostStates(scene, sentence, inside);
    }
    return visit && preposition === "to" ? whoOrOwner(scene, sentence, t, speaker) : [];
  });
}

/** "met in Washington with the minister": the parser hangs "with" on the place or day. */
function throughPlace(scene: Scene, sentence: Sentence, token: Token, preposition: string): Token[] {
  return childrenBy(sentence, token, "obl", "nmod", "obj")
    .filter((t) => !["person", "description"].includes(scene.mentions.at(sentence.index, t.index)?.is ?? ""))
    .flatMap((t) => nominalsWith(sentence, t, preposition));
}

/** Kinds that go one way: "in a letter to the council, the government said". */
const WRITTEN = new Set(["letter", "message"]);

/** The parties of a trigger, and how many roles gave one. */
export function partiesOf(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  speaker: readonly string[],
): { parties: string[]; others: number } {
  const roles = trigger.frame.parties.map((role) => atRole(scene, sentence, trigger, role, speaker));
  const light = trigger.noun && trigger.verb ? lightParties(scene, sentence, trigger, speaker) : [];
  const listed = trigger.noun
    ? appositionsOf(sentence, trigger.token)
        .filter((t) => t.index > trigger.token.index)
        .flatMap((t) => who(scene, sentence, t, speaker))
    : [];
  const known = [...new Set([...light, ...roles.flat(), ...(listed.length > 1 ? listed : [])])];
  if (
    known.length === 1 &&
    trigger.noun &&
    light.length === 0 &&
    nominalsWith(sentence, trigger.token, ...(WRITTEN.has(trigger.frame.kind) ? ["to", "for"] : ["with"])).length > 0
  ) {
    const clause = governingPredicate(sentence, trigger.token);
    const subject = clause && !isTopicOfSpeech(sentence, trigger.token) ? subjectOf(sentence, clause) : undefined;
    const names = subject && subject !== trigger.token ? who(scene, sentence, subject, speaker) : [];
    for (const n of names) if (!known.includes(n)) known.unshift(n);
  }
  if (known.length === 1 && trigger.frame.kind === "call" && !trigger.noun)
    known.push(...toldThere(scene, sentence, trigger.token, speaker).filter((n) => !known.includes(n)));
  if (known.length === 0 && trigger.noun) known.push(...jointSubject(scene, sentence, trigger.token));
  const parties = [...new Set([...implied(scene, sentence, trigger, known, speaker), ...known])];
  const first = roles[0] ?? [];
  return {
    parties,
    others: parties.filter((p) => !first.includes(p) || light.length > 0).length + (first.length > 1 ? 1 : 0),
  };
}

/** "asked about the call with her, he said", "said of the talks with them": who speaks of a contact need not be of it. */
const isTopicOfSpeech = (sentence: Sentence, noun: Token): boolean =>
  /^(about|of|on|regarding|concerning)$/.test(caseOf(sentence, noun) ?? "") &&
  /^(ask|say|speak|question|comment|tell|talk|inquire|remark|add)$/.test(
    governingPredicate(sentence, noun)?.lemma ?? "",
  );

/** "rang to tell her that S", "called to congratulate him": who is told there is the other party. */
const toldThere = (scene: Scene, sentence: Sentence, verb: Token, speaker: readonly string[]): string[] =>
  childrenBy(sentence, verb, "advcl", "xcomp")
    .filter((c) => /^(tell|inform|ask|thank|congratulate|assure|warn|urge|invite|brief|wish)$/.test(c.lemma))
    .flatMap((c) => childrenBy(sentence, c, "obj", "iobj"))
    .flatMap((t) => who(scene, sentence, t, speaker));

/** "the ministers announced after talks in Oslo": several who act after talks that name no party held them. */
function jointSubject(scene: Scene, sentence: Sentence, noun: Token): string[] {
  if (!/^(after|during|following|before|ahead of)$/.test(caseOf(sentence, noun) ?? "")) return [];
  if (!/^(talk|meeting|summit|consultation|negotiation)$/.test(noun.lemma) && noun.text !== "meeting") return [];
  const clause = governingPredicate(sentence, noun);
  const subject = clause && subjectOf(sentence, clause);
  const names = who(scene, sentence, subject);
  const described = subject && scene.mentions.at(sentence.index, subject.index);
  return names.length > 1 || (described?.is === "description" && described.plural) ? names : [];
}

/** "welcomed Putin's readiness to meet", "invited him to visit": who answers or invites is the other party. */
function implied(
  scene: Scene,
  sentence: Sentence,
  trigger: Trigger,
  known: readonly string[],
  speaker: readonly string[],
): string[] {
  if (known.length !== 1 || isTopicOfSpeech(sentence, trigger.token)) return [];
  const verb = trigger.verb ?? trigger.token;
  const infinitive = childrenOf(sentence, verb).some((t) => t.xpos === "TO");
  for (let t = headOf(sentence, verb), step = 0; t && step < 4; t = headOf(sentence, t), step += 1) {
    if (!/^(welcome|accept|invite|ask|urge|offer|request|propose|reject|refuse|decline)$/.test(t.lemma)) continue;
    const names = who(scene, sentence, agentOf(sentence, t), speaker).filter((n) => !known.includes(n));
    if (names.length > 0) return names;
  }
  return infinitive && !subjectOf(sentence, verb) ? speaker.filter((n) => !known.includes(n)) : [];
}

/** "held talks with": who holds them; "attended the summit": who attends. */
function lightParties(
  scene: Scene,
  sentence: Sentence,
  { verb, token }: Trigger,
  speaker: readonly string[],
): string[] {
  const subject = isPassive(sentence, verb!) ? agentOf(sentence, verb!) : subjectOf(sentence, verb!);
  const names = subject === token ? [] : who(scene, sentence, subject, speaker);
  return names.filter((n) => !/^(the )?(talks|meeting)/.test(n));
}

/** Whether an actor is one whose contacts a desk logs: not a crowd, tourists or fighters. */
export function meets(scene: Scene, name: string): boolean {
  const draft = scene.actors.drafts.get(name);
  return draft !== undefined && (draft.kind !== "group" || (draft.sector !== "CVL" && draft.sector !== "REB"));
}

/** Whether an actor's coming somewhere is a visit: a person, an official, a state, a body of states. */
export function visits(scene: Scene, name: string): boolean {
  const draft = scene.actors.drafts.get(name);
  return (
    draft !== undefined &&
    (draft.kind === "person" ||
      ((draft.kind === "official" || draft.kind === "state" || /^(GOV|IGO|LEG)$/.test(draft.sector ?? "")) &&
        draft.sector !== "CVL"))
  );
}

/** "the leaders of fifty nations who met in Washington": a group meets among itself. */
export const isPersonAt = (scene: Scene, sentence: Sentence, token: Token | undefined): boolean => {
  if (!token) return true;
  const m = scene.mentions.at(sentence.index, token.index);
  return (
    m !== undefined &&
    scene.actors.of(m).some((n) => /^(person|official)$/.test(scene.actors.drafts.get(n)?.kind ?? ""))
  );
};

export function pluralSubject(scene: Scene, sentence: Sentence, token: Token): boolean {
  if (!/^(meet|convene|gather|confer)$/.test(token.lemma)) return false;
  const subject = subjectOf(sentence, token);
  const m = subject && scene.mentions.at(sentence.index, subject.index);
  return m?.is === "description" && m.plural;
}
