/** `zpb correct`: the next revision of a form, with its documents and the 更正说明. */
import { type RevisionChange, countFindings, labelIn } from "@zipingbiao/core";
import { type CorrectionOutcome, anyAtLeast, correctSource, formatTrouble } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import { printChange } from "../../terminal/print-change.ts";
import { printCounts } from "../../terminal/print-findings.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { CorrectArgs } from "./args.ts";

export const runCorrect: Run<CorrectArgs> = async ({ fonts, templates, ...request }, { console, environment }) => {
  const outcome = await correctSource(request, withLayout(environment, { fonts, templates }));
  if (outcome.kind === "refused") {
    const { source, form } = outcome.sourced;
    const place = { file: source.file, project: form.projectName };
    console.say(`没有更正，什么也没有写：`);
    for (const refusal of outcome.refusals) console.say(`  ${formatTrouble({ ...place, ...refusal })}`);
    return EXIT.failed;
  }
  console.result(summaryOf(outcome, request.folder));
  return anyAtLeast(outcome.checked.findings, "error") ? EXIT.findings : EXIT.clean;
};

const CAUSES: Readonly<Record<RevisionChange["cause"], string>> = { asked: "更正", derived: "随之重算" };

function summaryOf(
  { correction, checked, files }: Extract<CorrectionOutcome, { kind: "corrected" }>,
  folder: string,
): string {
  const { form, findings } = checked;
  const errors = findings.filter(({ severity, outcome }) => severity === "error" && outcome === "violated");
  const lines = [
    `已更正「${form.projectName}」：第 ${form.revision?.number ?? 0} 次更正，${form.revision?.date ?? ""}`,
    ...(correction.restored ? ["  撤回上一次更正：各处恢复原样"] : []),
    ...correction.changes.map(
      (change) => `  ${CAUSES[change.cause]}　${printChange(labelIn(form, change.at), change.before, change.after)}`,
    ),
    ...correction.left.map(({ label, reason }) => `  未能重算　${label}：${reason}；如需改动，请用 --set 一并给出`),
    `写入 ${folder}：${files.map(({ path }) => path).join("、")}`,
    `更正后检查：${printCounts(countFindings(findings))}`,
    ...errors.map(({ label, message }) => `  【差错】${label}：${message}`),
  ];
  return `${lines.join("\n")}\n`;
}
