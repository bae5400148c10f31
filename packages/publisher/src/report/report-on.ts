/** `zpb report`: forms in, one summary report over all of them out. */
import { type Finding, type RuleSettings, type Summary, summarise } from "@zipingbiao/core";
import { writeWorkbook } from "@zipingbiao/renderer";
import { type PlannedForm, type SourcedForm, planBatch } from "../batch/plan-batch.ts";
import type { WrittenFile } from "../batch/store.ts";
import { type CheckedForm, openCheck } from "../check-forms.ts";
import type { Environment } from "../environment.ts";
import { readInputs } from "../input/read-inputs.ts";
import { type Trouble, troubleOf } from "../trouble.ts";
import { reportWorkbook } from "./report-workbook.ts";
import { SHEET_FILE } from "./report-files.ts";

export interface ReportRequest {
  readonly paths: readonly string[];
  readonly settings?: RuleSettings;
}

export interface Reporting {
  /** `undefined` when no form could be read; then nothing was written. */
  readonly summary: Summary | undefined;
  readonly files: readonly WrittenFile[];
  /** Forms that are the same to the letter as one that was counted. */
  readonly duplicates: readonly SourcedForm[];
  readonly troubles: readonly Trouble[];
}

/** Reads, scores and audits every form behind the paths, sums them up and writes the report into `folder`. */
export async function reportOn(
  { paths, settings }: ReportRequest,
  folder: string,
  environment: Environment,
): Promise<Reporting> {
  const input = await readInputs(paths, environment);
  // A form that was handed in twice is spent once.
  const { forms, duplicates } = planBatch(input.forms);
  const checked = checkPlanned(forms, settings, environment);
  const troubles = [...input.troubles, ...checked.troubles];
  if (checked.forms.length === 0) return { summary: undefined, files: [], duplicates, troubles };
  const summary = summaryOf(checked.forms, checked.aboutAll);
  const output = await environment.openOutput(folder);
  const files = [await output.write(SHEET_FILE, await writeWorkbook(reportWorkbook(summary)))];
  environment.report({ kind: "step", step: "report", done: 1, total: 1 });
  return { summary, files, duplicates, troubles };
}
