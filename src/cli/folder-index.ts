import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { InputError } from "../record/errors.ts";

const Indexed = z.object({
  file: z.string().min(1),
  title: z.string().nullish(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
});

/** What the index of a folder says of one of its files. */
export type Indexed = z.infer<typeof Indexed>;

/** The files that a folder's index.yaml lists, by their paths; none where the folder has no index. */
export async function indexOf(folder: string): Promise<ReadonlyMap<string, Indexed>> {
  const path = join(folder, "index.yaml");
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw new InputError(`${path} cannot be read: ${(error as Error).message}.`);
  }
  try {
    return new Map(
      z
        .array(Indexed)
        .parse(parse(text))
        .map((one) => [join(folder, one.file), one]),
    );
  } catch (error) {
    throw new InputError(
      `${path} is no index: it must list {file, title, published, publisher} (${(error as Error).message.split("\n")[0]}).`,
    );
  }
}
