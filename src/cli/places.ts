import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { InputError } from "../record/errors.ts";
import { isAddress } from "../source/load.ts";
import { type Indexed, indexOf } from "./folder-index.ts";

/** Endings of files that a folder is read for; a file named by itself may have any. */
const ENDINGS = new Set(["", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"]);

/** A report that was named, with what the index of its folder says of it. */
export interface Place {
  readonly name: string;
  readonly indexed?: Indexed | undefined;
}

/** The reports that were named: addresses, "-" and files as they are, folders as the files in them and in their index. */
export async function reportPlaces(where: readonly string[]): Promise<Place[]> {
  const places: Place[] = [];
  for (const place of where) {
    const folder = place !== "-" && !isAddress(place) && (await stat(place).catch(() => undefined))?.isDirectory();
    if (!folder) {
      places.push({ name: place });
      continue;
    }
    const index = await indexOf(place);
    const names = new Set([...(await filesIn(place)), ...index.keys()]);
    places.push(...[...names].sort().map((name) => ({ name, indexed: index.get(name) })));
  }
  return places;
}

/** The files of a folder and of those in it that may be reports, in the order of their names. Hidden ones are not. */
async function filesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((file) => file.isFile() && ENDINGS.has(extname(file.name).toLowerCase()))
      .map((file) => join(file.parentPath, file.name))
      .filter((path) => !/(?:^|[/\\])\.[^./\\]/.test(path.slice(folder.length)))
      .sort();
  } catch (error) {
    throw new InputError(`The folder ${folder} cannot be read: ${(error as Error).message}.`);
  }
}
