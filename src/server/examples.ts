import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as z from "zod";
import { loadReport } from "../source/load.ts";
import type { Intake } from "./intake.ts";

const FOLDER = new URL("../../examples/", import.meta.url);

const Index = z.array(z.object({ file: z.string(), title: z.string().nullish(), published: z.string().nullish() }));

/** Takes in the reports that come with Chancery, so that there is something to look at. Returns how many were new. */
export async function addExamples(intake: Intake): Promise<number> {
  const index = Index.parse(parse(readFileSync(new URL("index.yaml", FOLDER), "utf8")));
  const added = await Promise.all(
    index.map(async ({ file, title, published }) => {
      const report = await loadReport(fileURLToPath(new URL(file, FOLDER)), { published: published ?? undefined });
      return intake.add(file, { ...report, title: report.title ?? title ?? null });
    }),
  );
  return added.filter(({ kept }) => kept.new).length;
}
