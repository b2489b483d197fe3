import { encounters } from "../../../src/desk/encounters.ts";
import { identities } from "../../../src/desk/identities.ts";
import { type Desk, makeDesk } from "../../../src/desk/questions/desk.ts";
import type { KeptReport } from "../../../src/desk/types.ts";
import { readReport } from "../../../src/reading/read.ts";

/** A report of a test; the people in it are invented. */
export interface Given {
  readonly id: string;
  readonly published: string;
  readonly title: string;
  readonly text: string;
}

/** A desk in memory over reports, read by the reader itself. */
export function deskOver(given: readonly Given[]): Desk {
  const texts = new Map(given.map(({ id, text }) => [id, text]));
  const reports = given.map(({ id, published, title, text }): KeptReport => {
    const record = readReport(text, { published, title });
    return { id, title, published, publisher: null, address: null, record };
  });
  const who = identities(reports);
  return makeDesk({ reports, identities: who, encounters: encounters(reports, who), text: (id) => texts.get(id) });
}

/** A small world: the presidents of France and Türkiye, their spokeswoman and ministers, none of whom exists. */
export const REPORTS: readonly Given[] = [
  {
    id: "r1",
    published: "2027-05-22",
    title: "A dinner in Tirana",
    text: "French President Hélène Marchetti met Turkish President Kemal Aydoğan in Tirana on Friday, her office said.\n\nMarchetti said that the fisheries accord was unacceptable and that she would never accept a ceasefire.",
  },
  {
    id: "r2",
    published: "2027-09-03",
    title: "Presidents speak by phone",
    text: 'French President Hélène Marchetti and Turkish President Kemal Aydoğan spoke by phone for 50 minutes on Thursday about the fisheries accord.\n\nMarchetti told Aydoğan that "nobody gains from silence". Aydoğan is ready to receive her "without preconditions", his spokeswoman, Defne Korkmaz, said in Ankara.',
  },
  {
    id: "r3",
    published: "2027-09-10",
    title: "A video conference",
    text: "French President Hélène Marchetti met by video conference on Thursday with Turkish President Kemal Aydoğan.\n\nMarchetti said that the fisheries accord was a good basis. Marchetti said that she was ready for a ceasefire. Turkish President Kemal Aydoğan condemned France over the arrests.",
  },
  {
    id: "r4",
    published: "2027-10-12",
    title: "A visit is planned",
    text: "Turkish President Kemal Aydoğan will visit Paris on November 9 to meet French President Hélène Marchetti, the Élysée said.\n\nThe visit depends on a vote in the Turkish parliament, a French diplomat said.\n\nThe European Union will lend Türkiye 3.2 billion euros for the reception of refugees.",
  },
  {
    id: "r5",
    published: "2027-10-13",
    title: "A trip called off",
    text: "A visit to Ankara by French Foreign Minister Paul Estienne was cancelled on Wednesday.\n\nItalian Economy Minister Paolo Marchetti met Greek Finance Minister Eleni Kanaris in Athens on Tuesday. Marchetti said that the budget was ready.",
  },
];
