/** The sheets 公开 and 未公开: every form that was read, by what became of it. */
import { countFindings } from "@zipingbiao/core";
import type { StreamedSheet } from "@zipingbiao/renderer";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedOfDepartment } from "../gate/unpublished.ts";
import type { DataForm } from "../open-data/data-form.ts";
import { type Field, tableSheet } from "../open-data/data-table.ts";
import { countField, nameFields, textField } from "./table-fields.ts";

const PUBLISHED: readonly Field<DataForm>[] = [
  ...nameFields<DataForm>(({ planned }) => ({ number: planned.number, ...planned.form })),
  textField("情况", 9, () => "公开"),
  countField("PDF 页数", ({ pages }) => pages),
  countField("差错", ({ findings }) => countFindings(findings).error),
  countField("疑点", ({ findings }) => countFindings(findings).warning),
  countField("放行处数", ({ waived }) => waived.length),
  countField("遮盖处数", ({ planned }) => planned.masked?.length ?? 0),
  countField("更正次数", ({ planned }) => planned.form.revision?.number ?? 0),
  textField("文件夹", 44, ({ planned }) => planned.folder),
  textField("form.json 的 sha256", 36, ({ planned }) => planned.hash),
];

export function publishedSheet(forms: readonly DataForm[]): StreamedSheet {
  return tableSheet({ name: "公开", fields: PUBLISHED }, forms, 0);
}

const UNPUBLISHED: readonly Field<UnpublishedOfDepartment>[] = [
  ...nameFields<UnpublishedOfDepartment>((form) => form),
  textField("情况", 10, statusText),
  textField("原因", 44, reasonText),
  textField("没有通过的规则", 32, (form) => (form.kind === "blocked" ? form.rules.join("\n") : "")),
  textField("签批", 20, (form) => (form.kind === "withheld" ? form.signedBy : "")),
  textField("日期", 12, (form) => (form.kind === "withheld" ? form.date : "")),
];

export function unpublishedSheet(forms: readonly UnpublishedOfDepartment[]): StreamedSheet {
  return tableSheet({ name: "未公开", fields: UNPUBLISHED }, forms, 0);
}
