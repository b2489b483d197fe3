import { findContacts } from "./contacts/find.ts";
import { joinContacts } from "./contacts/join.ts";
import type { ContactDraft } from "./contacts/types.ts";
import type { Scene, SpeakerAt } from "./participants.ts";

export type { ContactDraft } from "./contacts/types.ts";

/** Reads the contacts of a text: held, planned, possible or negated, one for each real encounter. */
export const readContacts = (scene: Scene, speakerAt: SpeakerAt): ContactDraft[] =>
  joinContacts(scene, findContacts(scene, speakerAt));
