/** The door of publisher: the use cases, and the real environment that they run in. */
export { checkForms } from "./check-forms.ts";
export type { CheckOutcome, FormFindings } from "./check-forms.ts";
export type { Environment, InputFile, ProgressEvent, ProgressStep } from "./environment.ts";
export { anyAtLeast, countFindings, findingsReport } from "./findings-report.ts";
export type { FindingCounts, FindingsReport } from "./findings-report.ts";
export { inspectMachine } from "./inspect-machine.ts";
export type { Inspection } from "./inspect-machine.ts";
export { nodeEnvironment } from "./node/node-environment.ts";
export { publish } from "./publish.ts";
export type { Publication, RunFigures } from "./publish.ts";
export { readFiles } from "./read-files.ts";
export { DOCUMENT_FORMATS } from "./render-form.ts";
export type { DocumentFormat } from "./render-form.ts";
export { renderForms } from "./render-forms.ts";
export { scoreForms } from "./score-forms.ts";
export type { ScoredForm } from "./score-forms.ts";
export { Failure, formatTrouble, troubleOf } from "./trouble.ts";
export type { Trouble } from "./trouble.ts";
