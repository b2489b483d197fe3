import { writeFileSync } from "node:fs";
import { featuresOf } from "../src/reading/plover/features.ts";
import { LABELS, type Label, ploverModel } from "../src/reading/plover/model.ts";
import { UsageError } from "../src/record/errors.ts";
import { seeded, shuffle } from "../train/plover-fit.ts";
import { trainedModel } from "../train/plover-train.ts";
import { isLabelled, lessonsOf, type PloverRow, pairOfRow, readRows } from "./plover-rows.ts";

/** Precision, recall and F1 of one type, and how many rows have it. */
interface TypeScore {
  readonly type: Label;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly rows: number;
}

/**
 * `bench plover FILE [--out rows.jsonl] [--folds N] [--seed N]`: types the rows of a PLOVER file with the committed
 * model and scores those that have a type; `--out` writes {id, type} a line. With `--folds` models are trained and
 * tested within the file, never with the same sentence on both sides.
 */
export async function main(args: string[]): Promise<void> {
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [file] = args.filter(
    (a, i) => !a.startsWith("--") && !["--out", "--folds", "--seed"].includes(args[i - 1] ?? ""),
  );
  if (!file) throw new UsageError("usage: bench plover FILE [--out rows.jsonl] [--folds N] [--seed N]");
  const folds = Number(option("--folds") ?? 0);
  const rows = folds ? readRows(file).filter(isLabelled) : readRows(file);
  const answers = folds
    ? crossValidated(rows.filter(isLabelled), folds, Number(option("--seed") ?? 1))
    : answered(rows);
  const out = option("--out");
  if (out) writeFileSync(out, rows.map((row, i) => `${JSON.stringify({ id: row.id, type: answers[i] })}\n`).join(""));
  report(file, rows, answers, folds);
}

const answered = (rows: readonly PloverRow[]): Label[] =>
  rows.map((row) => ploverModel().label(featuresOf(pairOfRow(row))));

/** Each row answered by a model that has not seen its sentence. */
function crossValidated(rows: readonly (PloverRow & { type: Label })[], folds: number, seed: number): Label[] {
  const lessons = lessonsOf(rows);
  const sentences = [...new Set(rows.map((row) => row.sentence))];
  shuffle(sentences, seeded(seed));
  const foldOf = new Map(sentences.map((sentence, i) => [sentence, i % folds]));
  const answers: Label[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const isTest = rows.map((row) => foldOf.get(row.sentence) === fold);
    const model = trainedModel(lessons.filter((_, i) => !isTest[i]));
    rows.forEach((_, i) => {
      if (isTest[i]) answers[i] = model.label(lessons[i]!.bag);
    });
  }
  return answers;
}

function scoreOf(type: Label, rows: readonly PloverRow[], answers: readonly Label[]): TypeScore {
  const given = answers.filter((a, i) => a === type && rows[i]!.type !== undefined).length;
  const gold = rows.filter((row) => row.type === type).length;
  const right = rows.filter((row, i) => row.type === type && answers[i] === type).length;
  const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);
  return {
    type,
    precision: ratio(right, given),
    recall: ratio(right, gold),
    f1: ratio(2 * right, given + gold),
    rows: gold,
  };
}

function report(file: string, rows: readonly PloverRow[], answers: readonly Label[], folds: number): void {
  const scores = LABELS.map((type) => scoreOf(type, rows, answers)).filter((score) => score.rows > 0);
  const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);
  for (const { type, precision, recall, f1, rows: gold } of scores) {
    console.log(
      `${type.padEnd(10)} P${percent(precision)}  R${percent(recall)}  F1${percent(f1)}  ${String(gold).padStart(4)} rows`,
    );
  }
  const scored = rows.filter((row) => row.type !== undefined).length;
  const round = (value: number): number => Number(value.toFixed(4));
  const macro = scores.length === 0 ? null : round(scores.reduce((sum, s) => sum + s.f1, 0) / scores.length);
  const right = rows.filter((row, i) => row.type !== undefined && row.type === answers[i]).length;
  const accuracy = scored === 0 ? null : round(right / scored);
  const types = Object.fromEntries(scores.map((s) => [s.type, round(s.f1)]));
  console.log(
    JSON.stringify({ bench: "plover", file, rows: rows.length, scored, folds, macroF1: macro, accuracy, types }),
  );
}

if (import.meta.main) await main(process.argv.slice(2));
