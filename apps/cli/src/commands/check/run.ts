/** `zpb check`: findings with place, printed and due values, basis. */
import { anyAtLeast, checkForms, findingsReport } from "@zipingbiao/publisher";
import { EXIT, batchStatus } from "../../exit-status.ts";
import { printFindings } from "../../terminal/print-findings.ts";
import type { Run } from "../command.ts";
import type { CheckArgs } from "./args.ts";

export const runCheck: Run<CheckArgs> = async ({ paths, format, edition, failOn }, { console, environment }) => {
  const outcome = await checkForms(paths, edition === undefined ? {} : { edition }, environment);
  const { forms, troubles } = outcome;
  if (forms.length > 0 || format === "json") {
    console.result(
      format === "json" ? `${JSON.stringify(findingsReport(forms), undefined, 2)}\n` : printFindings(outcome),
    );
  }
  const found = forms.some((checked) => anyAtLeast(checked.findings, failOn));
  return found ? EXIT.findings : batchStatus(forms.length, troubles.length);
};
