import { expect, it } from "vitest";
import { drawnPage, shownCells } from "../../test/drawn-page.ts";
import { mendSeams } from "./mend-seams.ts";
import { placeColumns } from "./place-columns.ts";
import { rowsOfPage } from "./rows-of-page.ts";

const HEAD = `
┌────────┬────────┬────────┬──────────┬──────────┬────┬────┬──────────────────────┐
│一级指标│二级指标│三级指标│年度指标值│实际完成值│分值│得分│偏差原因分析及改进措施│
├────────┼────────┼────────┼──────────┼──────────┼────┼────┼──────────────────────┤
│产出指标│数量指标│  巡检  │  5(次)   │  5(次)   │ 10 │ 10 │                      │
`;

/** The rows below the head of a form on two pages; the first begins with {@link HEAD}. */
function seen(first: string, second: string): string[] {
  const rows = [`${HEAD}${first}`, second].flatMap(
    (drawing, at) => rowsOfPage(drawnPage(drawing, at + 1), "表.pdf", []).rows,
  );
  return mendSeams(placeColumns(rows.map((row) => ({ row, beside: [] }))))
    .slice(1)
    .map(({ cells }) => shownCells(cells));
}

const END = "└────────┴────────┴────────┴──────────┴──────────┴────┴────┴──────────────────────┘";

it("puts the halves of a row together, where some of its cells end above the others", () => {
  const first = `
├────────┤        │        │          │          │    │    │                      │
│        │        │        │          │          │    │    │                      │
${END}`;
  const second = `
┌────────┬────────┬────────┬──────────┬──────────┬────┬────┬──────────────────────┐
│        │        │  次数  │          │          │    │    │                      │
${END}`;
  expect(seen(first.trimStart(), second)[0]).toBe("产出指标│数量指标│巡检次数│5(次)│5(次)│10│10│");
});

it("leaves a row without figures alone behind a blank row", () => {
  const first = `
├────────┼────────┼────────┼──────────┼──────────┼────┼────┼──────────────────────┤
│        │        │        │          │          │    │    │                      │
${END}`;
  const second = `
┌────────┬────────┬────────┬──────────┬──────────┬────┬────┬──────────────────────┐
│        │        │  培训  │  3(次)   │  3(次)   │    │    │                      │
${END}`;
  expect(seen(first.trimStart(), second)).toEqual([
    "产出指标│数量指标│巡检│5(次)│5(次)│10│10│",
    "│││││││",
    "││培训│3(次)│3(次)│││",
  ]);
});

it("never takes what follows the total for the rest of it", () => {
  const first = `
├────────┴────────┴────────┴──────────┴──────────┼────┼────┼──────────────────────┤
│                      总分                      │ 10 │ 10 │                      │
└────────────────────────────────────────────────┴────┴────┴──────────────────────┘`;
  const second = `
┌────────┬────────┬────────┬──────────┬──────────┬────┬────┬──────────────────────┐
│ 填表人 │ 某某某 │  电话  │          │          │    │    │                      │
${END}`;
  const [, total, filledBy] = seen(first.trimStart(), second);
  expect(total).toBe("总分│││││10│10│");
  expect(filledBy).toBe("填表人│某某某│电话│││││");
});
