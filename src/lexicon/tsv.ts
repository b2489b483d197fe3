import { readFileSync } from "node:fs";
import { DataError } from "../record/errors.ts";

const FOLDER = new URL("../../lexicon/", import.meta.url);

/** The text of a lexicon file. Throws DataError naming the file where it is missing. */
export function lexiconText(file: string): string {
  try {
    return readFileSync(new URL(file, FOLDER), "utf8");
  } catch {
    throw new DataError(`The lexicon file lexicon/${file} is missing; install Chancery again or restore the file.`);
  }
}

/**
 * The rows of a tab-separated lexicon file as objects keyed by its header line.
 * Lines that are empty or begin with "#" are comments. A cell may hold several values separated by "|".
 * Throws DataError naming file and line where a row has more cells than the header.
 */
export function lexiconRows<Key extends string>(file: string): Readonly<Record<Key, string>>[] {
  const lines = lexiconText(file).split(/\r?\n/);
  let header: string[] | undefined;
  const rows: Record<Key, string>[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === "" || line.startsWith("#")) return;
    const cells = line.split("\t").map((cell) => cell.trim());
    if (!header) {
      header = cells;
      return;
    }
    if (cells.length > header.length)
      throw new DataError(`lexicon/${file}:${at + 1} has ${cells.length} cells, the header ${header.length}.`);
    rows.push(Object.fromEntries(header.map((key, i) => [key, cells[i] ?? ""])) as Record<Key, string>);
  });
  return rows;
}

/** The values of a cell that holds several. */
export const cellValues = (cell: string): string[] =>
  cell
    .split("|")
    .map((v) => v.trim())
    .filter(Boolean);
