import type { EventType } from "../../record/schema.ts";
import { caseOf, childBy, childrenBy, conjunctsOf, isPassive, nominalsWith, subjectOf } from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import type { Scene } from "../participants.ts";
import { concerned, named, type Spot } from "./concerned.ts";
import { framesAt } from "./frames.ts";

/** What one stands by or offers rather than praises; whose it is does not matter, only whom it is for. */
export const COMMITMENT =
  /^(support|commitment|dedication|solidarity|alliance|partnership|friendship|backing|resolve|pledge|readiness|willingness|recognition|position|determination)$/;

/** The states for which people speak. */
export const statesOf = (scene: Scene, names: readonly string[]): string[] =>
  names.flatMap((n) => {
    const country = scene.actors.drafts.get(n)?.country ?? (n === scene.voice.person ? scene.voice.state : null);
    return country && country !== n ? [country] : [];
  });

/** A speech act: its verb, who speaks and to whom. */
export interface Saying {
  readonly spot: Spot;
  readonly verb: Token;
  readonly object: Token | undefined;
  readonly speakers: readonly string[];
  readonly addressees: readonly string[];
}

const unlike = (names: readonly string[], except: readonly string[]): string[] =>
  [...new Set(names)].filter((n) => !except.includes(n));

const firstOf = (lists: readonly (() => string[])[]): string[] => {
  for (const list of lists) {
    const names = list();
    if (names.length > 0) return names;
  }
  return [];
};

/** Who is asked: the object or its like, the subject of what is demanded, the body whose meeting is called for, or the hearer. */
function requested({ spot, verb, object, speakers, addressees }: Saying): string[] {
  const { sentence } = spot;
  const clause = childrenBy(sentence, verb, "ccomp", "xcomp")[0];
  const wanted = [object, ...nominalsWith(sentence, verb, "for")];
  return firstOf([
    () => unlike(named(spot, object), speakers),
    () =>
      unlike(
        nominalsWith(sentence, verb, "on", "upon", "to", "from").flatMap((t) => concerned(spot, t, speakers, false)),
        speakers,
      ),
    () => unlike(clause ? named(spot, subjectOf(sentence, clause)) : [], speakers),
    () =>
      unlike(
        wanted.flatMap((t) => (t ? nominalsWith(sentence, t, "from", "by") : [])).flatMap((t) => named(spot, t)),
        speakers,
      ),
    () =>
      unlike(
        wanted
          .flatMap((t) =>
            t && /^(meeting|session|summit|help|intervention|action|support|assistance)$/.test(t.lemma)
              ? nominalsWith(sentence, t, "of", "from")
              : [],
          )
          .flatMap((t) => named(spot, t)),
        speakers,
      ),
    () => unlike(addressees, speakers),
    () =>
      object && !clause && !/^(release|freedom|liberation|return)$/.test(object.lemma)
        ? childrenBy(sentence, object, "nmod:poss", "amod").flatMap((t) => unlike(named(spot, t), speakers))
        : [],
  ]);
}

/** Who did what is condemned: its owner, author or source; not whom it was done to. */
export function culprit(spot: Spot, thing: Token | undefined, except: readonly string[]): string[] {
  if (!thing) return [];
  const { sentence } = spot;
  const deed = framesAt(sentence, thing).some((f) => f.noun && f.roles.some((r) => r.startsWith("nmod:of")));
  const fits = (t: Token | undefined): string[] => unlike(named(spot, t), except);
  return firstOf([
    () => fits(thing),
    () => fits(childBy(sentence, thing, "nmod:poss")),
    () => nominalsWith(sentence, thing, "by").flatMap(fits),
    () => childrenBy(sentence, thing, "amod", "compound").flatMap(fits),
    () =>
      nominalsWith(sentence, thing, "from").flatMap((t) =>
        firstOf([() => insides(sentence, t).flatMap(fits), () => concerned(spot, t, except, false)]),
      ),
    () =>
      deed
        ? []
        : nominalsWith(sentence, thing, "of").flatMap((t) =>
            firstOf([() => fits(t), () => (caseOf(sentence, t) === "of" ? culprit(spot, t, except) : [])]),
          ),
    () =>
      childrenBy(sentence, thing, "acl").flatMap((c) =>
        fits(c.xpos === "VBN" ? (childBy(sentence, c, "obl:agent") ?? nominalsWith(sentence, c, "by")[0]) : undefined),
      ),
    () => nominalsWith(sentence, thing, "about", "over", "at").flatMap((t) => culprit(spot, t, except)),
  ]);
}

const insides = (sentence: Sentence, token: Token): Token[] =>
  childrenBy(sentence, token, "amod", "compound").flatMap((t) => [
    t,
    ...childrenBy(sentence, t, "compound", "obl", "nmod", "obl:unmarked"),
  ]);

/** Whom a commitment is for: what its preposition or infinitive leads to, however far; nobody where that is an idea. */
function beneficiary(spot: Spot, noun: Token, except: readonly string[], verb?: Token): string[] {
  const { sentence } = spot;
  const clauses = childrenBy(sentence, noun, "acl", "xcomp", "advcl").filter((c) => c.deprel !== "acl:relcl");
  return firstOf([
    () =>
      nominalsWith(sentence, noun, "to", "for", "with", "towards", "toward", "of").flatMap((t) =>
        firstOf([() => concerned(spot, t, except), () => beneficiary(spot, t, except)]),
      ),
    () =>
      verb
        ? nominalsWith(sentence, verb, "for", "to", "with")
            .filter((t) => t.index > noun.index)
            .flatMap((t) => concerned(spot, t, except))
        : [],
    () =>
      clauses.flatMap((c) =>
        firstOf([
          () => concerned(spot, childBy(sentence, c, "obj"), except),
          () => nominalsWith(sentence, c, "with", "alongside", "to", "for").flatMap((t) => concerned(spot, t, except)),
        ]),
      ),
  ]);
}

/** Who is praised or welcomed: the object, its owner, or whom it concerns. */
function praised({ spot, object, speakers, addressees, verb }: Saying): string[] {
  if (!object) return verb.lemma === "thank" ? unlike(addressees, speakers) : [];
  const except = speakers;
  if (
    COMMITMENT.test(object.lemma.toLowerCase()) &&
    /^(reaffirm|reiterate|restate|express|voice|pledge|offer|extend|convey|declare|affirm|renew|underscore|confirm|show)$/.test(
      verb.lemma,
    )
  ) {
    return beneficiary(spot, object, [...except, ...statesOf(spot.scene, speakers)], verb);
  }
  return firstOf([
    () => unlike(named(spot, object), except),
    () => unlike(culprit(spot, object, except), statesOf(spot.scene, speakers)),
    () =>
      nominalsWith(spot.sentence, object, "to", "with", "for").flatMap((t) =>
        concerned(spot, t, [...except, ...statesOf(spot.scene, speakers)]),
      ),
    () =>
      /^(thank|congratulate)$/.test(verb.lemma) ||
      /^(condolences?|sympathy|sympathies|gratitude|appreciation|thanks|congratulations?)$/.test(
        object.lemma.toLowerCase(),
      ) ||
      (object.upos === "PRON" && !/^(i|we|it|that|this)$/i.test(object.text))
        ? unlike(addressees, except)
        : [],
  ]);
}

/** Whose proposal, claim or request is turned down. */
function refused({ spot, verb, object, speakers }: Saying): string[] {
  return firstOf([
    () => culprit(spot, object, speakers),
    () =>
      nominalsWith(spot.sentence, verb, "by", "from", "to", "with").flatMap((t) => unlike(named(spot, t), speakers)),
    () =>
      object ? nominalsWith(spot.sentence, object, "with", "to").flatMap((t) => unlike(named(spot, t), speakers)) : [],
  ]);
}

/** The name that "for", "to" or "with" brings in after the verb, wherever the parser hung it. */
export function forWhom(spot: Spot, verb: Token, except: readonly string[]): string[] {
  const after = spot.sentence.tokens.filter(
    (t) =>
      t.index > verb.index &&
      t.index < verb.index + 18 &&
      t.upos === "PROPN" &&
      /^(for|to|with)$/.test(caseOf(spot.sentence, t) ?? ""),
  );
  return firstOf(after.map((t) => () => concerned(spot, t, except, false)));
}

/** Whom the threatened action is against, or whose deed would bring it about. */
const targets = (spot: Spot, above: readonly (Token | undefined)[], except: readonly string[]): string[] =>
  firstOf(
    above
      .flatMap((t) => (t ? childrenBy(spot.sentence, t, "acl", "xcomp", "ccomp", "advcl") : []))
      .flatMap((c) => [
        ...nominalsWith(spot.sentence, c, "against", "on", "in", "if", "upon"),
        ...childrenBy(spot.sentence, c, "obj"),
      ])
      .map((t) => () => concerned(spot, t, except)),
  );

/** To whom one promises or whom one threatens. */
function promised({ spot, verb, object, speakers, addressees }: Saying, type: EventType): string[] {
  const { sentence } = spot;
  const clause = childrenBy(sentence, verb, "xcomp", "ccomp", "advcl")[0];
  const except = [...speakers, ...statesOf(spot.scene, speakers)];
  return firstOf([
    () => unlike(named(spot, childBy(sentence, verb, "iobj")), speakers),
    () => unlike(named(spot, object), speakers),
    () => nominalsWith(sentence, verb, "to", "with").flatMap((t) => concerned(spot, t, except)),
    () =>
      clause
        ? firstOf([
            () => concerned(spot, childBy(sentence, clause, "obj"), except),
            () =>
              nominalsWith(sentence, clause, "to", "for", "with", "on", "against").flatMap((t) =>
                concerned(spot, t, except),
              ),
          ])
        : [],
    () => (object ? beneficiary(spot, object, except) : []),
    () => (type === "THREATEN" ? targets(spot, [verb, object], except) : []),
    () => (type === "AGREE" ? forWhom(spot, verb, except) : []),
    () => (type === "THREATEN" || /^(assure|promise)$/.test(verb.lemma) ? unlike(addressees, speakers) : []),
  ]);
}

/** Whom a speech act of a type is directed at; empty where it is directed at nobody, as what several do together. */
export function directedAt(saying: Saying, type: EventType): string[] {
  const { spot, verb, object, speakers } = saying;
  const joint = speakers.length > 1;
  if (type === "REQUEST") return requested(saying);
  if (type === "AGREE") return joint ? [] : promised(saying, type);
  if (type === "THREATEN") return promised(saying, type);
  if (type === "REJECT") return refused(saying);
  if (type === "ACCUSE") {
    const clause = childBy(spot.sentence, verb, "ccomp");
    const things = object
      ? conjunctsOf(spot.sentence, object)
      : nominalsWith(spot.sentence, verb, "about", "over", "at", "of", "against");
    const found = firstOf([
      ...things.map((t) => () => culprit(spot, t, speakers)),
      () =>
        clause && !isPassive(spot.sentence, clause)
          ? unlike(named(spot, subjectOf(spot.sentence, clause)), speakers)
          : [],
    ]);
    return unlike(found, speakers);
  }
  if (joint && !(saying.object && named(spot, saying.object).some((n) => /^\p{Lu}/u.test(n)))) return [];
  return praised(saying).map((n) => n.replace(/^([A-Z]{3}):people$/, "$1"));
}
