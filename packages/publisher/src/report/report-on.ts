/** `zpb report`: forms in, one report over all of them out. */
import type { Finding, RuleSettings, Summary } from "@zipingbiao/core";
import type { ReportOptions } from "@zipingbiao/renderer";
import { isDay } from "../batch/forms-bundle.ts";
import { type FormSource, type PlannedForm, type Sourced, planBatch } from "../batch/plan-batch.ts";
import { type FormHead, type ShelvedForm, openForm, shelveForm } from "../batch/shelved-form.ts";
import type { WrittenFile } from "../batch/store.ts";
import { openCheck } from "../check-forms.ts";
import type { Environment } from "../environment.ts";
import { passInputs } from "../input/read-inputs.ts";
import { latePrinter } from "../late-printer.ts";
import { DOCUMENT_FORMATS } from "../render-form.ts";
import { loadRuleSettings } from "../settings/load-rule-settings.ts";
import { Failure, type Trouble, troubleOf } from "../trouble.ts";
import { groupedBy } from "./grouped-by.ts";
import {
  type ReportDocument,
  type ReportedSummary,
  reportDocuments,
  reportPage,
  reportTable,
} from "./report-documents.ts";
import type { ReportGrouping, SummaryFormat } from "../batch/report-files.ts";
import { summariseForms } from "./summarise-forms.ts";

export interface ReportRequest extends ReportOptions {
  readonly paths: readonly string[];
  readonly formats: readonly SummaryFormat[];
  /** Groups to set side by side; without it all. */
  readonly by?: ReportGrouping | undefined;
  /** The file of settings, as for `zpb check`. */
  readonly rules?: string | undefined;
}

export interface Reporting {
  /** `undefined` when no form could be read; then nothing was written. */
  readonly summary: Summary | undefined;
  readonly files: readonly WrittenFile[];
  /** Forms that are the same to the letter as one that was counted. */
  readonly duplicates: readonly Sourced<FormHead>[];
  readonly troubles: readonly Trouble[];
}

/** Reads, scores and audits every form behind the paths, sums them up and writes the report into `folder`. */
export async function reportOn(
  { paths, formats, by, rules, ...options }: ReportRequest,
  folder: string,
  environment: Environment,
): Promise<Reporting> {
  refuseNoDay(options.date);
  const { settings } = await loadRuleSettings(rules, paths, environment);
  const input = await readAndShelve(paths, environment);
  // What was handed in twice was spent once.
  const { forms, duplicates } = planBatch(input.forms);
  const checked = checkPlanned(forms, settings, environment);
  const troubles = [...input.troubles, ...checked.troubles];
  if (checked.forms.length === 0) return { summary: undefined, files: [], duplicates, troubles };
  const summary = groupedBy(summariseForms(checked.forms, checked.aboutAll), by);
  const reported = {
    summary,
    by,
    forms: checked.forms.map(({ planned, findings }) => ({
      hash: planned.hash,
      findings,
      open: () => openForm(planned),
    })),
    aboutAll: checked.aboutAll,
  };
  const output = await environment.openOutput(folder);
  environment.report({ kind: "step", step: "report", done: 0, total: formats.length });
  const files: WrittenFile[] = [];
  for (const { file, pieces } of await printed(reported, formats, options, environment)) {
    files.push(await output.writePieces(file, pieces));
    environment.report({ kind: "step", step: "report", done: files.length, total: formats.length });
  }
  return { summary, files, duplicates, troubles };
}

function refuseNoDay(date: string | undefined): void {
  if (date === undefined || isDay(date)) return;
  throw new Failure({
    code: "usage/date",
    what: `成文日期 ${date} 不是日期`,
    why: "日历上没有这一天，或不是年-月-日的写法",
    next: "请写成 2025-03-01 这样的日期",
  });
}

/** The files that were asked for. Templates are read for a document only; a printer is opened for a PDF, and closed. */
async function printed(
  reported: ReportedSummary,
  formats: readonly SummaryFormat[],
  options: ReportOptions,
  environment: Environment,
): Promise<readonly ReportDocument[]> {
  const printing = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  const table = formats.includes("xlsx") ? [reportTable(reported.summary)] : [];
  if (printing.length === 0) return table;
  const { printer, close } = latePrinter(environment);
  try {
    const templates = environment.loadTemplates();
    const page = reportPage(reported, options, templates);
    return [...(await reportDocuments(page, printing, { templates, printer })), ...table];
  } finally {
    await close();
  }
}

interface ShelvedInputs {
  readonly forms: readonly (ShelvedForm & { readonly source: FormSource })[];
  readonly troubles: readonly Trouble[];
}

async function readAndShelve(paths: readonly string[], environment: Environment): Promise<ShelvedInputs> {
  const forms: ShelvedInputs["forms"][number][] = [];
  const { troubles } = await passInputs(paths, environment, ({ form, source }) => {
    forms.push({ ...shelveForm(form), source });
  });
  return { forms, troubles };
}

interface CheckedForms {
  readonly forms: readonly { readonly planned: PlannedForm; readonly findings: readonly Finding[] }[];
  readonly aboutAll: readonly Finding[];
  readonly troubles: readonly Trouble[];
}

/** A form of an unknown edition is named and left out; no report can count it. */
function checkPlanned(planned: readonly PlannedForm[], settings: RuleSettings, environment: Environment): CheckedForms {
  const check = openCheck({ settings });
  const forms: PlannedForm[] = [];
  const troubles: Trouble[] = [];
  for (const each of planned) {
    try {
      check.add({ form: openForm(each), source: each.source });
      forms.push(each);
    } catch (error) {
      const trouble = troubleOf(error, { file: each.source.file, project: each.form.projectName });
      environment.report({ kind: "trouble", trouble });
      troubles.push(trouble);
    }
  }
  environment.report({ kind: "step", step: "check", done: planned.length, total: planned.length });
  const { findings, batch } = check.finish();
  return {
    forms: forms.map((each, at) => ({ planned: each, findings: findings[at] ?? [] })),
    aboutAll: batch,
    troubles,
  };
}
