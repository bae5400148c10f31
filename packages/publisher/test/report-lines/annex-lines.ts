/** 编制说明, 落款 and 附表, line by line. */
import type { Finding } from "@zipingbiao/core";
import type { Numbered } from "../figures/published-entry.ts";
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import type { Page } from "./page.ts";
import { kindOf } from "./problem-lines.ts";
import { NONE, asideOf, moneyCell, nameOf, pointsCell, printedRateOf, rowOf } from "./reckoned.ts";

export function closingLines(page: Page, signedOn: string): readonly ExpectedLine[] {
  const { plain } = page;
  return [
    cells("编制说明"),
    says("1.金额"),
    says("2.执行率", "保留两位小数"),
    says("3.平均得分", "保留两位小数", "不足100%"),
    says("4.指标完成与否"),
    says("5.空白"),
    ...(plain.departments.length === 1 ? [cells(...plain.departments)] : []),
    ...(signedOn === "" ? [] : [cells(signedOn)]),
    ...projectsAnnex(page),
    ...missedAnnex(page),
    ...findingsAnnex(page, plain.missed.length === 0 ? "附表2" : "附表3"),
  ];
}

function projectsAnnex(page: Page): readonly ExpectedLine[] {
  const { plain, entries } = page;
  const groups = Map.groupBy(entries, ({ wire }) => `${wire.fiscalYear}年度　${wire.competentDepartment.trim()}`);
  return [
    cells("附表1"),
    cells(`项目一览表（金额单位：${plain.currencyUnit}）`),
    cells("序号", "项目名称", "实施单位", "全年预算数", "全年执行数", "执行率", "得分", "等级"),
    ...[...groups].flatMap(([heading, members]) => [
      ...(groups.size > 1 ? [cells(heading)] : []),
      ...members.map((entry) => cells(...projectCells(entry, page))),
    ]),
    says("注：等级为自评表所填"),
  ];
}

function projectCells(entry: Numbered, page: Page): readonly string[] {
  const { funds, totalScore, rating, implementingUnit } = entry.wire;
  const { annualBudget, annualExecution } = funds.total;
  return [
    String(entry.number),
    nameOf(entry),
    implementingUnit.trim(),
    moneyCell(entry, "funds.total.annualBudget", annualBudget, page),
    moneyCell(entry, "funds.total.annualExecution", annualExecution, page),
    printedRateOf(entry),
    pointsCell(entry, "totalScore", totalScore),
    rating?.replaceAll(/\s/gu, "") || NONE,
  ];
}

function headingOf(entry: Numbered, page: Page): ExpectedLine {
  return cells(`${entry.number}　${nameOf(entry)}${asideOf(entry, page)}`);
}

function missedAnnex(page: Page): readonly ExpectedLine[] {
  if (page.plain.missed.length === 0) return [];
  const rows = page.plain.missed.map((place) => ({ ...rowOf(page, place), at: place.split(".")[1] ?? "" }));
  return [
    cells("附表2"),
    cells("未完成指标一览表"),
    cells("二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"),
    ...[...Map.groupBy(rows, ({ entry }) => entry)].flatMap(([entry, lines]) => [
      headingOf(entry, page),
      ...lines.map(({ row, at }) =>
        cells(
          row.level2.trim() || row.level1.trim(),
          row.name.trim(),
          row.target,
          row.actual,
          pointsCell(entry, `indicators[${at}].weight`, row.weight),
          pointsCell(entry, `indicators[${at}].score`, row.score),
          row.deviationNote.trim() || "未说明",
        ),
      ),
    ]),
  ];
}

function findingsAnnex(page: Page, label: string): readonly ExpectedLine[] {
  const { entries, aboutAll, plain } = page;
  if (plain.rules.length === 0) return [];
  const order = plain.rules.map((text) => text.split(" ").slice(0, 3).join(" "));
  const rank = ({ rule, severity, outcome }: Finding): number => order.indexOf(`${rule} ${severity} ${outcome}`);
  const across = aboutAll.toSorted((a, b) => rank(a) - rank(b));
  return [
    cells(label),
    cells("填报问题一览表"),
    cells("类别", "位置", "表中内容", "问题"),
    ...entries.flatMap((entry) =>
      entry.findings.length === 0 ? [] : [headingOf(entry, page), ...entry.findings.map(findingLine)],
    ),
    ...(across.length === 0 ? [] : [cells("多个项目"), ...across.map(findingLine)]),
    says("注：表中内容过长的只列开头。"),
  ];
}

function findingLine(finding: Finding): ExpectedLine {
  const characters = Array.from(finding.text.trim());
  const text = characters.length > 60 ? `${characters.slice(0, 60).join("")}……` : characters.join("");
  return cells(kindOf(finding), finding.label, text === "" ? NONE : text, finding.message);
}
