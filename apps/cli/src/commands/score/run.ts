/** `zpb score`: every computed figure beside the printed one. Differences are shown, not judged: that is `check`. */
import { figuresOf, labelIn } from "@zipingbiao/core";
import { type CheckedForm, checkForms } from "@zipingbiao/publisher";
import { batchStatus } from "../../exit-status.ts";
import { printScoreSheet } from "../../terminal/print-score-sheet.ts";
import type { Run } from "../command.ts";
import type { ScoreArgs } from "./args.ts";

export const runScore: Run<ScoreArgs> = async ({ paths, format }, { console, environment }) => {
  const { forms, troubles } = await checkForms(paths, {}, environment);
  console.result(
    format === "json"
      ? `${JSON.stringify(forms.map(scoreJson), undefined, 2)}\n`
      : forms.map(printScoreSheet).join("\n"),
  );
  return batchStatus(forms.length, troubles.length);
};

function scoreJson({ form, source, sheet }: CheckedForm) {
  return {
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
}
