/** A score sheet for people: every computed figure beside the printed one. */
import { type Figure, figuresOf, labelIn } from "@zipingbiao/core";
import type { ScoredForm } from "@zipingbiao/publisher";
import { printTable } from "./print-table.ts";

export function printScoreSheet({ form, source, sheet }: ScoredForm): string {
  const rows = figuresOf(sheet).map((figure) => [
    labelIn(form, figure.at),
    figure.printed,
    dueText(figure),
    verdict(figure),
  ]);
  const head = `${source.file} 第 ${source.index} 份　${form.fiscalYear} 年度　「${form.projectName}」\n`;
  const table = printTable(
    [
      { caption: "项目", align: "left" },
      { caption: "表中", align: "right" },
      { caption: "应为", align: "right" },
      { caption: "核对", align: "left" },
    ],
    rows,
  );
  return head + table;
}

function dueText({ due }: Figure): string {
  return due.kind === "unknown" ? "—" : due.text;
}

function verdict(figure: Figure): string {
  if (figure.agrees === true) return "相符";
  if (figure.agrees === false) return figure.strict ? "不符" : "不同（仅供参考）";
  return `无法核对${figure.due.kind === "unknown" ? `：${figure.due.reason}` : ""}`;
}
