import { describe, expect, it } from "vitest";
import { withoutOutsideLines, withoutRunningLines } from "./margin-lines.ts";
import { type PageRow, originOf } from "./page-row.ts";
import type { RowWithBeside } from "./place-columns.ts";

function row(page: number, top: number, texts: readonly string[], ruled = false): RowWithBeside {
  const cells: PageRow["cells"] = texts.map((text) => ({
    text,
    box: [50, top, 500, top + 10],
    origin: originOf("表.pdf", page, [50, top, 500, top + 10]),
    unreadable: false,
  }));
  return { row: { page, top, bottom: top + 10, ruled, cells }, beside: [] };
}

const page = (...rows: readonly RowWithBeside[]) => ({ height: 842, rows });
const texts = (rows: readonly RowWithBeside[]) =>
  rows.map(({ row: { cells } }) => cells.map(({ text }) => text).join("│"));
const asides = (rows: readonly RowWithBeside[]) => rows.flatMap(({ beside }) => beside.map(({ text }) => text));

describe("running lines", () => {
  const two = (head: string, foot: (at: number) => string) =>
    [1, 2].map((at) => page(row(at, 20, [head]), row(at, 60, [`正文${at}`]), row(at, 815, [foot(at)])));

  it("stand at the same height of two pages, with another figure or the same, and are told", () => {
    const rows = withoutRunningLines(two("某某局 2024 年度部门决算", (at) => `第${at}页`));
    expect(texts(rows)).toEqual(["正文1", "正文2"]);
    expect(asides(rows)).toEqual(["某某局 2024 年度部门决算", "第1页", "某某局 2024 年度部门决算", "第2页"]);
  });

  it("are never the title, the year or a row of a form", () => {
    for (const head of ["财政项目支出绩效自评表", "（2024年度）", "项目名称 某平台运维", "一级指标 二级指标"])
      expect(texts(withoutRunningLines(two(head, (at) => `完${"。".repeat(at)}`)))).toContain(head);
  });

  it("are not lines that stand on one page only, or close to the text", () => {
    const close = [3, 4].map((at) =>
      page(row(at, 20, ["运维费"]), row(at, 33, ["服务费"]), row(at, 46, [at === 3 ? "前" : "后"])),
    );
    const rows = withoutRunningLines([page(row(1, 20, ["附件2"]), row(1, 60, ["正文"])), ...close]);
    expect(texts(rows).filter((text) => text.endsWith("费"))).toEqual(["运维费", "服务费", "运维费", "服务费"]);
    expect(asides(rows)).toEqual([]);
  });
});

describe("texts outside of a drawn table that goes on over pages", () => {
  it("are told and never stand between its rows", () => {
    const rows = withoutOutsideLines([
      row(1, 40, ["财政项目支出绩效自评表"]),
      row(1, 60, ["项目名称", "运维"], true),
      row(1, 790, ["预期目标前半", ""], true),
      row(1, 815, ["file:///自评表.html", "1/2"]),
      row(2, 20, ["自评表"]),
      row(2, 40, ["后半", ""], true),
      row(2, 80, ["填表人：某"]),
    ]);
    expect(texts(rows)).toEqual(["财政项目支出绩效自评表", "项目名称│运维", "预期目标前半│", "后半│", "填表人：某"]);
    expect(asides(rows)).toEqual(["file:///自评表.html", "1/2", "自评表"]);
  });
});
