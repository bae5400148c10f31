/** The indicator rows, with labels carried down and rows that a page has cut put together. */
import {
  type Edition,
  INDICATOR_FIELDS,
  MAX_INDICATORS,
  type WireForm,
  indicatorColumnSpellings,
  indicatorPath,
} from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { fold, foldCaption } from "../lines/normalise.ts";
import type { Grid, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { Refusal, unrecognised } from "../refusal.ts";
import { type AlignedRow, type Columns, alignRow } from "./align-row.ts";
import { type Draft, leaveOver, putNumber, putText } from "./draft.ts";
import { completes, isLevel2, isPointsOnly, isWholeLabel, labelName, labelText, parentsOf } from "./labels.ts";
import { ruledRow } from "./ruled-row.ts";
import { askUneven } from "./uneven-row.ts";
import { captionsOf, cellAt, columnOf, placeOf, textOfRow } from "./row.ts";

type WireIndicator = WireForm["indicators"][number];

/** One row under way: its cells, which later rows may still go on with. */
interface OpenRow {
  cells: Record<(typeof INDICATOR_FIELDS)[number], PlacedCell>;
}

/** The labels of the group that a row belongs to; blank until one is printed. */
interface Group {
  level1: PlacedCell;
  level2: PlacedCell;
}

/**
 *     一级指标 │ 二级指标 │ 三级指标 │ 年度指标值 │ 实际完成值 │ 分值 │ 得分 │ 偏差原因分析及改进措施
 *     效益指标 │ 社会效益 │ 业务协同 │ 加强       │ 达成指标   │ 10.00 │ 10.00 │
 *              │ 指标     │          │            │            │       │       │      ← the label goes on over a page
 *              │ 生态效益指标 │ …
 */
export function readIndicatorTable(
  grid: Grid,
  captions: number,
  end: number,
  edition: Edition,
  draft: Draft,
): WireForm["indicators"] {
  const head = grid[captions] ?? { cells: [], afterGap: false };
  const columns = columnsOf(head, edition);
  if (head.ruled !== true) refuseOtherOrder(head, columns);
  const block =
    edition.captions.indicatorBlock === undefined ? undefined : foldCaption(edition.captions.indicatorBlock);
  const rows: OpenRow[] = [];
  const blank: PlacedCell = { text: "", origin: cellAt(head, 0).origin };
  let group: Group = { level1: blank, level2: blank };
  const witnesses = { figures: [columns.weight, columns.score], words: columns.deviationNote };
  for (const each of grid.slice(captions + 1, end)) {
    if (repeatsHead(each, head)) continue;
    const row = askUneven(each, head, witnesses);
    const found = row.ruled === true ? ruledRow(row, head, columns, block) : alignRow(row, columns, block);
    const aligned = found === undefined ? undefined : withoutPoints(found, rows);
    if (aligned === undefined) {
      goOn(row, rows, columns, block, draft);
      continue;
    }
    if (rows.length === MAX_INDICATORS)
      throw new Refusal(
        "too-large",
        placeOf(row),
        "指标行过多。",
        `上限 ${MAX_INDICATORS} 行。`,
        "请核对是否把几份表连在了一起。",
      );
    group = groupOf(aligned, rows.at(-1), group);
    rows.push({ cells: cellsOf(aligned, group) });
    for (const cell of aligned.extra) leaveOver(draft, cell);
  }
  // Where merged cells are known, nothing between the captions and the total is just that: a form without indicators.
  const isEmpty = head.ruled === true && end === captions + 1;
  if (rows.length === 0 && !isEmpty) throw unrecognised(placeOf(head), textOfRow(head), "有分值和得分的指标行");
  return rows.map(({ cells }, at) => putRow(cells, at, draft));
}

function columnsOf(head: PlacedRow, edition: Edition): Columns {
  const columns = INDICATOR_FIELDS.map(
    (field) => [field, columnOf(head, ...indicatorColumnSpellings(edition, field))] as const,
  );
  return Object.fromEntries(columns) as unknown as Columns;
}

/** Where cells may be shifted, they are told apart by their order, so it must be that of the edition. */
function refuseOtherOrder(head: PlacedRow, columns: Columns): void {
  const other = INDICATOR_FIELDS.find((field, at) => {
    const before = INDICATOR_FIELDS[at - 1];
    return before !== undefined && columns[field] < columns[before];
  });
  if (other === undefined) return;
  throw unrecognised(placeOf(head), textOfRow(head), "按表式的次序排列的绩效指标各栏");
}

function repeatsHead(row: PlacedRow, head: PlacedRow): boolean {
  const own = captionsOf(row);
  return own.length > 3 && own.join("|") === captionsOf(head).join("|");
}

/**
 *     产出指标 │ 数量指标 │ …
 *     (50分)   │ 质量指标 │ …      the second line of the label above, seen in the next row
 */
function withoutPoints(row: AlignedRow, rows: readonly OpenRow[]): AlignedRow {
  const points = fold(row.level1?.text ?? "");
  const open = rows.at(-1)?.cells.level1;
  if (open === undefined || !isPointsOnly(points) || !completes(open.text, points)) return row;
  const level1 = { ...open, text: open.text + (row.level1?.text ?? "").replaceAll(/\s/gu, "") };
  const first = rows.findLastIndex(({ cells }) => cells.level1.text !== open.text) + 1;
  for (const each of rows.slice(first)) each.cells = { ...each.cells, level1 };
  return { ...row, level1: undefined };
}

/** A first-level label without a second one opens a new group; a repeated one goes on with the old. */
function groupOf(row: AlignedRow, before: OpenRow | undefined, group: Group): Group {
  // The row before may have got the rest of its label after it was opened.
  const last: Group = before === undefined ? group : { level1: before.cells.level1, level2: before.cells.level2 };
  const level1 =
    row.level1 === undefined ? carried(last.level1, row) : { ...row.level1, text: labelText(row.level1.text) };
  const isNew = row.level1 !== undefined && level1.text !== last.level1.text;
  const blank: PlacedCell = { text: "", origin: row.name.origin };
  const level2 =
    row.level2 !== undefined
      ? { ...row.level2, text: labelText(row.level2.text) }
      : isNew
        ? blank
        : { text: last.level2.text, origin: last.level2.origin };
  return { level1: row.level1 === undefined ? doubtLevel1(level1, level2, row) : level1, level2 };
}

function carried(level1: PlacedCell, row: AlignedRow): PlacedCell {
  return level1.text === "" ? { text: "", origin: row.name.origin } : { text: level1.text, origin: level1.origin };
}

/**
 * A second-level label under a first-level label that it never stands under, where the first is not printed in this
 * row. In a row that is shifted the label was lost, so the second level tells it; else the one above is carried down.
 */
function doubtLevel1(level1: PlacedCell, level2: PlacedCell, row: AlignedRow): PlacedCell {
  if (row.level2 === undefined || !isLevel2(level2.text)) return level1;
  const parents = parentsOf(level2.text);
  if (level1.text !== "" && parents.includes(labelName(level1.text))) return level1;
  const [parent] = parents;
  if (parent === undefined) return level1;
  const text = row.shifted || level1.text === "" ? parent : level1.text;
  const candidates = [...new Set([text, parent, level1.text, ""])];
  const reason = `这一行没有印一级指标：上一行是「${level1.text}」，而「${level2.text}」通常属于「${parent}」`;
  return { text, origin: row.name.origin, doubt: { reason, candidates } };
}

function cellsOf(row: AlignedRow, group: Group): OpenRow["cells"] {
  const { name, target, actual, weight, score, deviationNote } = row;
  return { level1: group.level1, level2: group.level2, name, target, actual, weight, score, deviationNote };
}

/** A row without figures: the rest of the row that the page has cut. What does not fit there is left over. */
function goOn(row: PlacedRow, rows: OpenRow[], columns: Columns, block: string | undefined, draft: Draft): void {
  const open = rows.at(-1);
  const before = draft.leftovers.length;
  for (const [at, cell] of row.cells.entries()) {
    if (cell.text === "" || foldCaption(cell.text) === block) continue;
    const field = INDICATOR_FIELDS.find((name) => columns[name] === at);
    if (open === undefined || field === undefined || field === "weight" || field === "score") {
      leaveOver(draft, cell);
      continue;
    }
    const opened = open.cells[field];
    const fits =
      field === "level1" || field === "level2"
        ? completes(opened.text, labelText(cell.text))
        : row.afterGap && opened.text !== "";
    if (!fits || (field === "level2" && isWholeLabel(opened.text))) leaveOver(draft, cell);
    else
      open.cells = {
        ...open.cells,
        [field]: {
          ...opened,
          text: joinWrapped([opened.text, field.startsWith("level") ? labelText(cell.text) : cell.text]),
        },
      };
  }
  // Several cells that fit nowhere are a row that was lost; that is told, not only left over.
  const lost = draft.leftovers.slice(before);
  const [first] = lost;
  if (first === undefined || lost.length < 2) return;
  const reason = "这一行没有对上表头各栏，没有读入";
  draft.unreadable.push({ at: "indicators", text: textOfRow(row).slice(0, 2000), origin: first.origin, reason });
}

function putRow(cells: OpenRow["cells"], at: number, draft: Draft): WireIndicator {
  const text = (field: (typeof INDICATOR_FIELDS)[number]): string =>
    putText(draft, indicatorPath(at, field), cells[field]);
  return {
    level1: text("level1"),
    level2: text("level2"),
    name: text("name"),
    target: text("target"),
    actual: text("actual"),
    weight: putNumber(draft, indicatorPath(at, "weight"), cells.weight),
    score: putNumber(draft, indicatorPath(at, "score"), cells.score),
    deviationNote: text("deviationNote"),
  };
}
