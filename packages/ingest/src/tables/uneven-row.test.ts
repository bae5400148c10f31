import { describe, expect, it } from "vitest";
import type { PlacedRow } from "../media/placed-text.ts";
import { askUneven } from "./uneven-row.ts";

const WITNESSES = { figures: [1, 2], words: 3 };
const row = (reach: number, ...texts: readonly string[]): PlacedRow => ({
  cells: texts.map((text, at) => ({ text, origin: { file: "表.docx", table: 1, row: 2, column: at + 1 } })),
  afterGap: false,
  ruled: true,
  reach,
});
const HEAD = row(4, "三级指标", "分值", "得分", "偏差原因");
const asked = (each: PlacedRow): readonly string[] =>
  askUneven(each, HEAD, WITNESSES).cells.flatMap(({ doubt }) => doubt?.reason ?? []);

describe("askUneven", () => {
  it.each([
    ["a row as wide as its head", row(4, "巡检", "", "10", "说明")],
    ["a blank note that was left out", row(3, "巡检", "10", "10", "")],
    ["a column more behind the note", row(5, "巡检", "10", "10", "说明")],
  ])("leaves %s alone", (_name, each) => {
    expect(asked(each)).toEqual([]);
  });

  it.each([
    ["the name lost", row(3, "10", "10", "说明", ""), /少 1 列/u],
    ["a cell put in before the figures", row(5, "巡检", "", "10", "10"), /多 1 列/u],
    ["a score where the note is due", row(5, "巡检", "365", "10", "10"), /多 1 列/u],
  ])("asks for every cell of a row with %s", (_name, each, reason) => {
    const reasons = asked(each);
    expect(reasons).toHaveLength(4);
    expect(reasons[0]).toMatch(reason);
  });

  it("does not compare with the head of another table", () => {
    const other = { ...HEAD, cells: HEAD.cells.map((cell) => ({ ...cell, origin: { file: "表.docx", table: 2 } })) };
    expect(askUneven(row(3, "10", "10", "说明", ""), other)).toMatchObject({ cells: [{ text: "10" }, {}, {}, {}] });
    expect(askUneven(row(3, "10"), other).cells[0]?.doubt).toBeUndefined();
  });
});
