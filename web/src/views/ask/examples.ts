/** What the examples are made of: names and a year that the record holds. */
export interface Known {
  readonly a: string;
  readonly b: string;
  readonly state: string;
  readonly other: string;
  readonly year: string;
}

export interface ExampleGroup {
  readonly title: string;
  readonly questions: readonly string[];
}

/** For a record that holds nothing yet. */
export const UNKNOWN: Known = { a: "Macron", b: "Putin", state: "France", other: "Russia", year: "2026" };

/** A name as one would write it in a question: "Hélène Marchetti (FRA)" is Marchetti. */
export function askedName(name: string): string {
  const bare = name.replace(/\s*\([^)]*\)$/, "");
  return bare === name ? name : (bare.split(" ").at(-1) ?? bare);
}

/** What can be asked, by groups, about those whom the record knows best. */
export const examplesOf = ({ a, b, state, other, year }: Known): readonly ExampleGroup[] => [
  {
    title: "The last contact",
    questions: [
      `When did ${a} and ${b} last speak?`,
      `When did ${a} and ${b} last meet in person?`,
      `Where did ${a} and ${b} last meet?`,
      `How long ago did ${a} and ${b} speak?`,
    ],
  },
  {
    title: "Contacts in a time",
    questions: [
      `List all calls between ${a} and ${b} since January ${year}.`,
      `How often did ${a} and ${b} speak in ${year}?`,
      "Which meetings were cancelled?",
      `Was it the first meeting of ${a} and ${b} since ${year}?`,
    ],
  },
  {
    title: "What is coming",
    questions: [
      `What is planned between ${state} and ${other}?`,
      `What does the next meeting between ${a} and ${b} depend on?`,
    ],
  },
  {
    title: "What was said",
    questions: [
      `What did ${a} say about sanctions?`,
      `What did ${a} tell ${b}?`,
      `What is ${possessive(state)} position on sanctions?`,
      `Who speaks for ${b}?`,
    ],
  },
  {
    title: "Acts, sums and relations",
    questions: [
      `How are relations between ${state} and ${other}?`,
      `Who criticised ${state}?`,
      `How much was promised to ${other}?`,
    ],
  },
  { title: "Words", questions: ["Find reports on sanctions."] },
];

const possessive = (name: string): string => (name.endsWith("s") ? `${name}’` : `${name}'s`);
