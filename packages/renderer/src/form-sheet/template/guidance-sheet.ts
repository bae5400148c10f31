/** The sheet 填报说明. */
import { type Edition, TEMPLATE_SHEETS, TEMPLATE_VERSION } from "@zipingbiao/core";
import { linesOf } from "../../sheet/cell-size.ts";
import type { CellLook, LaidCell, LaidSheet } from "../../sheet/laid-sheet.ts";

/** A heading, and what is to be done under it, one sentence or two each. */
export interface GuidanceSection {
  readonly heading: string;
  readonly steps: readonly string[];
}

const NUMBER_WIDTH = 5;
const TEXT_WIDTH = 88;
const LINE = 17;
const ROOM = 7;
const TITLE: CellLook = { size: 16, bold: true, align: "left", vertical: "center", framed: false };
const HEADING: CellLook = { size: 12, bold: true, align: "left", vertical: "center", framed: false };
const TEXT: CellLook = { size: 11, align: "left", vertical: "top", framed: false };
const NUMBER: CellLook = { ...TEXT, align: "right" };
const SMALL: CellLook = { size: 9, align: "left", vertical: "center", framed: false, color: "7F7F7F" };

export function guidanceSheet(edition: Edition, sections: readonly GuidanceSection[]): LaidSheet {
  const cells: LaidCell[] = [];
  const heights = new Map<number, number>();
  let row = 0;
  const put = (column: number, text: string, look: CellLook, columns = 1) =>
    cells.push({ row, column, columns, value: { kind: "text", text }, look });
  const next = (height: number) => {
    heights.set(row, height);
    row += 1;
  };
  put(0, `${TEMPLATE_SHEETS.guidance}：${edition.captions.title}`, TITLE, 2);
  next(32);
  for (const { heading, steps } of sections) {
    put(0, heading, HEADING, 2);
    next(30);
    for (const [at, step] of steps.entries()) {
      put(0, `${at + 1}.`, NUMBER);
      put(1, step, TEXT);
      next(linesOf(step, (TEXT_WIDTH * 10) / TEXT.size) * LINE + ROOM);
    }
  }
  put(0, `模板：${edition.id}（${edition.name}），第 ${TEMPLATE_VERSION} 版`, SMALL, 2);
  next(26);
  return {
    name: TEMPLATE_SHEETS.guidance,
    widths: [NUMBER_WIDTH, TEXT_WIDTH],
    heights,
    growing: new Set(),
    cells,
    inputs: [],
    highlights: [],
    protected: true,
    page: { paper: "a4", orientation: "portrait", columns: 2, rows: row },
  };
}
