import type { ContactDraft } from "./contacts.ts";
import { dateOf } from "./contacts/find.ts";
import type { Scene } from "./participants.ts";
import type { StatementDraft } from "./statements.ts";

/** A statement with what the contact at which it was made adds: the counterpart as addressee, its date. */
export interface SettledStatement extends StatementDraft {
  readonly date: string | null;
  readonly dateRule: string;
  readonly addresseeRule: string;
}

/**
 * Whether a text reports one encounter from its first sentence on, as readouts do: there what a party underscores,
 * thanks for or reaffirms is said to the other.
 */
function mainContact(contacts: readonly ContactDraft[], at: StatementDraft): ContactDraft | undefined {
  const fits = (c: ContactDraft): boolean => c.status === "held" && c.parties.length > 1 && c.kind !== "letter" && c.kind !== "visit";
  return contacts.findLast((c) => fits(c) && c.sentence <= at.sentence && at.speakers.some((s) => c.parties.includes(s)) && (c.lines.includes(at.line) || (contacts[0] === c && c.lines[0] === 0 && isReadout(contacts))));
}

const isReadout = (contacts: readonly ContactDraft[]): boolean => contacts[0] !== undefined && contacts[0].sentence === 0 && contacts[0].status === "held";

/** Adds to each statement the addressee and date that its contact gives, where its own words give none. */
export function settleStatements(scene: Scene, statements: readonly StatementDraft[], contacts: readonly ContactDraft[]): SettledStatement[] {
  return statements.map((s) => {
    const own = dateOf(scene, s.time);
    const contact = s.rule === "according-to" ? undefined : mainContact(contacts, s);
    const readout = contact !== undefined && (isReadout(contacts) ? scene.syntax.sentences[s.sentence]!.line <= contact.lines.at(-1)! + 1 : contact.lines.includes(s.line));
    const others = readout && contact ? contact.parties.filter((p) => !s.speakers.includes(p)) : [];
    const joint = contact !== undefined && contact.parties.every((p) => s.speakers.includes(p));
    return {
      ...s,
      addressees: s.addressees.length > 0 || joint || s.quoted ? s.addressees : others,
      addresseeRule: s.addressees.length > 0 ? "addressed-in-the-sentence" : others.length > 0 ? "counterpart-of-the-contact" : "none",
      date: own ?? (readout && contact ? contact.date : null),
      dateRule: own !== null ? "time-of-the-cue" : readout && contact?.date ? "date-of-the-contact" : "none",
    };
  });
}
