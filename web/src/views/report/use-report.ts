import { type Answer, useAnswer } from "../../data/answer.ts";
import { api, read } from "../../data/api.ts";
import type { Layer, Report } from "../../data/types.ts";

export interface Misfit {
  readonly layer: number;
  readonly report: string;
  readonly message: string;
}

export interface Asked {
  readonly report: Answer<Report>;
  /** What people changed in it, the oldest first. */
  readonly layers: readonly Layer[];
  readonly misfits: readonly Misfit[];
}

/** A report with its history. */
export function useReport(id: string): Asked {
  const report = useAnswer(["report", id], () => read(api.reports[":id"].$get({ param: { id } })));
  const history = useAnswer(["report-changes", id], () => read(api.reports[":id"].changes.$get({ param: { id } })));
  // Only a report that somebody changed can have changes that do not fit.
  const changed = (history.data?.items.length ?? 0) > 0;
  const misfits = useAnswer(changed ? ["misfits"] : null, () => read(api.changes.misfits.$get()));
  const whole = report.data?.id;
  return {
    report,
    layers: history.data?.items ?? [],
    misfits: (misfits.data?.items ?? []).filter((misfit) => misfit.report === whole),
  };
}
