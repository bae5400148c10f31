/** The door of renderer: Form → view → page → HTML, PDF, DOCX. */
export { unpackChartFonts, usePlainFonts } from "./chart/plain-fonts.ts";
export { renderDocx, renderVolumeDocx } from "./docx/render-docx.ts";
export { formSheetTexts, renderFormSheet } from "./form-sheet/render-form-sheet.ts";
export type { FormSheetText } from "./form-sheet/render-form-sheet.ts";
export { renderFormTemplate } from "./form-sheet/template/form-template.ts";
export { renderListTemplate } from "./form-sheet/template/list-template.ts";
export { loadTemplates } from "./page/compile-templates.ts";
export type { Templates } from "./page/compile-templates.ts";
export type { Page } from "./page/page.ts";
export { UnreadablePage, readWebPage } from "./page/read-web-page.ts";
export type { WebPage } from "./page/read-web-page.ts";
export { fillPageNumbers } from "./page/page-numbers.ts";
export { type LaidVolume, type VolumeForm, layOutVolume, volumeHtml } from "./page/lay-out-volume.ts";
export { renderPage } from "./page/render-page.ts";
export { widenedColumns } from "./sheet/cell-size.ts";
export { streamWorkbook } from "./sheet/stream-workbook.ts";
export type { StreamedSheet, StreamedWorkbook } from "./sheet/streamed-workbook.ts";
export { writeWorkbook } from "./sheet/write-workbook.ts";
export type { SheetCell, SheetColumn, SheetFigure, Workbook, WorkbookSheet } from "./sheet/workbook.ts";
export type {
  FindingsCaptions,
  FindingsCountTexts,
  FindingsRow,
  FindingsSection,
  FindingsView,
} from "./site/findings-view.ts";
export type { FormPageView } from "./site/form-page-view.ts";
export type { ListView } from "./site/list-view.ts";
export { dataName } from "./site/search/data-files.ts";
export type { ShownTexts } from "./site/search/data-files.ts";
export { packRows } from "./site/search/packed-rows.ts";
export type { ListedRow } from "./site/search/packed-rows.ts";
export { INDEX_OPTIONS } from "./site/search/search-index.ts";
export type { SearchEntry } from "./site/search/search-index.ts";
export { SITE_SCRIPT } from "./site/site-script.gen.ts";
export { SITE_FOLDER, START_SCRIPT } from "./site/site-template.ts";
export type { SiteColumns, SiteDownload, SiteLink, SiteRow, SiteView } from "./site/site-view.ts";
export { TemplateError } from "./template/template-error.ts";
export { installedTemplates, templatesIn } from "./page/template-source.ts";
export type { TemplateSource } from "./page/template-source.ts";
export { rateBands } from "./view/report/rate-bands.ts";
export type { CorrectionView } from "./view/correction-view.ts";
export { viewCorrection } from "./view/view-correction.ts";
export type { AboutDocument, FormView } from "./view/form-view.ts";
export type { LabelledCell } from "./view/labelled-cell.ts";
export { viewForm } from "./view/view-form.ts";
export { type ReportOptions, viewReport } from "./view/report/view-report.ts";
export type { ReportView } from "./view/report/report-view.ts";
export type { PrintedView } from "./view/view-text.ts";
export { viewCells, viewRows, viewText } from "./view/view-text.ts";
export { frameVolume, viewVolume } from "./view/view-volume.ts";
export type { FormGroup, UnpublishedEntry, VolumeHead, VolumePart } from "./view/view-volume.ts";
export type { ListedHead } from "./view/view-project-list.ts";
export type { VolumeFrame, VolumeView } from "./view/volume-view.ts";
export type { FontUsed } from "./fonts/font-set.ts";
export { type Described, describeBrowser } from "./pdf/describe.ts";
export { describeFonts } from "./pdf/describe-fonts.ts";
export { readPrintedPdf } from "./pdf/reader/read-printed-pdf.ts";
export type { PrintedPdf } from "./pdf/reader/read-printed-pdf.ts";
export { UnreadablePdf } from "./pdf/reader/unreadable-pdf.ts";
export { compareFigures } from "./twin/compare-figures.ts";
export type { FigureDifference, ShownFigure } from "./twin/compare-figures.ts";
export { compareText } from "./twin/compare-text.ts";
export { bare } from "./view/bare-text.ts";
export type { ShownText, TextDifference } from "./twin/compare-text.ts";
export type { BookJob, BookPart, BookPrint, PrintedBook } from "./pdf/join/book-job.ts";
export { bookOfVolume } from "./pdf/join/book-of-volume.ts";
export { openPrinter } from "./pdf/open-printer.ts";
export { PrintFailure, type PrintFailureCode } from "./pdf/print-failure.ts";
export type {
  PrintedDocument,
  Printer,
  PrinterEvent,
  PrinterOptions,
  PrinterVersions,
} from "./pdf/printer.ts";
export type { PrintJob } from "./pdf/print-job.ts";
export { openCacheFolder } from "./cache/cache-folder.ts";
