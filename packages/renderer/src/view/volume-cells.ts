/** VolumeView → its rows of labelled cells. */
import { formCells } from "./form-cells.ts";
import { type CellRow, type LabelledCell, caption, value } from "./labelled-cell.ts";
import type { ProjectTexts, UnpublishedTexts, VolumeView } from "./volume-view.ts";

const LISTED = ["number", "project", "unit", "budget", "execution", "rate", "score", "rating"] as const;
const UNPUBLISHED = ["number", "fiscalYear", "project", "unit", "status", "reason", "signed"] as const;

export function volumeCells(view: VolumeView): CellRow[] {
  const { cover, unpublished } = view;
  return [
    [value("封面 · 年度", cover.period)],
    [value("封面 · 名称", cover.name)],
    [value("封面 · 份数", cover.extent)],
    ...cover.bodies.map((body) => [value("封面 · 主管部门", body)]),
    ...contentsCells(view),
    ...listCells(view),
    ...view.groups.flatMap(({ divider, forms }) => [
      ...(divider === null
        ? []
        : [[value("分组", divider.title)], [value(`分组「${divider.title}」份数`, divider.extent)]]),
      ...forms.flatMap(({ form }) => formCells(form).map((row) => row.map((cell) => inForm(cell, form.project.text)))),
    ]),
    ...(unpublished === null
      ? []
      : [
          [value("标题", unpublished.title)],
          UNPUBLISHED.map((column) => caption(unpublished.columns[column])),
          ...unpublished.rows.map((row) => unpublishedCells(row, unpublished.columns)),
        ]),
  ];
}

function contentsCells({ contents: { title, columns, rows } }: VolumeView): CellRow[] {
  return [
    [value("标题", title)],
    [columns.number, columns.project, columns.unit, columns.page].map(caption),
    ...rows.map(({ part, entry }): CellRow => {
      if (entry === null) return [value(title, part?.title ?? "")];
      const place = `${title}第 ${entry.number} 行`;
      return [
        value(`${place} · ${columns.number}`, entry.number),
        value(`${place} · ${columns.project}`, entry.project + entry.year),
        value(`${place} · ${columns.unit}`, entry.unit),
      ];
    }),
  ];
}

function listCells({ list }: VolumeView): CellRow[] {
  const columns = { ...list.columns, ...list.amounts };
  const cells = (row: ProjectTexts) =>
    LISTED.map((column) => value(`${list.title}第 ${row.number} 行 · ${columns[column]}`, row[column]));
  return [
    [value("标题", list.title)],
    [...LISTED.map((column) => caption(columns[column])), caption(columns.page)],
    ...list.groups.flatMap(({ title, rows }) => [
      ...(title === "" ? [] : [[value(list.title, title)]]),
      ...rows.map((row) => cells({ ...row, project: row.project + row.year })),
    ]),
    ...(list.remark === "" ? [] : [[value(`${list.title} · 注`, list.remark)]]),
  ];
}

function unpublishedCells(row: UnpublishedTexts, columns: UnpublishedTexts): CellRow {
  return UNPUBLISHED.map((column) => value(`未公开第 ${row.number} 行 · ${columns[column]}`, row[column]));
}

function inForm(cell: LabelledCell, project: string): LabelledCell {
  return { ...cell, label: `「${project}」${cell.label}` };
}
