import { findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { describe, expect, it } from "vitest";
import { loadTemplates, renderDocx, renderPage, viewForm } from "../src/index.ts";
import { type WordTable, partOf, tablesOf } from "./word-xml.ts";

const templates = loadTemplates();

/** A form with `count` indicator rows in groups of `level1` and of 3. */
async function tablesWith(edition: string, count: number, level1 = 7): Promise<WordTable[]> {
  const found = findEdition(edition);
  if (found === undefined) throw new Error("unknown edition");
  const indicators = Array.from({ length: count }, (_, row) => ({
    ...SAMPLE_FORM.indicators[0],
    level1: `一级${Math.floor(row / level1)}`,
    level2: `二级${Math.floor(row / 3)}`,
    name: `指标${row}`,
  }));
  const form = sampleForm({ edition, indicators });
  const docx = await renderDocx(renderPage(templates, viewForm(form, found)));
  return tablesOf(partOf(docx, "word/document.xml"));
}

/** The merged cells of each grid column must begin, go on and end one below the other. */
function expectSound(table: WordTable): void {
  const total = table.columns.reduce((sum, width) => sum + width, 0);
  let above = new Map<number, number>();
  for (const row of table.rows) {
    const merged = new Map<number, number>();
    let column = 0;
    let width = 0;
    for (const cell of row.cells) {
      expect(cell.width).toBe(table.columns.slice(column, column + cell.span).reduce((sum, each) => sum + each, 0));
      const goesOn = cell.merge === "continue";
      expect([goesOn ? above.get(column) : cell.span, goesOn ? cell.text : ""]).toEqual([cell.span, ""]);
      if (cell.merge !== "") merged.set(column, cell.span);
      column += cell.span;
      width += cell.width;
    }
    expect(column).toBe(table.columns.length);
    expect(width).toBe(total);
    above = merged;
  }
}

describe.each(["sh-2021", "sh-2024", "central-2020"])("tables of %s", (edition) => {
  it.each([0, 1, 2, 120])("are sound with %i indicators", async (count) => {
    const [frame, indicators] = await tablesWith(edition, count);
    if (frame === undefined || indicators === undefined) throw new Error("two tables expected");
    expectSound(frame);
    expectSound(indicators);
    const closing = edition === "sh-2024" ? 2 : 1;
    // 样表填有等级，没有这一行的制式另印一行。
    const rating = edition === "sh-2024" ? 0 : 1;
    expect(indicators.rows).toHaveLength(1 + count + closing + rating);
    expect(indicators.rows.map(({ isHeading }) => isHeading)).toEqual(indicators.rows.map((_, at) => at === 0));
  });

  it("merge 一级 and 二级 labels over their rows", async () => {
    const [, indicators] = await tablesWith(edition, 9);
    const lead = edition === "sh-2024" ? 0 : 1;
    const rows = indicators?.rows.slice(1, 10).map(({ cells }) => cells.slice(lead, lead + 2)) ?? [];
    expect(rows.map(([level1]) => level1?.merge)).toEqual([
      "restart",
      ...Array(6).fill("continue"),
      "restart",
      "continue",
    ]);
    // 二级2 covers rows 7 to 9 by its text alone, but 一级 changes after row 7, so it is parted there.
    expect(rows.map(([, level2]) => level2?.merge)).toEqual([
      ..."restart continue continue restart continue continue".split(" "),
      "",
      "restart",
      "continue",
    ]);
  });
});

describe("rows", () => {
  it("stay on one page, unless they may be higher than one", async () => {
    const edition = findEdition("sh-2024");
    if (edition === undefined) throw new Error("unknown edition");
    const form = sampleForm({ "indicators[3].deviationNote": "很长的原因。".repeat(400) });
    const docx = await renderDocx(renderPage(templates, viewForm(form, edition)));
    const rows = tablesOf(partOf(docx, "word/document.xml"))[1]?.rows ?? [];
    expect(rows.map(({ cantSplit }) => cantSplit)).toEqual([true, true, true, true, false, true, true, true, true]);
  });

  it("stay with their label and with what belongs to them, and let go of each other between blocks", async () => {
    const [frame, table] = await tablesWith("sh-2024", 9);
    const kept = (rows: WordTable["rows"] = []) => rows.map(({ keepNext }) => (keepNext ? "kept" : "-")).join(" ");
    // 项目、部门各自一行；项目资金五行；目标的栏目与目标。
    expect(kept(frame?.rows)).toBe("- - kept kept kept kept - kept -");
    // 栏目；一级指标 7 行、2 行；末行与总分、评分等级。
    expect(kept(table?.rows)).toBe("kept kept kept kept kept kept kept - kept kept kept -");
  });

  it("of a block that is too high for a chain stand where they fall, those of its parts together", async () => {
    const [, table] = await tablesWith("sh-2024", 120, 60);
    const rows = table?.rows.slice(1, 121) ?? [];
    expect(rows.map(({ keepNext }) => keepNext)).toEqual(rows.map((_, at) => at % 3 !== 2 || at === 119));
  });
});
