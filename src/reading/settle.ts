import { addTo } from "../lexicon/add-to.ts";
import { rootOf } from "../syntax/tree.ts";
import { dateOf } from "./contacts/find.ts";
import type { ContactDraft } from "./contacts.ts";
import type { Scene } from "./participants.ts";
import { isAudience } from "./statements/complements.ts";
import { quotationsIn } from "./statements/content.ts";
import type { StatementDraft } from "./statements.ts";
import { timeOf } from "./times/use.ts";

/** A statement with what the contact at which it was made adds: the counterpart as addressee, its date. */
export interface SettledStatement extends StatementDraft {
  readonly date: string | null;
  readonly dateRule: string;
  readonly addresseeRule: string;
}

/** Cues of things that two sides do together. */
const MUTUAL = /^cue-(discuss|agree)$/;

/** A text that reports one encounter from its first sentence on, in its own words, is a readout. */
function isReadout(scene: Scene, contacts: readonly ContactDraft[]): boolean {
  const [first] = contacts;
  if (first?.sentence !== 0 || first.status !== "held") return false;
  return !scene.quotes.quotations.some((q) => q.inner.to - q.inner.from > 60);
}

interface Lead {
  readonly names: ReadonlySet<string>;
  readonly date: string | null;
}

class Settler {
  readonly #scene: Scene;
  readonly #held: readonly ContactDraft[];
  readonly #readout: boolean;
  readonly #done: SettledStatement[] = [];
  #bySentence = new Map<number, StatementDraft[]>();
  readonly #heldOn: ReadonlyMap<number, readonly ContactDraft[]>;
  #lead: Lead | undefined;

  constructor(scene: Scene, contacts: readonly ContactDraft[]) {
    this.#scene = scene;
    this.#held = contacts.filter(
      (c) => c.status === "held" && c.parties.length > 1 && c.kind !== "letter" && c.kind !== "message",
    );
    this.#readout = isReadout(scene, contacts);
    const heldOn = new Map<number, ContactDraft[]>();
    for (const c of this.#held) for (const line of new Set(c.lines)) addTo(heldOn, line, c);
    this.#heldOn = heldOn;
  }

  run(statements: readonly StatementDraft[]): SettledStatement[] {
    this.#bySentence = Map.groupBy(statements, (s) => s.sentence);
    for (const s of statements) {
      const named = this.#withSpeakers(s);
      if (named) this.#done.push(this.#settle(named));
    }
    return this.#done;
  }

  #of(sentence: number): readonly StatementDraft[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /** The encounter that a statement belongs to: the last told before it in its line, or in a readout anywhere before it. */
  #contactOf(s: StatementDraft, fits: (c: ContactDraft) => boolean): ContactDraft | undefined {
    const near = this.#heldOn.get(s.line)?.findLast((c) => c.sentence <= s.sentence && fits(c));
    if (near || !this.#readout) return near;
    const before = this.#held.filter((c) => c.sentence <= s.sentence && fits(c));
    return before.findLast((c) => s.speakers.length > 0 && s.speakers.every((n) => c.parties.includes(n))) ?? before[0];
  }

  /** Puts the parties in where the subject is their talks, "we" or "they"; null where nobody is known to have spoken. */
  #withSpeakers(s: StatementDraft): StatementDraft | null {
    if (s.speakers.length === 0) {
      const contact =
        this.#contactOf(s, () => true) ??
        (this.#readout
          ? undefined
          : this.#held.findLast((c) => c.sentence <= s.sentence && c.lines.some((l) => s.line - l < 2)));
      return contact ? { ...s, speakers: contact.parties, speakerRule: "parties-of-the-contact" } : null;
    }
    const together = s.pronoun === "we" || MUTUAL.test(s.rule);
    if (together && s.tense !== "present" && !this.#isQuoted(s)) {
      const contact =
        this.#contactOf(s, (c) => s.speakers.every((n) => c.parties.includes(n))) ??
        (s.pronoun === "we"
          ? this.#held.findLast((c) => c.sentence < s.sentence && c.parties.includes(s.speakers[0]!))
          : undefined);
      if (contact && (s.addressees.length === 0 || MUTUAL.test(s.rule)))
        return { ...s, speakers: contact.parties, addressees: [], speakerRule: "parties-of-the-contact" };
    }
    if (s.pronoun === "they" && this.#readout) {
      const contact = this.#contactOf(s, () => true);
      if (contact && !s.speakers.some((n) => contact.parties.includes(n)))
        return { ...s, speakers: contact.parties, speakerRule: "parties-of-the-contact" };
    }
    return s;
  }

  #isQuoted(s: StatementDraft): boolean {
    return quotationsIn(this.#scene.quotes.quotations, s.cue).length > 0;
  }

  #settle(s: StatementDraft): SettledStatement {
    const at = s.time?.evidence;
    const within = at && this.#of(s.sentence).some((d) => d.content.from <= at.from && at.to <= d.content.to);
    const own = within ? null : dateOf(this.#scene, s.time);
    const contact =
      s.rule === "according-to" || s.tense === "present"
        ? undefined
        : this.#contactOf(s, (c) => s.speakers.some((n) => c.parties.includes(n)) && !tellsOf(s, c));
    const others =
      contact && !s.quoted && contact.kind !== "visit"
        ? contact.parties.filter((p) => !s.speakers.includes(p) && !isAudience(p))
        : [];
    const addressees = s.addressees.length > 0 || s.via !== null ? s.addressees : others;
    const carried = own === null && !contact?.date ? this.#dateOfSpeaker(s) : null;
    return {
      ...s,
      addressees,
      addresseeRule:
        s.addressees.length > 0
          ? "addressed-in-the-sentence"
          : addressees.length > 0
            ? "counterpart-of-the-contact"
            : "none",
      date: own ?? contact?.date ?? carried,
      dateRule:
        own !== null
          ? "time-of-the-cue"
          : contact?.date
            ? "date-of-the-contact"
            : carried
              ? "date-of-the-speech"
              : "none",
    };
  }

  /** Somebody who goes on speaking a few sentences later does so on the same day. */
  #dateOfSpeaker(s: StatementDraft): string | null {
    if (s.tense === "present" || s.rule === "according-to" || s.via !== null) return null;
    const before = this.#done
      .slice(-30)
      .findLast((d) => d.date !== null && d.speakers.join() === s.speakers.join() && d.tense !== "present");
    return before && s.sentence - before.sentence <= 8 ? before.date : this.#dateOfLead(s);
  }

  /** Somebody of whom the first sentence tells what they did on a day is heard on that day. */
  #dateOfLead(s: StatementDraft): string | null {
    if (s.sentence > 40) return null;
    this.#lead ??= this.#readLead();
    const { names, date } = this.#lead;
    return s.speakers.some((n) => names.has(n)) ? date : null;
  }

  /** Who the first sentence names, and on what day it tells of them, unless the day is in what is said. */
  #readLead(): Lead {
    const { syntax, times, mentions, actors } = this.#scene;
    const lead = syntax.sentences[0];
    if (!lead) return { names: new Set(), date: null };
    const names = new Set<string>();
    for (const m of mentions.mentions) if (m.sentence === 0) for (const n of actors.of(m)) names.add(n);
    const time = timeOf(lead, rootOf(lead).index, times.times);
    const isSaid =
      time && this.#of(0).some((d) => d.content.from <= time.evidence.from && time.evidence.to <= d.content.to);
    return { names, date: time && !isSaid ? dateOf(this.#scene, time) : null };
  }
}

/** Whether a statement tells of a contact, and so was not made in it: "they met on Friday, her office said". */
const tellsOf = ({ content }: StatementDraft, { trigger }: ContactDraft): boolean =>
  content.from <= trigger.from && trigger.to <= content.to;

/** Adds to each statement the addressee and date that its contact gives, where its own words give none. */
export const settleStatements = (
  scene: Scene,
  statements: readonly StatementDraft[],
  contacts: readonly ContactDraft[],
): SettledStatement[] => new Settler(scene, contacts).run(statements);
