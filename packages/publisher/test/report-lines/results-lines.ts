/** 二、自评结果, line by line. */
import type { PlainGroup, PlainRanking } from "../figures/plain-shape.ts";
import { printedAverage, printedPoints, printedShare } from "../figures/printed-figures.ts";
import type { ExpectedChart } from "./expected-charts.ts";
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import { type Page, captionLines, tableLines } from "./page.ts";
import { NONE, calledAll, entryOf, nameOf, printedRateOf, whoPieces } from "./reckoned.ts";

export function resultsLines(page: Page): readonly ExpectedLine[] {
  const { charts, plain } = page;
  return [
    cells("二、自评结果"),
    cells("（一）得分情况"),
    scoresLine(page),
    ...bandsTable(page),
    cells("（二）等级分布"),
    gradesLine(page),
    ...gradesTable(page),
    ...captionLines(charts.grades),
    ...(isRanked(plain) ? ranksLines(page) : []),
    ...(charts.spread === undefined ? [] : spreadLines(charts.spread, isRanked(plain) ? "四" : "三")),
  ];
}

function spreadLines(chart: ExpectedChart, numeral: string): readonly ExpectedLine[] {
  return [cells(`（${numeral}）得分与执行率`), says(`见${chart.number}`, "附表1"), ...captionLines(chart)];
}

function scoresLine(page: Page): ExpectedLine {
  const { plain } = page;
  const { lowest, highest, scored } = plain;
  const without = calledAll(
    plain.notScored.map((text) => entryOf(page, text.split(" ")[0] ?? "")),
    page,
  );
  if (lowest === undefined || highest === undefined) return says(...without);
  const [low = "", ...lowNumbers] = lowest;
  const [high = "", ...highNumbers] = highest;
  const whole = (which: string, score: string | number, numbers: readonly (string | number)[]) =>
    whoPieces(
      `${which}${printedPoints(String(score))}分`,
      numbers.map((number) => entryOf(page, number)),
      page,
    );
  if (scored === 1) return says(`自评总分${printedPoints(String(high))}分`, ...without);
  const weighted = printedAverage(plain.weightedAverage);
  return says(
    `${scored}个项目自评总分平均${printedAverage(plain.average)}分`,
    ...(weighted === NONE ? [] : [`加权平均${weighted}分`]),
    ...(plain.weightedOver === scored || weighted === NONE ? [] : [`（${plain.weightedOver}个项目）`]),
    ...(low === high
      ? [`均为${printedPoints(String(low))}分`]
      : [...whole("最高", high, highNumbers), ...whole("最低", low, lowNumbers)]),
    ...(plain.fullMarks === 0
      ? ["没有得满分的项目"]
      : [`得满分的项目${plain.fullMarks}个，占${printedShare(plain.fullMarks, scored)}`]),
    ...without,
  );
}

function bandsTable({ plain, nextTable }: Page): readonly ExpectedLine[] {
  if (plain.scored < 2) return [];
  const isAbove = plain.best.places.some((place) => /^1 1\d\d(?:\.|$)/u.test(place) && !place.startsWith("1 100 "));
  const rows = plain.bands.map((band) => {
    const [from = "", below = "", forms = ""] = band.split(" ");
    const top = isAbove ? "100分及以上" : "100分";
    const label = below === "" ? top : from === "" ? `${below}分以下` : `${from}—${below}分`;
    return [label, forms, printedShare(Number.parseInt(forms, 10), plain.scored)];
  });
  const remark = cells("注：各档含下限，不含上限。");
  return tableLines(nextTable(), "得分分布", ["自评总分", "项目数", "占比"], rows, remark);
}

/** `优 41` or `优 41 0` in parts; the dash stands for no grade. */
function gradesOf(texts: readonly string[]) {
  return texts.map((text) => {
    const [label = "", forms = "", unattested = "0"] = text.split(" ");
    return { label, forms, unattested: Number.parseInt(unattested, 10) };
  });
}

function gradesLine(page: Page): ExpectedLine {
  const { plain, entries } = page;
  const printed = gradesOf(plain.printedGrades);
  const due = gradesOf(plain.dueGrades);
  const off = plain.gradesOff.map((number) => entryOf(page, number));
  const unattested = due.reduce((sum, grade) => sum + grade.unattested, 0);
  const doubts = [
    ...calledAll(off, page),
    ...(unattested === 0 ? [] : [`有${unattested}个项目按总分对应的等级以80分或60分为界`]),
  ];
  const counts = (grades: typeof printed): readonly string[] =>
    grades
      .filter(({ label, forms }) => label !== NONE && forms !== "0")
      .map(({ label, forms }) => `“${label}”${forms}个`);
  if (plain.forms === 1) return says(...doubts);
  const [first] = printed;
  const forms = String(plain.forms);
  const isAgreed =
    printed.length === 1 &&
    first?.label !== NONE &&
    due.some((each) => each.label === first?.label && each.forms === forms);
  if (isAgreed) return says(`${forms}个项目`, `均为“${first?.label ?? ""}”`, ...doubts);
  const blank = entries.filter(({ wire }) => (wire.rating ?? "").trim() === "");
  const rowless = blank.filter(({ wire }) => wire.edition === "sh-2021").length;
  return says(
    ...counts(printed),
    ...(rowless === 0 ? [] : [`${rowless}个项目的表式没有`]),
    ...(blank.length === rowless ? [] : [`${blank.length - rowless}个项目未填`]),
    ...counts(due),
    ...doubts,
  );
}

function gradesTable({ plain, nextTable }: Page): readonly ExpectedLine[] {
  if (plain.forms === 1) return [];
  const printed = gradesOf(plain.printedGrades);
  const due = gradesOf(plain.dueGrades);
  const labels = [...new Set([...due, ...printed].map(({ label }) => label))].filter((label) => label !== NONE);
  const count = (grades: typeof printed, label: string): string | undefined =>
    grades.find((grade) => grade.label === label)?.forms;
  const none = [count(printed, NONE), count(due, NONE)];
  return tableLines(
    nextTable(),
    "等级分布（项目数）",
    ["等级", "自评表所填", "按总分对应"],
    [
      ...labels.map((label) => [label, count(printed, label) ?? "0", count(due, label) ?? NONE]),
      ...(none.every((each) => each === undefined) ? [] : [["没有等级", ...none.map((each) => each ?? "0")]]),
    ],
  );
}

/** A list of the best and the worst is of use only where it is no list of all. */
function isRanked({ scored, lowest, highest }: PlainGroup): boolean {
  return scored > 10 && lowest?.[0] !== highest?.[0];
}

function ranksLines(page: Page): readonly ExpectedLine[] {
  const { plain, nextTable } = page;
  const [low, high] = [plain.lowest?.[0], plain.highest?.[0]];
  const numberOf = ({ places }: PlainRanking): string => (places.length === 0 ? "" : nextTable());
  const [best, worst] = [numberOf(plain.best), numberOf(plain.worst)];
  const table = (number: string, which: string, { places }: PlainRanking): readonly ExpectedLine[] =>
    number === ""
      ? []
      : tableLines(
          number,
          `得分较${which}的项目`,
          ["位次", "项目名称", "实施单位", "执行率", "得分"],
          places.map((place) => {
            const [rank = "", score = "", project = ""] = place.split(" ");
            const entry = entryOf(page, project);
            const unit = entry.wire.implementingUnit.trim();
            return [rank, nameOf(entry), unit, printedRateOf(entry), printedPoints(score)];
          }),
        );
  return [
    cells("（三）得分较高和较低的项目"),
    says(
      ...(best === "" ? [] : [`得分较高的项目见${best}`]),
      ...sharedPieces(plain.best, "高", low),
      ...(worst === "" ? [] : [`得分较低的项目见${worst}`]),
      ...sharedPieces(plain.worst, "低", high),
    ),
    ...table(best, "高", plain.best),
    ...table(worst, "低", plain.worst),
  ];
}

function sharedPieces(
  { shared }: PlainRanking,
  which: string,
  otherEnd: string | number | undefined,
): readonly string[] {
  const [rank = "", score = "", forms = ""] = shared?.split(" ") ?? [];
  if (shared === undefined || score === String(otherEnd)) return [];
  const place = rank === "1" ? `得分最${which}` : `并列第${rank}位`;
  return [`${place}的项目有${forms}个，均为${printedPoints(score)}分`];
}
