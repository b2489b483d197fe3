import type { HonoRequest } from "hono";
import { publishedOption } from "../source/dates.ts";
import { MEGABYTE, UPLOAD } from "./limits.ts";
import { ProblemError } from "./problem.ts";

/** A file of an upload. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

/** The files of a multipart body, in their order, and the publication date that was given for all. */
export async function uploaded(request: HonoRequest): Promise<{
  readonly files: readonly UploadedFile[];
  readonly published: string | undefined;
}> {
  const form = await formOf(request);
  const files = form.getAll("file").filter((value) => typeof value !== "string");
  if (files.length === 0)
    throw new ProblemError("bad-request", "The form has no file; send files in fields named `file`.");
  if (files.length > UPLOAD.files)
    throw new ProblemError("too-large", `${files.length} files are too many at once; send ${UPLOAD.files} at most.`);
  const large = files.find(({ size }) => size > UPLOAD.file);
  if (large)
    throw new ProblemError("too-large", `${shortName(large.name)} is larger than ${UPLOAD.file / MEGABYTE} MB.`);
  const published = form.get("published");
  return {
    files: await Promise.all(
      files.map(async (file) => ({
        name: shortName(file.name),
        bytes: new Uint8Array(await file.arrayBuffer()),
        contentType: file.type || undefined,
      })),
    ),
    published: typeof published === "string" && published !== "" ? publishedOption(published) : undefined,
  };
}

async function formOf(request: HonoRequest): Promise<FormData> {
  if (!/^multipart\/form-data\b/i.test(request.header("content-type") ?? ""))
    throw new ProblemError("wrong-type", "Send files as multipart/form-data.");
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError("bad-request", "The form cannot be read; it is broken off or malformed.");
  }
}

/** The last part of a name, without what could mislead whoever reads it in a list. */
const shortName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? "").replace(/\p{C}/gu, "").slice(0, 200) || "file";
