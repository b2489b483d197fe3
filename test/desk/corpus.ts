import { type TitleContact, titleContact } from "../../bench/readouts.ts";
import { type Desk, last, log } from "../../src/desk/questions/index.ts";
import { addDays } from "../../src/desk/questions/when.ts";
import { fold } from "../../src/lexicon/fold.ts";

/** A readout as the corpus has it. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
  readonly url: string;
}

/** A contact as the title of a readout tells it. */
export interface Told {
  readonly id: string;
  readonly day: string;
  readonly kind: TitleContact["kind"];
}

/** Two whom titles name together, by their surnames. */
export interface Pair {
  readonly a: string;
  readonly b: string;
  readonly told: readonly Told[];
}

/** Where an answer is not what the titles say. `id`: the pair and the question, or the readout. */
export interface Disagreement {
  readonly id: string;
  readonly said: string;
  readonly titles: string;
}

const TITLES =
  /\b(?:vice president|president|prime minister|national security advisor|secretary|chancellor|amir|emir|sheikh|his majesty|king|crown prince|foreign minister|jr|sr)\b\.?/gi;
/** By what titles call them: names that the desk does not know by the last word alone, and a title that is a name. */
const NAMES: Readonly<{ [words: string]: string }> = {
  "abdullah ii": "Abdullah II",
  "the president": "Biden",
  zelenskyy: "Volodymyr Zelenskyy",
  "tamim bin hamad al-thani": "Tamim bin Hamad Al Thani",
};

/** The surname of a side of a title that is one person, or null. */
function surname(side: string): string | null {
  const bare = side
    .replace(/ of .+$/, "")
    .replace(/,.*$/, "")
    .replace(TITLES, "")
    .replace(/\s+/g, " ")
    .trim();
  const known = NAMES[fold(bare)] ?? NAMES[fold(side)];
  if (known) return known;
  if (/\b(?:leaders?|officials|members|white house|administration|allies|partners)\b/i.test(side)) return null;
  const name = bare.split(" ").at(-1)!;
  return /^\p{Lu}\p{L}/u.test(name) ? name : null;
}

/** The pairs that most titles name, each with its contacts, the oldest first. */
export function titledPairs(rows: readonly Row[], most: number): Pair[] {
  const pairs = new Map<string, { a: string; b: string; told: Told[] }>();
  for (const { id, title, published } of rows) {
    const contact = titleContact(title);
    const a = contact && surname(contact.from);
    for (const side of a ? contact.to : []) {
      const b = surname(side.trim());
      if (!b || b === a) continue;
      const key = `${fold(a!)} ${fold(b)}`;
      const pair = pairs.get(key) ?? { a: a!, b, told: [] };
      pairs.set(key, pair);
      pair.told.push({ id, day: published, kind: contact!.kind });
    }
  }
  const all = [...pairs.values()].sort((x, y) => y.told.length - x.told.length || (x.a + x.b < y.a + y.b ? -1 : 1));
  for (const { told } of all) told.sort((x, y) => (x.day < y.day ? -1 : 1));
  return all.slice(0, most);
}

/** A readout comes out on the day of the contact or some days later. */
const LATE = 3;

const fits = ({ from, to }: { readonly from: string | null; readonly to: string | null }, day: string): boolean =>
  (from ?? to ?? "9999") <= day && (to ?? from ?? "0000") >= addDays(day, -LATE);

/** What `last`, `last --by phone` and `log` say of a pair, against the titles. */
export async function disagreementsOf(desk: Desk, { a, b, told }: Pair): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  const compare = async (by: "phone" | undefined, all: readonly Told[]): Promise<void> => {
    const newest = all.at(-1);
    if (!newest) return;
    const answer = await last.answer(desk, { a, b, by });
    if (answer.last && fits(answer.last.days, newest.day)) return;
    const titles = `${newest.kind} by ${newest.day} (${newest.id})`;
    found.push({ id: `${a} ${b} last${by ? ` by ${by}` : ""}`, said: answer.sentence, titles });
  };
  await compare(undefined, told);
  await compare(
    "phone",
    told.filter(({ kind }) => kind === "call"),
  );
  const { encounters } = await log.answer(desk, { actor: a, with: b, status: "held", limit: 10_000 });
  for (const { id, day, kind } of told)
    if (!encounters.some(({ days }) => fits(days, day)))
      found.push({ id, said: `no contact of ${a} and ${b} in those days`, titles: `${kind} by ${day}` });
  return found;
}
