/** The sum of a column of points, its blank cells counted as zero. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { Due } from "../scoring/due.ts";
import { addScores, formatScore } from "../values/score.ts";

/** 执行率 and all indicators; `undefined` where a cell cannot be read, for then nobody knows the sum. */
export function sumOfRead(form: SelfEvaluationForm, column: "weight" | "score"): Due | undefined {
  const cells = [form.funds.total[column], ...form.indicators.map((row) => row[column])];
  if (cells.some((cell) => cell.kind === "unreadable")) return undefined;
  const sum = addScores(cells.flatMap((cell) => (cell.kind === "read" ? [cell.value] : [])));
  return { kind: "exact", value: sum.points, text: formatScore(sum) };
}
