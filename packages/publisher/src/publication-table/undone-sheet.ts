/** The sheet 未完成: forms without documents, inputs that were not read, and forms that were handed in twice. */
import type { StreamedSheet } from "@zipingbiao/renderer";
import { publicReason } from "../batch/failed-forms.ts";
import { maskText } from "../gate/personal-data.ts";
import { type Field, tableSheet } from "../open-data/data-table.ts";
import type { Trouble } from "../trouble.ts";
import type { RunRecord } from "./run-record.ts";
import { textField } from "./table-fields.ts";

interface UndoneRow {
  readonly kind: string;
  readonly file: string;
  readonly place: string;
  readonly year: string;
  readonly unit: string;
  readonly project: string;
  readonly reason: string;
  readonly code: string;
}

const FIELDS: readonly Field<UndoneRow>[] = [
  textField("类别", 24, ({ kind }) => kind),
  textField("来源文件", 36, ({ file }) => file),
  textField("位置", 16, ({ place }) => place),
  textField("年度", 8, ({ year }) => year),
  textField("实施单位", 24, ({ unit }) => unit),
  textField("项目名称", 34, ({ project }) => project),
  textField("原因", 48, ({ reason }) => reason),
  textField("代码", 26, ({ code }) => code),
];

/** Names of inputs as they were given, never where they lie on the machine. */
export function undoneSheet({ failed, troubles, duplicates }: RunRecord): StreamedSheet {
  const rows: readonly UndoneRow[] = [
    ...failed.map(({ planned: { form, source }, code, reason }) => ({
      kind: "没有做成文档",
      file: fileName(source.file),
      place: `第 ${source.index} 份`,
      year: String(form.fiscalYear),
      unit: form.implementingUnit,
      project: form.projectName,
      reason: maskText(reason).text,
      code,
    })),
    ...inOrder(
      troubles.map((trouble) => ({
        kind: "没有读出",
        file: fileName(trouble.file ?? ""),
        place: placeOf(trouble),
        year: "",
        unit: "",
        project: maskText(trouble.project ?? "").text,
        reason: maskText(publicReason(trouble)).text,
        code: trouble.code,
      })),
    ),
    ...inOrder(
      duplicates.map(({ form, source }) => ({
        kind: "内容相同，不重复公开",
        file: fileName(source.file),
        place: `第 ${source.index} 份`,
        year: String(form.fiscalYear),
        unit: maskText(form.implementingUnit).text,
        project: maskText(form.projectName).text,
        reason: "与另一份逐字相同",
        code: "",
      })),
    ),
  ];
  return tableSheet({ name: "未完成", fields: FIELDS }, rows, 0);
}

/** Of a path that leads from the root of a machine only the last step; names may hold personal data. */
function fileName(file: string): string {
  const isAbsolute = /^(?:[/\\~]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/u.test(file);
  return maskText(isAbsolute ? (file.split(/[/\\]/u).at(-1) ?? "") : file).text;
}

function placeOf({ sheet, cell, page, line }: Trouble): string {
  const parts = [
    sheet === undefined ? "" : `工作表「${maskText(sheet).text}」`,
    cell ?? "",
    page === undefined ? "" : `第 ${page} 页`,
    line === undefined ? "" : `第 ${line} 行`,
  ];
  return parts.filter((part) => part !== "").join("，");
}

/** By name and place, whatever the order in which the run came upon them. */
function inOrder(rows: readonly UndoneRow[]): readonly UndoneRow[] {
  const key = ({ file, place, project, code }: UndoneRow): string => JSON.stringify([file, place, project, code]);
  return rows.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
