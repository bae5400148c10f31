/** Tables whose rules a program drew at the wrong place or left out, as LibreOffice and browsers do at a page's end. */
import { expect, it } from "vitest";
import { drawnPage, shownCells } from "../../test/drawn-page.ts";
import { rowsOfPage } from "./rows-of-page.ts";

function seen(drawing: string, sides: readonly number[] = []): string[] {
  return rowsOfPage(drawnPage(drawing), "表.pdf", sides).rows.map(({ cells }) => shownCells(cells));
}

it("a label that a merged cell centres stands for all rows of it", () => {
  const drawing = `
┌────┬────────┐
│    │经济效益│
│效益├────────┤
│    │社会效益│
├────┼────────┤
│满意│服务对象│
└────┴────────┘`;
  expect(seen(drawing)).toEqual(["效益│经济效益", "^效益│社会效益", "满意│服务对象"]);
});

it("the rest of a merged cell whose rule was drawn too high is no part of the cell below", () => {
  const drawing = `
┌────┬────────┐
│效益│经济效益│
├────┼────────┤
     │社会效益│
     ├────────┤
│    │服务对象│
│满意│        │
│    │满意度  │
└────┴────────┘`;
  expect(seen(drawing)).toEqual(["效益│经济效益", "^效益│社会效益", "满意│服务对象满意度"]);
});

it("nor where a page's end has cut that cell, so that its text is not in the middle of what is seen of it", () => {
  const drawing = `
┌────┬────────┐
│产出│质量指标│
├────┼────────┤
     │时效指标│
│    ├────────┤
│效益│经济效益│
│    │        │
│    │        │
│    ├────────┤
│    │社会效益│
└────┴────────┘`;
  expect(seen(drawing)).toEqual(["产出│质量指标", "^产出│时效指标", "效益│经济效益", "^效益│社会效益"]);
});

it("nor when nothing follows on the page", () => {
  const drawing = `
┌────┬────────┐
│效益│经济效益│
├────┼────────┤
     │社会效益│
     └────────┘`;
  expect(seen(drawing)).toEqual(["效益│经济效益", "^效益│社会效益"]);
});

it("a side that is not drawn along a part of a merged cell leaves it whole, when its text is centred", () => {
  const drawing = `
┌────┬────────┐
│    │经济效益│
│    ├────────┤
│效益│社会效益│
     ├────────┤
     │生态效益│
├────┼────────┤
│满意│服务对象│
└────┴────────┘`;
  expect(seen(drawing)).toEqual(["效益│经济效益", "^效益│社会效益", "^效益│生态效益", "满意│服务对象"]);
});

it("two labels side by side stay two, though nothing is drawn between the rests above them", () => {
  const drawing = `
┌────┬────────┬────┐
│效益│社会效益│规范│
├────┴────────┼────┤
              │应用│
              ├────┤
              │成本│
│    ┌────────┼────┤
│满意│服务对象│使用│
└────┴────────┴────┘`;
  expect(seen(drawing)).toEqual([
    "效益│社会效益│规范",
    "^效益│^社会效益│应用",
    "^效益│^社会效益│成本",
    "满意│服务对象│使用",
  ]);
});

it("a line that hangs over a rule belongs to the blank cell above, where a text beside it fills its own", () => {
  const drawing = `
┌────┬────┬────┐
│    │    │  度│
├标──┴────┼────┤
│         │    │
│   总分  │ 100│
│         │    │
└─────────┴────┘`;
  expect(seen(drawing)).toEqual(["标││度", "总分│100"]);
});

it("a text that is higher than its row stays in it", () => {
  const wrapped = `
┌──────────────┬────┐
│              │ 10 │
├─────巡检─────┼────┤
│     次数     │    │
└──────────────┴────┘`;
  expect(seen(wrapped)).toEqual(["│10", "巡检次数│"]);
  const drawing = `
┌────────────┬────┐
│            │    │
├标──────────┼────┤
└────────────┴────┘`;
  expect(seen(drawing)).toEqual(["│", "标│"]);
});

it("a row that fills a page has no line across, and is known by the sides of the page before", () => {
  const drawing = `
│目标│  运行稳定  │  已完成，  │
│    │            │            │
│    │  及时响应  │  用户满意  │`;
  expect(seen(drawing, [3, 33, 111, 189])).toEqual(["目标│运行稳定及时响应│已完成，用户满意"]);
  expect(seen(drawing)).toHaveLength(2);
});

it("cells that go on over the whole page beside shorter ones belong to their table", () => {
  const drawing = `
│    │    │质量指标│ 10 │
│绩效│指标├────────┼────┤
│    │    │时效指标│  5 │`;
  expect(seen(drawing, [3, 33, 63, 117, 147])).toEqual(["绩效│指标│质量指标│10", "^绩效│^指标│时效指标│5"]);
});

it("lines that stand beside a table on this page alone are no part of it", () => {
  const drawing = `
│    │    ┌────────┬────┐
│装订│    │质量指标│ 10 │
│    │    ├────────┼────┤
│    │    │时效指标│  5 │
│    │    └────────┴────┘`;
  expect(seen(drawing)).toEqual(["质量指标│10", "时效指标│5"]);
  expect(seen(drawing, [63, 117, 147])).toEqual(["质量指标│10", "时效指标│5"]);
});

it("a blank field beside a whole row takes nothing from it, whatever sides are missing", () => {
  const drawing = `
┌────┬────┬────┬────┐
│    │    │ 甲 │ 10 │
│产出│数量├────┼────┤
│         │ 乙 │ 10 │
├────┴────┴────┼────┤
               │ 20 │
├────┬────┬────┼────┤
│效益│社会│ 丙 │ 10 │
└────┴────┴────┴────┘`;
  expect(seen(drawing).map((row) => row.split("│").at(-1))).toEqual(["10", "10", "20", "10"]);
});

it("a line under a text does not cut its cell", () => {
  const drawing = `
┌────┬────┬────┐
│名称│某某    │
│    ├────     │
│    │  二期   │
├────┼────┬────┤
│部门│某局│某所│
└────┴────┴────┘`;
  expect(seen(drawing)).toEqual(["名称│某某二期", "部门│某局│某所"]);
});
