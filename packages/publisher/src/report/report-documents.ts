/** Summary → the files of its report. */
import type { Finding, SelfEvaluationForm, Summary, Twin } from "@zipingbiao/core";
import {
  type Page,
  type ReportOptions,
  type Templates,
  renderPage,
  streamWorkbook,
  viewReport,
} from "@zipingbiao/renderer";
import { distantTwin, reportTwin } from "../batch/document-twin.ts";
import { MOST_CARRIED, type ReportFacts, type ReportedFinding } from "../batch/forms-bundle.ts";
import { type DocumentFormat, type RenderParts, renderDocuments } from "../render-form.ts";
import { type ReportGrouping, reportFile } from "../batch/report-files.ts";
import type { Pieces } from "../batch/store.ts";
import { reportWorkbook } from "./report-workbook.ts";

export interface ReportDocument {
  readonly file: string;
  /** To be read once. */
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

/** What its documents are made of; it holds texts, and nothing of the summary. */
export function reportPage(reported: ReportedSummary, options: ReportOptions, templates: Templates): Page {
  return renderPage(templates, viewReport(reported.summary, options), twinOf(reported, options));
}

/** In the order of `formats`. The same page gives the same bytes. */
export async function reportDocuments(
  page: Page,
  formats: readonly DocumentFormat[],
  parts: RenderParts,
): Promise<readonly ReportDocument[]> {
  const documents = await renderDocuments(page, formats, parts);
  return documents.map(({ format, bytes, pages }) => ({
    file: reportFile(format),
    pieces: [bytes],
    ...(pages === undefined ? {} : { pages }),
  }));
}

/** The workbook of the same figures, made while it is read. */
export function reportTable(summary: Summary): ReportDocument {
  return { file: reportFile("xlsx"), pieces: streamWorkbook(reportWorkbook(summary)) };
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
