/** The door of publisher: the use cases, and the real environment that they run in. */
export { isDay } from "./batch/forms-bundle.ts";
export { checkForms } from "./check-forms.ts";
export type { CheckOutcome, FormFindings } from "./check-forms.ts";
export { parseAsked } from "./correction/asked-changes.ts";
export { correctSource } from "./correction/correct-source.ts";
export type { CorrectionOutcome, CorrectionRequest } from "./correction/correct-source.ts";
export { anyDifference, diffReport, diffSources } from "./diff-sources.ts";
export type { ComparedForms, SourceDiff } from "./diff-sources.ts";
export type { Environment, InputFile, ProgressEvent, ProgressStep, TemplateChoice } from "./environment.ts";
export { anyAtLeast, findingsReport } from "./findings-report.ts";
export type { FindingsReport } from "./findings-report.ts";
export { countsOf, findingsOf, summariseRules } from "./findings/check-report.ts";
export type { CheckReport, RuleSummary } from "./findings/check-report.ts";
export { makeCheckReport } from "./findings/make-check-report.ts";
export type { CheckRequest } from "./findings/make-check-report.ts";
export {
  STATE_LABELS,
  WEIGHT_LABELS,
  absentForm,
  citationText,
  dueText,
  placeText,
  printedText,
  settingsText,
  weightLabel,
} from "./findings/finding-words.ts";
export { goneByForm } from "./findings/gone-findings.ts";
export { rulePages } from "./findings/rule-page.ts";
export type { RulePage } from "./findings/rule-page.ts";
export type { EarlierFinding } from "./findings/read-earlier-report.ts";
export { REPORT_FORMATS, writeReport } from "./findings/write-report.ts";
export type { ReportFormat } from "./findings/write-report.ts";
export { inspectMachine } from "./inspect-machine.ts";
export type { Inspection } from "./inspect-machine.ts";
export { latestEdition, makeTemplate } from "./make-template.ts";
export { nodeEnvironment } from "./node/node-environment.ts";
export { publish } from "./publish.ts";
export type { OpenEngine, PublishOptions, PublishOutcome } from "./publish.ts";
export { openQueue, workOnQueue } from "./queue/queue-door.ts";
export { watchRun } from "./queue/watch-run.ts";
export { readFiles } from "./read-files.ts";
export { FORM_FORMATS, isDocumentFormat, renderForm } from "./render-form.ts";
export type { DocumentFormat, FormFormat } from "./render-form.ts";
export { renderForms } from "./render-forms.ts";
export { renderVolumeFiles } from "./volume/render-volume-files.ts";
export { PLAIN_ARRANGEMENT, VOLUME_GROUPS, VOLUME_ORDERS } from "./volume/arrange-volume.ts";
export type { VolumeArrangement, VolumeGrouping, VolumeOrder } from "./volume/arrange-volume.ts";
export { REPORT_GROUPINGS, SUMMARY_FORMATS, reportFile } from "./batch/report-files.ts";
export type { ReportGrouping, SummaryFormat } from "./batch/report-files.ts";
export { reportOn } from "./report/report-on.ts";
export type { ReportRequest, Reporting } from "./report/report-on.ts";
export type { NamedForm, RunFigures, RunReport } from "./run-report.ts";
export { scoreForms } from "./score-forms.ts";
export type { ScoredForm } from "./score-forms.ts";
export { suggestion } from "./settings/nearest.ts";
export type { SourcedForm } from "./batch/plan-batch.ts";
export { Failure, formatTrouble, troubleOf } from "./trouble.ts";
export type { Trouble } from "./trouble.ts";
export { verificationReport, verify } from "./verify/verify.ts";
export type { VerifyOutcome } from "./verify/verify.ts";
export type { Mismatch } from "./verify/verification.ts";
