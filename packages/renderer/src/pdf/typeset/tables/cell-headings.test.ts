import { expect, it } from "vitest";
import { plainLetters } from "../../../../test/plain-letters.ts";
import { blocksOf } from "../../../../test/blocks-of.ts";
import { readStyleSheet } from "../../../page/style-sheet.ts";
import { Look } from "../look.ts";
import { headingsOf } from "./cell-headings.ts";
import { layTable } from "./lay-table.ts";

const sheet = readStyleSheet([{ file: "plain.css", css: "td { font-size: 10pt; }" }]);

/** The texts of the headings that hold for the cell of this text. */
function headings(table: string): Readonly<Record<string, string>> {
  const [element] = blocksOf(table);
  if (element === undefined) throw new Error("no table");
  const laid = layTable(element, Look.ofPage(sheet).inside(element), 400, plainLetters);
  const of = headingsOf(laid);
  const text = (cell: (typeof laid)["rows"][number]["cells"][number]) =>
    cell.element.children.filter((node) => typeof node === "string").join("");
  const cells = laid.rows.flatMap((row) => row.cells).filter(({ element: { tag } }) => tag === "td");
  return Object.fromEntries(cells.map((cell) => [text(cell), of(cell).map(text).join(" ")]));
}

it("are the nearest above, with those right above them, and all to the left", () => {
  const table = `<table><tbody>
    <tr><th scope="rowgroup" rowspan="2">资金</th><th scope="col">预算</th><th scope="col">执行</th></tr>
    <tr><td>a</td><td>b</td></tr>
    <tr><th scope="rowgroup" rowspan="3">目标</th><th scope="col" colspan="2">总</th></tr>
    <tr><th scope="col">预期</th><th scope="col">实际</th></tr>
    <tr><td>c</td><td>d</td></tr>
    <tr><th scope="row">合计</th><td colspan="2">e</td></tr>
  </tbody></table>`;
  expect(headings(table)).toEqual({
    a: "资金 预算",
    b: "资金 执行",
    c: "目标 总 预期",
    d: "目标 总 实际",
    e: "总 预期 实际 合计",
  });
});
