/** Summary → the files of its report. */
import type { Finding, SelfEvaluationForm, Summary, Twin } from "@zipingbiao/core";
import { type ReportOptions, renderPage, viewReport, streamWorkbook } from "@zipingbiao/renderer";
import { distantTwin, reportTwin } from "../batch/document-twin.ts";
import { MOST_CARRIED, type ReportFacts, type ReportedFinding } from "../batch/forms-bundle.ts";
import { DOCUMENT_FORMATS, type RenderParts, renderDocuments } from "../render-form.ts";
import { type ReportGrouping, type SummaryFormat, reportFile } from "../batch/report-files.ts";
import type { Pieces } from "../batch/store.ts";
import { reportWorkbook } from "./report-workbook.ts";

export interface ReportDocument {
  readonly file: string;
  /** To be read once; those of the workbook are made meanwhile. */
  readonly pieces: Pieces;
  /** Of a PDF. */
  readonly pages?: number;
}

export interface ReportedSummary {
  readonly summary: Summary;
  /** The groups that were asked for. */
  readonly by?: ReportGrouping | undefined;
  /** What the summary was made of: the data that the documents carry, or name where it is too much. */
  readonly forms: readonly ReportedForm[];
  /** Findings that belong to no single form. */
  readonly aboutAll: readonly Finding[];
}

/** A form of a report, opened when it is its turn. */
export interface ReportedForm {
  readonly hash: string;
  readonly findings: readonly Finding[];
  readonly open: () => SelfEvaluationForm;
}

/** The files that were asked for; the same summary gives the same bytes. `parts` is asked for only when a document is wanted. */
export async function reportDocuments(
  reported: ReportedSummary,
  formats: readonly SummaryFormat[],
  options: ReportOptions,
  parts: () => RenderParts,
): Promise<readonly ReportDocument[]> {
  const { summary } = reported;
  const printed = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  const documents: ReportDocument[] = [];
  if (printed.length > 0) {
    const { templates, printer } = parts();
    const page = renderPage(templates, viewReport(summary, options), twinOf(reported, options));
    for (const { format, bytes, pages } of await renderDocuments(page, printed, { templates, printer })) {
      documents.push({ file: reportFile(format), pieces: [bytes], ...(pages === undefined ? {} : { pages }) });
    }
  }
  if (formats.includes("xlsx")) {
    documents.push({ file: reportFile("xlsx"), pieces: streamWorkbook(reportWorkbook(summary)) });
  }
  return documents;
}

function twinOf(reported: ReportedSummary, options: ReportOptions): Twin {
  const { forms, aboutAll } = reported;
  const facts = factsOf(reported, options);
  if (forms.length > MOST_CARRIED) {
    return distantTwin(
      forms.map(({ hash }) => hash),
      facts,
    );
  }
  return reportTwin(opened(forms), {
    ...facts,
    findings: forms.map(({ findings }) => findings.map(reportedFinding)),
    aboutAll: aboutAll.map(reportedFinding),
  });
}

function* opened(forms: readonly ReportedForm[]): Generator<SelfEvaluationForm> {
  for (const each of forms) yield each.open();
}

function factsOf({ by }: ReportedSummary, { owner, date }: ReportOptions): Omit<ReportFacts, "findings" | "aboutAll"> {
  return {
    ...(owner === undefined ? {} : { owner }),
    ...(date === undefined ? {} : { date }),
    ...(by === undefined ? {} : { by }),
  };
}

/** What a report prints of a finding; where it was read is not made public. */
function reportedFinding({ rule, severity, outcome, at, label, text, message }: Finding): ReportedFinding {
  return { rule, severity, outcome, at, label, text, message };
}
