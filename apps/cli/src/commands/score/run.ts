/** `zpb score`: every computed figure beside the printed one. Differences are shown, not judged: that is `check`. */
import { figuresOf, labelIn } from "@zipingbiao/core";
import { type ScoredForm, scoreForms } from "@zipingbiao/publisher";
import { batchStatus } from "../../exit-status.ts";
import { printScoreSheet } from "../../terminal/print-score-sheet.ts";
import type { Run } from "../command.ts";
import type { ScoreArgs } from "./args.ts";

export const runScore: Run<ScoreArgs> = async ({ paths, format }, { console, environment }) => {
  let shown = 0;
  const show = (scored: ScoredForm): void => {
    if (format === "json") console.result(`${shown === 0 ? "[\n" : ",\n"}${scoreJson(scored)}`);
    else console.result(`${shown === 0 ? "" : "\n"}${printScoreSheet(scored)}`);
    shown += 1;
  };
  const { forms, troubles } = await scoreForms(paths, show, environment);
  if (format === "json") console.result(shown === 0 ? "[]\n" : "\n]\n");
  return batchStatus(forms, troubles.length);
};

/** One entry of the list, indented as it stands there. */
function scoreJson({ form, source, sheet }: ScoredForm): string {
  const entry = {
    form: { file: source.file, index: source.index, projectName: form.projectName },
    figures: figuresOf(sheet).map((figure) => ({
      at: figure.at,
      label: labelIn(form, figure.at),
      printed: figure.printed,
      due: figure.due.kind === "unknown" ? null : figure.due.text,
      reason: figure.due.kind === "unknown" ? figure.due.reason : null,
      agrees: figure.agrees ?? null,
      strict: figure.strict,
      basis: figure.basis.id,
    })),
  };
  return JSON.stringify([entry], undefined, 2).slice(2, -2);
}
