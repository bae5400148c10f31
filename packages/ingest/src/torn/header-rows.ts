/** The header of a text layer: labels and their values, in the order of the cells. */
import { fold } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { cellOf, rowOf } from "./cells.ts";
import { type Token, matchRun } from "./token.ts";

const LABELS = ["项目名称", "主管部门", "实施单位", "项目编码", "项目代码"];
const FOREIGN = [
  "项目类型",
  "项目类别",
  "项目属性",
  "项目负责人",
  "联系人",
  "联系电话",
  "填报人",
  "填报日期",
  "资金来源",
  "自评日期",
  "预算单位",
];

/**
 *     项目名称 某某平台运维（2023年结转）
 *     主管部门 某区数据局（汇总） 实施单位 某区大数据中心
 *     项目资金
 *     （万元）
 *
 * A label is a whole token, or torn over whole lines; what follows it up to the next label is its value.
 */
export function headerRows(tokens: readonly Token[], file: string): { rows: PlacedRow[]; fundsCaption: PlacedCell } {
  const rows: PlacedRow[] = [];
  const funds = fundsCaption(tokens);
  const own = tokens.slice(0, funds.start);
  let from = 0;
  while (from < own.length) {
    const valueFrom = Math.max(labelEnd(own, from), from);
    let to = valueFrom;
    while (to < own.length && (to === valueFrom || labelEnd(own, to) === -1)) {
      if (to === valueFrom && labelEnd(own, to) !== -1 && to > from) break;
      to += 1;
    }
    const [label, value] = [own.slice(from, valueFrom), own.slice(valueFrom, to)];
    const line = own[from]?.line ?? 1;
    rows.push(rowOf(...(label.length === 0 ? [] : [cellOf(label, file, line)]), cellOf(value, file, line)));
    from = Math.max(to, from + 1);
  }
  return {
    rows,
    fundsCaption: cellOf(tokens.slice(funds.start), file, tokens[funds.start]?.line ?? tokens.at(-1)?.line ?? 1),
  };
}

function labelEnd(tokens: readonly Token[], at: number): number {
  return Math.max(...[...LABELS, ...FOREIGN].map((label) => matchRun(tokens, at, label)));
}

// 项目资金（万元）is the last text before the fund captions.
function fundsCaption(tokens: readonly Token[]): { start: number } {
  for (let start = Math.max(tokens.length - 8, 0); start < tokens.length; start += 1) {
    const text = fold(
      tokens
        .slice(start)
        .map((token) => token.text)
        .join(""),
    );
    if (/^项目资金(?:\((?:万?元)\))?$/u.test(text)) return { start };
  }
  return { start: tokens.length };
}
