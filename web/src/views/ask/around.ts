export interface Around {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** No more than this is shown on either side of the words. */
const MOST = 240;
const END = /[.!?]["”’»)]*\s+(?=["“‘«(]*\p{Lu})/gu;

/** Words of a text in the sentence in which they stand, as near as points and capitals tell it. */
export function around(text: string, from: number, to: number): Around {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const lineEnd = text.indexOf("\n", to);
  const before = text.slice(lineStart, from);
  const after = text.slice(to, lineEnd < 0 ? text.length : lineEnd);
  const starts = [...before.matchAll(END)].map((end) => end.index + end[0].length);
  const ends = [...after.matchAll(END)].map((end) => end.index + end[0].length);
  const near = before.slice(starts.at(-1) ?? 0).trimStart();
  const far = after.slice(0, ends[0] ?? after.length).trimEnd();
  return {
    before: near.length > MOST ? `… ${near.slice(-MOST).replace(/^\S*\s/, "")}` : near,
    words: text.slice(from, to),
    after: far.length > MOST ? `${far.slice(0, MOST).replace(/\s\S*$/, "")} …` : far,
  };
}
