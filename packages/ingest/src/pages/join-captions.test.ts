import { expect, it } from "vitest";
import { drawnPage, shownCells } from "../../test/drawn-page.ts";
import { joinCaptions } from "./join-captions.ts";
import { placeColumns } from "./place-columns.ts";
import { rowsOfPage } from "./rows-of-page.ts";

/** The rows of a form that is drawn on these pages. */
function seen(...drawings: readonly string[]): string[] {
  const rows = drawings.flatMap((drawing, at) => rowsOfPage(drawnPage(drawing, at + 1), "表.pdf", []).rows);
  return joinCaptions(placeColumns(rows.map((row) => ({ row, beside: [] })))).map(({ cells }) => shownCells(cells));
}

it("puts a row of captions together that a page's end has cut", () => {
  const first = `
┌────────┬────────────┬──────────┬────┐
│  一级  │  二级指标  │ 实际完成 │得分│
└────────┴────────────┴──────────┴────┘`;
  const second = `
┌────────┬────────────┬──────────┬────┐
│  指标  │            │    值    │    │
├────────┼────────────┼──────────┼────┤
│产出指标│  数量指标  │  295(次) │ 10 │
└────────┴────────────┴──────────┴────┘`;
  expect(seen(first, second)).toEqual(["一级指标│二级指标│实际完成值│得分", "产出指标│数量指标│295(次)│10"]);
});

it("gives a merged caption its rest, and covers with it what stands beside", () => {
  const first = `
┌────────┬────────────┬──────────┬────┐
│项目资金│            │年初预算数│得分│
└────────┴────────────┴──────────┴────┘`;
  const second = `
┌────────┬────────────┬──────────┬────┐
│（万元）│年度资金总额│    0.00  │ 10 │
│        ├────────────┼──────────┼────┤
│        │上年结转资金│    0.00  │  - │
└────────┴────────────┴──────────┴────┘`;
  expect(seen(first, second)).toEqual([
    "项目资金（万元）││年初预算数│得分",
    "^项目资金（万元）│年度资金总额│0.00│10",
    "^项目资金（万元）│上年结转资金│0.00│-",
  ]);
});

it("completes a caption in the midst of a merged one, with figures in either half", () => {
  const first = `
┌────────┬────────────┬──────────┬────┐
│项目资金│            │年初预算数│得分│
│（万元）├────────────┼──────────┼────┤
│        │其中：当年财│          │ 10 │
└────────┴────────────┴──────────┴────┘`;
  const second = `
┌────────┬────────────┬──────────┬────┐
│        │政拨款      │    0.00  │    │
│        ├────────────┼──────────┼────┤
│        │其他资金    │    0.00  │  - │
└────────┴────────────┴──────────┴────┘`;
  expect(seen(first, second).slice(1)).toEqual([
    "^项目资金（万元）│其中：当年财政拨款│0.00│10",
    "^项目资金（万元）│其他资金│0.00│-",
  ]);
});

it("goes on with a value beside a caption", () => {
  const first = `
┌────────┬────────────────────────┐
│  主管  │   某某市数据局及所属   │
└────────┴────────────────────────┘`;
  const second = `
┌────────┬────────────────────────┐
│  部门  │          单位          │
└────────┴────────────────────────┘`;
  expect(seen(first, second)).toEqual(["主管部门│某某市数据局及所属单位"]);
});

it("goes on with the values of a header whose captions are whole", () => {
  const first = `
┌────────┬──────────────┬────────┬────────────────────────┐
│主管部门│  某某市数据局│实施单位│     某某市大数据       │
└────────┴──────────────┴────────┴────────────────────────┘`;
  const second = `
┌────────┬──────────────┬────────┬────────────────────────┐
│        │              │        │          中心          │
├────────┼──────────────┼────────┴────────────────────────┤
│  备注  │      无      │                                 │
└────────┴──────────────┴─────────────────────────────────┘`;
  expect(seen(first, second)).toEqual(["主管部门│某某市数据局│实施单位│某某市大数据中心", "备注│无││"]);
  expect(seen(first, second.replace("          中心          ", " ".repeat(24)))).toHaveLength(3);
});

it("leaves values under whole captions, and all that makes none", () => {
  const first = `
┌────────┬────────────┬──────────┬────┐
│年度总体│  预期目标  │          │    │
└────────┴────────────┴──────────┴────┘`;
  const second = `
┌────────┬────────────┬──────────┬────┐
│  目标  │  运行稳定  │          │    │
├────────┼────────────┼──────────┼────┤
│  指标  │  二级指标  │ 运行稳定 │ 10 │
└────────┴────────────┴──────────┴────┘`;
  expect(seen(first, second)).toEqual([
    "年度总体目标│预期目标││",
    "^年度总体目标│运行稳定││",
    "指标│二级指标│运行稳定│10",
  ]);
  expect(seen(second.replace("  目标  ", "产出指标"), second)).toHaveLength(4);
});

it("leaves whole indicators below the head, though the caption beside them is cut", () => {
  const first = `
┌────┬────────┬────────┬────┐
│绩效│一级指标│三级指标│分值│
│    ├────────┼────────┼────┤
│    │产出指标│巡检次数│5分 │
└────┴────────┴────────┴────┘`;
  const second = `
┌────┬────────┬────────┬────┐
│指标│效益指标│  满意  │10分│
└────┴────────┴────────┴────┘`;
  expect(seen(first, second)).toEqual([
    "绩效指标│一级指标│三级指标│分值",
    "^绩效指标│产出指标│巡检次数│5分",
    "^绩效指标│效益指标│满意│10分",
  ]);
});
