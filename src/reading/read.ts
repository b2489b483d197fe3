import { world } from "../lexicon/world.ts";
import type { Note, Record } from "../record/schema.ts";
import { parseText } from "../syntax/parse.ts";
import { type Actors, readActors } from "./actors.ts";
import { assemble } from "./assemble.ts";
import { readContacts } from "./contacts.ts";
import { readEvents } from "./events.ts";
import { detectLanguage } from "./language.ts";
import { mendTrees } from "./mend.ts";
import { readMentions } from "./mentions.ts";
import { readMoney } from "./money.ts";
import type { Scene } from "./participants.ts";
import { readQuotations } from "./quotes.ts";
import { settleStatements } from "./settle.ts";
import { speakersIn } from "./speaking.ts";
import { readStatements } from "./statements.ts";
import { readSums } from "./sums.ts";
import { readTimes } from "./times.ts";
import { draftsOfVoice, readRelease } from "./voice.ts";

/** What is known of a report beside its text. */
export interface ReadOptions {
  /** ISO date, or null where nobody knows; never today. */
  readonly published: string | null;
  readonly title?: string | null;
  readonly publisher?: string | null;
  /** ISO3 of the state whose release this is, where the source tells. */
  readonly home?: string;
}

export const READER = "rules-1";

function empty(options: ReadOptions, language: string, note: Note): Record {
  return {
    schema: "chancery-record-1",
    reader: READER,
    published: options.published,
    title: options.title ?? null,
    language,
    actors: [],
    contacts: [],
    statements: [],
    events: [],
    money: [],
    times: [],
    notes: [note],
  };
}

/**
 * Reads a report into a record: the stages in their order, each given what the former ones gave.
 * A text without words or in another language gives an empty record that says so.
 */
export function readReport(text: string, options: ReadOptions): Record {
  if (!/[\p{L}\p{N}]/u.test(text))
    return empty(options, "und", { kind: "empty", message: "The text holds no words; nothing was read." });
  const language = detectLanguage(text);
  if (language !== "en" && language !== "und")
    return empty(options, language, {
      kind: "language",
      message: `The text seems to be in the language "${language}"; Chancery reads English. Nothing was read.`,
    });

  const { published } = options;
  const quotes = readQuotations(text);
  const parsed = parseText(text);
  const mentions = readMentions(parsed);
  const syntax = mendTrees(parsed, mentions);
  const times = readTimes(syntax, published);
  const release = readRelease(mentions, quotes, published);
  const home = options.home ?? release.home;
  const sums = readSums(text, published, home ? { home: world().states.get(home)?.currency ?? "USD" } : {});
  const actors: Actors = readActors(syntax, mentions, quotes, published, home, draftsOfVoice(release.voice));
  const scene: Scene = { text, published, syntax, quotes, times, sums, mentions, actors, voice: release.voice };
  const said = readStatements(scene);
  const speakerAt = speakersIn(said, quotes);
  const contacts = readContacts(scene, speakerAt);
  const statements = settleStatements(scene, said, contacts);
  const events = readEvents(scene, statements, speakerAt);
  const money = readMoney(scene, speakerAt);
  const notes = [...quotes.notes, ...sums.notes, ...times.notes];
  return assemble(
    scene,
    { contacts, statements, events, money },
    { reader: READER, published, title: options.title ?? null, language, notes },
  );
}
