import {
  ancestorsOf,
  caseOf,
  childBy,
  childrenBy,
  isNegated,
  isPassive,
  isPredicate,
  markerOf,
  modalOf,
  pathBetween,
} from "../../syntax/tree.ts";
import type { Sentence, Token } from "../../syntax/types.ts";
import { actsAt, actsOf } from "./acts.ts";
import type { Bag } from "./bag.ts";
import type { Pair } from "./pair.ts";
import { addTypePairs, addWord, isName } from "./surface.ts";
import { type Trigger, triggersOfSource, triggersOfTarget } from "./trigger.ts";
import { lemmaOf, tokenSenses } from "./words.ts";

/** A predicate and the dependent of it through which an actor hangs on it. */
interface Governor {
  readonly predicate: Token;
  readonly argument: Token;
  /** Relation of the argument with its preposition: "nsubj", "obl:with". */
  readonly role: string;
  /** Whether the actor is the argument's head itself, not a part of it ("Syria's army"). */
  readonly direct: boolean;
}

/** The relation of a token with the preposition that marks it: "obl:with", "nmod:on", "nsubj:pass". */
export function roleOf(sentence: Sentence, token: Token): string {
  const marker = /^(obl|nmod)/.test(token.deprel) ? caseOf(sentence, token) : undefined;
  return marker ? `${token.deprel.split(":")[0]}:${marker}` : token.deprel;
}

function governorOf(sentence: Sentence, actor: Token): Governor | undefined {
  let argument = actor;
  for (const above of ancestorsOf(sentence, actor)) {
    if (isPredicate(sentence, above)) {
      return { predicate: above, argument, role: roleOf(sentence, argument), direct: argument === actor };
    }
    argument = above;
  }
  return undefined;
}

/** What the tree says: which predicates source and target hang on, in what role, and the way between them. */
export function addTree(bag: Bag, pair: Pair): void {
  const { sentence, source, target } = pair;
  const ofSource = source && governorOf(sentence, source);
  const ofTarget = target && governorOf(sentence, target);
  if (ofSource) addGovernor(bag, sentence, "S", ofSource);
  if (ofTarget) addGovernor(bag, sentence, "T", ofTarget);
  if (ofSource && ofTarget) {
    bag.add("path", ofSource.predicate === ofTarget.predicate ? "same" : "apart");
    bag.add("path", `roles ${ofSource.role} ${ofTarget.role}`);
  }
  if (source && target && source !== target) addPath(bag, sentence, source, target);
  if (target) addRoles(bag, sentence, target);
  addTriggers(bag, pair);
}

/** The likeliest words for the act by lexicon and tree, and whether source and target lead to the same one. */
function addTriggers(bag: Bag, pair: Pair): void {
  const ofSource = triggersOfSource(pair);
  const ofTarget = triggersOfTarget(pair);
  for (const [i, trigger] of ofSource.slice(0, 3).entries()) addTrigger(bag, `S${i}`, trigger);
  for (const [i, trigger] of ofTarget.slice(0, 2).entries()) addTrigger(bag, `T${i}`, trigger);
  const shared = ofSource.find((a) => ofTarget.some((b) => a.token === b.token));
  if (shared) addTrigger(bag, "both", shared);
  for (const a of ofSource[0]?.acts ?? []) {
    for (const b of ofSource[1]?.acts ?? []) bag.add("rule", `S ${a.type}>${b.type}`, Math.min(a.weight, b.weight));
    for (const b of ofTarget[0]?.acts ?? []) bag.add("rule", `ST ${a.type}>${b.type}`, Math.min(a.weight, b.weight));
  }
}

function addTrigger(bag: Bag, place: string, { token, acts }: Trigger): void {
  bag.add("trigger", `${place} ${lemmaOf(token)}`);
  for (const act of acts) bag.add("rule", `${place} ${act.type}`, act.weight);
}

function addGovernor(
  bag: Bag,
  sentence: Sentence,
  who: "S" | "T",
  { predicate, argument, role, direct }: Governor,
): void {
  addWord(bag, who, predicate, "pred");
  bag.add("pred", `${who} ${role}`);
  bag.add("pred", `${who} ${direct ? "direct" : "part"}`);
  if (!isName(predicate)) bag.add("pred", `${who} ${lemmaOf(predicate)} ${role}`);
  const object = childBy(sentence, predicate, "obj", "nsubj:pass");
  if (object && object !== argument) {
    addWord(bag, `${who} obj`, object, "pred");
    addTypePairs(bag, `${who} v+obj`, predicate, object, "predlex");
  }
  const particle = childBy(sentence, predicate, "compound:prt");
  if (particle) bag.add("pred", `${who} ${lemmaOf(predicate)} ${lemmaOf(particle)}`);
  const complement = childBy(sentence, predicate, "xcomp", "ccomp");
  if (complement) {
    addWord(bag, `${who} comp`, complement, "pred");
    addTypePairs(bag, `${who} v+comp`, predicate, complement, "predlex");
  }
  addForm(bag, sentence, who, predicate);
}

function addForm(bag: Bag, sentence: Sentence, who: string, predicate: Token): void {
  const forms: string[] = [];
  if (isNegated(sentence, predicate)) forms.push("not");
  if (isPassive(sentence, predicate)) forms.push("passive");
  const modal = modalOf(sentence, predicate);
  if (modal) forms.push(modal);
  const marker = markerOf(sentence, predicate);
  if (marker) forms.push(`mark-${marker}`);
  for (const form of forms) {
    bag.add("flag", `${who} ${form}`);
    for (const { type } of tokenSenses(predicate)) bag.add("flag", `${who} ${form} ${type}`, 0.6);
  }
}

/** Lemmas and types on the way from source to target, and how the way runs. */
function addPath(bag: Bag, sentence: Sentence, source: Token, target: Token): void {
  const { up, top, down } = pathBetween(sentence, source, target);
  const inner = [...up.slice(1), top, ...down.slice(0, -1)].filter((t) => t !== source && t !== target);
  inner.forEach((token, i) => {
    addWord(bag, "on", token, "path");
    const next = inner[i + 1];
    if (next) addTypePairs(bag, "step", token, next, "path");
  });
  addWord(bag, "top", top, "path");
  const way = [...up.map((t) => `${t.deprel}^`), ...down.map((t) => roleOf(sentence, t))];
  if (way.length <= 4) bag.add("path", `way ${way.join(" ")}`);
  for (const token of inner) {
    for (const object of childrenBy(sentence, token, "obj")) {
      if (!inner.includes(object) && object !== target) addTypePairs(bag, "step", token, object, "path");
    }
  }
}

/** Words above the target whose recipient, says the lexicon, stands where the target does. */
function addRoles(bag: Bag, sentence: Sentence, target: Token): void {
  let below = target;
  for (const above of ancestorsOf(sentence, target).slice(0, 4)) {
    const role = roleOf(sentence, below);
    for (const act of actsAt(actsOf(sentence), above.index)) {
      const place = act.roles.findIndex((r) => r === role || (r === "obj" && role === "nsubj:pass"));
      if (place >= 0) bag.add("role", `${act.type}${below === target ? "" : " above"}`, act.weight);
    }
    below = above;
  }
}
