/** A workbook as the text that its cells show and the data that it carries. Not a reader of forms. */
import type { Twin } from "@zipingbiao/core";
import { OfficePackage } from "../opc/office-package.ts";
import { twinsIn } from "../opc/twins-in.ts";
import { cellName } from "./cell-name.ts";
import { kindOfPackage } from "./office-kind.ts";
import { newSheetBudget, readSheet } from "./read-sheet.ts";
import { type SheetEntry, type Workbook, readWorkbook } from "./workbook.ts";

export interface ShownWorkbook {
  /** By their own claims; at least one. */
  readonly twins: readonly Twin[];
  /** What the cells of all sheets show, by sheet, row and column; blank ones are left out. */
  readonly cells: readonly ShownCell[];
  /** Names of what shows something that is no text of a cell, or hides one: 图片或图形, 隐藏的行. */
  readonly others: readonly string[];
}

export interface ShownCell {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** Elements of a sheet that show, or hide, what its cells do not say. */
const OTHERS: Readonly<Record<string, string>> = {
  drawing: "图片或图形",
  legacyDrawing: "批注或图形",
  picture: "背景图片",
  oleObjects: "嵌入的对象",
  controls: "控件",
  conditionalFormatting: "条件格式",
};

/** `undefined` for what is no workbook with data of ours. Throws a refusal for one that is unsound. */
export function readShownCells(bytes: Uint8Array): ShownWorkbook | undefined {
  const parts = new OfficePackage(bytes);
  const kind = kindOfPackage(parts);
  if (kind.kind === "refused") return undefined;
  const twins = twinsIn(parts, parts.relationshipsOf(kind.main));
  if (twins.length === 0) return undefined;
  const workbook = readWorkbook(parts, kind.main);
  const budget = newSheetBudget();
  const sheets = workbook.sheets.map((entry) => shownSheet(parts, entry, workbook, budget));
  return {
    twins,
    cells: sheets.flatMap(({ cells }) => cells),
    others: [...new Set(sheets.flatMap(({ others }) => others))],
  };
}

function shownSheet(
  parts: OfficePackage,
  entry: SheetEntry,
  workbook: Workbook,
  budget: ReturnType<typeof newSheetBudget>,
): Omit<ShownWorkbook, "twins"> {
  const sheet = readSheet(parts, entry, workbook, budget);
  const cells: ShownCell[] = [];
  const others = othersIn(parts, entry.part);
  if (sheet.hidden) others.push("隐藏的工作表");
  if (sheet.hiddenRows.size > 0) others.push("隐藏的行");
  for (const [row, held] of [...sheet.rows].toSorted(([a], [b]) => a - b)) {
    for (const { column, text, formula } of held) {
      if (sheet.isHiddenColumn(column)) others.push("隐藏的列");
      if (formula) others.push("公式");
      if (text.trim() !== "") cells.push({ sheet: sheet.name, cell: cellName({ row, column }), text });
    }
  }
  return { cells, others };
}

function othersIn(parts: OfficePackage, part: string): string[] {
  const found: string[] = [];
  parts.readPart(part, {
    open: (name, _attributes, depth) => {
      const other = depth === 2 && Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined;
      if (other !== undefined) found.push(other);
    },
  });
  return found;
}
