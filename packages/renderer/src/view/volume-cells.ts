/** VolumeView → its rows of labelled cells. */
import { formCells } from "./form-cells.ts";
import { type CellRow, type LabelledCell, caption, value } from "./labelled-cell.ts";
import type {
  ProjectTexts,
  UnpublishedList,
  UnpublishedTexts,
  VolumeDivider,
  VolumeEntry,
  VolumeFrame,
  VolumeView,
} from "./volume-view.ts";

const LISTED = ["number", "project", "unit", "budget", "execution", "rate", "score", "rating"] as const;
const UNPUBLISHED = ["number", "fiscalYear", "project", "unit", "status", "reason", "signed"] as const;

export function volumeCells(view: VolumeView): CellRow[] {
  return [
    ...frontCells(view),
    ...view.groups.flatMap(({ divider, forms }) => [
      ...(divider === null ? [] : dividerCells(divider)),
      ...forms.flatMap(entryCells),
    ]),
    ...(view.unpublished === null ? [] : backCells(view.unpublished)),
  ];
}

/** Cover, contents and list. */
export function frontCells(frame: VolumeFrame): CellRow[] {
  const { cover } = frame;
  return [
    [value("封面 · 年度", cover.period)],
    [value("封面 · 名称", cover.name)],
    ...(cover.part === "" ? [] : [[value("封面 · 册次", cover.part)]]),
    [value("封面 · 份数", cover.extent)],
    ...cover.bodies.map((body) => [value("封面 · 主管部门", body)]),
    ...contentsCells(frame),
    ...listCells(frame),
  ];
}

export function dividerCells({ title, extent }: VolumeDivider): CellRow[] {
  return [[value("分组", title)], [value(`分组「${title}」份数`, extent)]];
}

export function entryCells({ form }: VolumeEntry): CellRow[] {
  return formCells(form).map((row) => row.map((cell) => inForm(cell, form.project.text)));
}

export function backCells({ title, columns, rows }: UnpublishedList): CellRow[] {
  return [
    [value("标题", title)],
    UNPUBLISHED.map((column) => caption(columns[column])),
    ...rows.map((row) => unpublishedCells(row, columns)),
  ];
}

function contentsCells({ contents: { title, columns, rows } }: VolumeFrame): CellRow[] {
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

function listCells({ list }: VolumeFrame): CellRow[] {
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
