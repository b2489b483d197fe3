import { readdir, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { InputError } from "../record/errors.ts";
import { isAddress } from "../source/load.ts";

/** Endings of files that a folder is read for; a file named by itself may have any. */
const ENDINGS = new Set(["", ".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"]);

/** The reports that were named: addresses, "-" and files as they are, folders as the files in them. */
export async function reportPlaces(where: readonly string[]): Promise<string[]> {
  const places: string[] = [];
  for (const place of where) {
    const folder = place !== "-" && !isAddress(place) && (await stat(place).catch(() => undefined))?.isDirectory();
    if (folder) places.push(...(await filesIn(place)));
    else places.push(place);
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
