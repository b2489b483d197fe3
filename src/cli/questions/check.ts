import type { Command } from "commander";
import type * as z from "zod";
import { check } from "../../desk/questions/check.ts";
import type { Tone } from "../../formats/sheet.ts";
import { publishedOption } from "../../source/dates.ts";
import { loadReport } from "../../source/load.ts";
import { answer, type Common, questionCommand } from "./command.ts";
import { putEncounter } from "./encounter.ts";
import type { Page } from "./page.ts";

interface CheckOptions extends Common {
  readonly published?: string;
  readonly allowPrivate?: true;
}

type Claim = z.output<typeof check.output>["claims"][number];

const VERDICTS: Readonly<Record<Claim["verdict"], readonly [string, Tone]>> = {
  supported: ["Supported", "sure"],
  contradicted: ["Against", "against"],
  unknown: ["Unknown", "open"],
};

/** `chancery check FILE`. */
export function addCheck(program: Command): void {
  questionCommand(program, check, ["check report.txt --published 2025-12-21", "check - --json < report.txt"])
    .argument("[where]", 'a path, an http or https address, or "-" for standard input', "-")
    .option("-p, --published <date>", "day of publication, YYYY-MM-DD")
    .option("--allow-private", "let an address lead to private and loopback hosts")
    .action(async (where: string, { published, allowPrivate, ...options }: CheckOptions) => {
      const day = published === undefined ? undefined : publishedOption(published);
      const report = await loadReport(where, { published: day, allowPrivate });
      const { rulesReader } = await import("../../readers/rules.ts");
      const { text, title } = report;
      const input = { text, title, published: report.published, record: rulesReader.read(report) };
      await answer(check, input, options, (page, found) => {
        page.answer(found.sentence);
        for (const claim of found.claims) putClaim(page, claim);
      });
    });
}

/** A claim with its verdict, the reasons, and the encounters that they rest on; `told` says who makes it. */
export function putClaim(page: Page, claim: Claim, told?: string): void {
  page.entry(...VERDICTS[claim.verdict], `“${claim.quote.replace(/\s+/g, " ")}”`, `line ${claim.line}`, told);
  page.faint(claim.sentence.replace(/\s+/g, " "));
  const parties = claim.parties.map(({ actor }) => actor.name).join(" and ");
  page.detail(parties && `of ${parties}`, `counts ${claim.counts.words}`);
  for (const reason of claim.reasons) page.detail(reason);
  for (const one of [...claim.against, ...claim.support, ...claim.open].slice(0, 5)) putEncounter(page, one, 1);
}
