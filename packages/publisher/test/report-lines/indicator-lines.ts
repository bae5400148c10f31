/** 三、指标完成情况, line by line. */
import type { PlainCounts, PlainPoints } from "../figures/plain-shape.ts";
import { printedCounts, printedPoints, printedScoreRate, printedShare } from "../figures/printed-figures.ts";
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import { type Page, captionLines, tableLines } from "./page.ts";

export function indicatorLines(page: Page): readonly ExpectedLine[] {
  const { plain, charts, nextTable } = page;
  const heading = [cells("三、指标完成情况"), cells("（一）总体情况")];
  const missed = [cells("（二）未完成和扣分的指标"), missedLine(page)];
  if (plain.indicators.indicators === 0) return [...heading, says(), ...missed];
  const table = nextTable();
  return [
    ...heading,
    completionLine(page),
    says(...pointsPieces(page), `见${table}`, ...(charts.groups === undefined ? [] : [charts.groups.number])),
    ...groupsTable(page, table),
    ...captionLines(charts.groups),
    ...missed,
  ];
}

function completionLine({ plain }: Page): ExpectedLine {
  const { indicators, met, missed, unjudged, metByWording, missedByWording } = plain.indicators;
  const share = (what: string, part: number): string => `${what}${part}项，占${printedShare(part, indicators)}`;
  return says(
    ...(plain.forms === 1 ? [] : [`${plain.forms}个项目`]),
    `绩效指标${indicators}项`,
    share("完成", met),
    share("未完成", missed),
    share("无法判断", unjudged),
    ...plain.unjudgedReasons.map((text) => text.replace(/^(.*) (\d+)$/u, "$1（$2项）")),
    ...(metByWording + missedByWording === 0 ? [] : [`分别为${metByWording}项和${missedByWording}项`]),
  );
}

function pointsPieces({ plain }: Page): readonly string[] {
  const { points, fullMarks, indicators } = plain.indicators;
  const sum = (whose: string, each: PlainPoints): string =>
    `${whose}分值合计${printedPoints(each.weight)}分，得分合计${printedPoints(each.score)}分，得分率${printedScoreRate(each)}`;
  return [
    sum("绩效指标", points),
    ...(points.leftOut === 0 ? [] : [`另有${points.leftOut}项`]),
    `得满分的指标${fullMarks}项，占${printedShare(fullMarks, indicators)}`,
    sum("预算执行率", plain.execution),
  ];
}

function groupsTable({ plain }: Page, table: string): readonly ExpectedLine[] {
  const row = (level1: string, level2: string, counts: PlainCounts): readonly string[] => [
    level1,
    level2,
    ...Object.values(printedCounts(counts)),
  ];
  return tableLines(
    table,
    "分组完成情况",
    ["一级指标", "二级指标", "指标数", "完成", "未完成", "无法判断", "分值", "得分", "得分率"],
    [
      ...plain.sections.flatMap((section) =>
        section.groups.map(({ label, counts }, at) =>
          row(at === 0 ? section.label || "（空白）" : "", label || "（空白）", counts),
        ),
      ),
      row("合计", "", plain.indicators),
    ],
  );
}

function missedLine({ plain }: Page): ExpectedLine {
  const { missed, deducted, deductedWithoutReason } = plain;
  const projects = new Set(missed.map((place) => place.split(".")[0])).size;
  return says(
    ...(missed.length === 0 ? [] : [`未完成的指标${missed.length}项，涉及${projects}个项目`, "附表2"]),
    ...(deducted.length === 0 ? [] : [`扣分的指标${deducted.length}项`]),
    ...(deductedWithoutReason.length === 0 ? [] : [`其中${deductedWithoutReason.length}项没有说明`]),
  );
}
