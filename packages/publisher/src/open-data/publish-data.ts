/** Published forms → `data/`: the open data, and their description. Forms are opened one at a time, files written as they come. */
import { formJsonSchema } from "@zipingbiao/core";
import { streamWorkbook } from "@zipingbiao/renderer";
import { ALL_FORMS_PATH, CATALOG_PATH, FINDINGS_PATH, SCHEMA_PATH, WORKBOOK_PATH } from "../batch/data-files.ts";
import { jsonText } from "../batch/published-form.ts";
import type { OutputFolder, Pieces, WrittenFile } from "../batch/store.ts";
import type { Environment } from "../environment.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { catalogFacts } from "./catalog-facts.ts";
import { catalogText } from "./catalog.ts";
import type { DataForm } from "./data-form.ts";
import { tableCsv } from "./data-table.ts";
import { dataWorkbook } from "./data-workbook.ts";
import { FIELD_TABLE, fieldRows } from "./field-table.ts";
import { findingsJson } from "./findings-json.ts";
import { formsJson } from "./forms-json.ts";
import { INDICATOR_TABLE, indicatorRows } from "./indicator-table.ts";
import { PROJECT_TABLE } from "./project-table.ts";
import { UNPUBLISHED_TABLE } from "./unpublished-table.ts";

/** `documents` are those about all forms, which the description names beside the data. */
export async function publishData(
  forms: readonly DataForm[],
  unpublished: readonly UnpublishedForm[],
  documents: readonly WrittenFile[],
  output: OutputFolder,
  environment: Pick<Environment, "report">,
): Promise<readonly WrittenFile[]> {
  const contents: readonly (readonly [path: string, pieces: () => Pieces])[] = [
    [ALL_FORMS_PATH, () => formsJson(forms)],
    [WORKBOOK_PATH, () => streamWorkbook(dataWorkbook(forms, unpublished))],
    [PROJECT_TABLE.path, () => tableCsv(PROJECT_TABLE, forms)],
    [INDICATOR_TABLE.path, () => tableCsv(INDICATOR_TABLE, indicatorRows(forms))],
    [UNPUBLISHED_TABLE.path, () => tableCsv(UNPUBLISHED_TABLE, unpublished)],
    [FIELD_TABLE.path, () => tableCsv(FIELD_TABLE, fieldRows())],
    [FINDINGS_PATH, () => findingsJson(forms)],
    [SCHEMA_PATH, () => [jsonText(formJsonSchema())]],
    [CATALOG_PATH, () => [catalogText(catalogFacts(forms, unpublished), [...documents, ...files])]],
  ];
  const files: WrittenFile[] = [];
  for (const [path, pieces] of contents) {
    files.push(await output.writePieces(path, pieces()));
    environment.report({ kind: "step", step: "data", done: files.length, total: contents.length });
  }
  return files;
}
