/**
 * A form whose table is drawn without rules, or with some of them: its columns are told by the captions and the white
 * between the texts, its rows by the height of the figures. Gives the same rows as a table that is drawn.
 */
import { EDITIONS, type Edition, FUND_COLUMNS, FUND_ROWS, INDICATOR_FIELDS } from "@zipingbiao/core";
import { fold } from "../../lines/normalise.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import type { Beside, SourceRow } from "../../rows/source-row.ts";
import { originOf } from "../page-row.ts";
import type { SetLine } from "../set-lines.ts";
import { borderBetween, corridorsOf } from "./find-borders.ts";
import { type Caption, CaptionSearch, type PageLine } from "./find-captions.ts";
import { type SharedCell, shareBeside, sharedCell } from "./share-beside.ts";
import { bottomOf, cellOfLines, glyphsBetween, isBefore, linesWithin, middleOf, topOf } from "./table-region.ts";
import { unruledIndicators } from "./unruled-indicators.ts";

/** The caption rows of a form. */
interface Captions {
  readonly edition: Edition;
  readonly project: Caption;
  readonly department: Caption;
  readonly unit: Caption;
  readonly funds: readonly Caption[];
  readonly fundLabel: Caption;
  readonly goals: readonly Caption[];
  readonly heads: readonly (readonly Caption[])[];
  readonly total: Caption;
}

const FOREIGN = /项目(?:编码|代码|类型|类别|属性|负责人)|联系(?:人|电话)|填报(?:人|日期|单位)|资金来源/u;

/** `undefined` where captions are missing, or columns and rows cannot be told apart. */
export function unruledRows(lines: readonly PageLine[], file: string): SourceRow[] | undefined {
  const search = new CaptionSearch(lines);
  const captions = findCaptions(search);
  if (captions === undefined) return undefined;
  const { edition, project, funds, fundLabel, goals, heads, total } = captions;
  const header = headerRows(lines, captions, file);
  const fundRows = fundRowsOf(lines, captions, search, file);
  const goalRow = goalRowOf(lines, captions, search, file);
  const block = search.find(edition.captions.indicatorBlock ?? " ").filter(({ page, box }) => {
    const head = heads.find(([first]) => first?.page === page) ?? heads[0];
    return box[2] < (head?.[0]?.box[0] ?? 0) + 1;
  });
  const table = unruledIndicators(lines, {
    heads,
    block,
    end: { page: total.page, y: total.box[1] - 1 },
    edition,
    file,
  });
  if (header === undefined || fundRows === undefined || goalRow === undefined || table === undefined) return undefined;
  const say = ({ page, box }: Caption, text: string): PlacedCell => ({ text, origin: originOf(file, page, box) });
  const texts = edition.captions;
  const [firstHead] = heads;
  const hasBlock = texts.indicatorBlock !== undefined;
  const lead = (cells: readonly PlacedCell[], text = ""): PlacedCell[] =>
    hasBlock ? [{ text, origin: cells[0]?.origin ?? { file } }, ...cells] : [...cells];
  return [
    ...lines
      .filter(({ page, line }) => isBefore({ page, y: middleOf(line.box) }, { page: project.page, y: header.top }))
      .map(({ page, line }) => rowOf([{ text: line.text, origin: originOf(file, page, line.box) }], false)),
    ...header.rows.map((cells) => rowOf(cells)),
    rowOf([say(fundLabel, fundLabel.text), say(fundLabel, ""), ...funds.map((caption) => say(caption, caption.text))]),
    ...fundRows.map((cells) => rowOf(cells)),
    rowOf([say(goals[0] ?? project, texts.overallGoal), ...goals.map((caption) => say(caption, caption.text))]),
    rowOf([say(goals[0] ?? project, ""), ...goalRow]),
    rowOf(
      lead(
        (firstHead ?? []).map((caption) => say(caption, caption.text)),
        texts.indicatorBlock,
      ),
    ),
    ...table.rows.map((cells) => rowOf(lead(cells))),
    ...footRows(lines, search, total, table.borders, lead, file),
  ];
}

function rowOf(cells: readonly PlacedCell[], ruled = true, beside: readonly Beside[] = []): SourceRow {
  return { cells, afterGap: false, beside, ...(ruled ? { inPlace: true, ruled: true } : {}) };
}

function findCaptions(search: CaptionSearch): Captions | undefined {
  for (const edition of EDITIONS) {
    const { captions } = edition;
    const [funds] = search.findRow(FUND_COLUMNS.map((column) => captions.fundColumns[column]));
    if (funds === undefined) continue;
    const behind = (row: readonly Caption[], other: readonly Caption[]): boolean =>
      isBefore(bottomOf(other), topOf(row));
    const goals = search.findRow([captions.expectedGoal, captions.actualGoal]).find((row) => behind(row, funds));
    if (goals === undefined) continue;
    const heads = search
      .findRow(INDICATOR_FIELDS.map((field) => captions.indicatorColumns[field]))
      .filter((row) => behind(row, goals));
    const [fundLabel] = search.find(`项目资金（${edition.currencyUnit}）`);
    const [project] = search.find("项目名称").filter((caption) => behind(funds, [caption]));
    const [department] = search.find("主管部门").filter((caption) => behind(funds, [caption]));
    const [unit] = search.find("实施单位").filter((caption) => behind(funds, [caption]));
    const [head] = heads;
    if (head === undefined || fundLabel === undefined) continue;
    const total = search.find(captions.total).findLast((caption) => behind([caption], head));
    if (project === undefined || department === undefined || unit === undefined || total === undefined) continue;
    return { edition, project, department, unit, funds, fundLabel, goals, heads, total };
  }
  return undefined;
}

const isTitleLine = ({ text }: SetLine): boolean => /表$|^\(?\d{4}年度?\)?$/u.test(fold(text));

/** 项目名称 │ … and 主管部门 │ … │ 实施单位 │ …; a long value stands around the middle of its label. */
function headerRows(
  lines: readonly PageLine[],
  { project, department, unit, funds }: Captions,
  file: string,
): { readonly rows: PlacedCell[][]; readonly top: number } | undefined {
  const { page } = project;
  const { size } = project;
  const reach = Math.max(
    project.box[1] - size * 2.5,
    ...lines
      .filter((each) => each.page === page && isTitleLine(each.line) && each.line.box[3] < project.box[1] + 1)
      .map(({ line }) => line.box[3]),
  );
  if (department.page !== page || funds[0]?.page !== page) return undefined;
  const glyphs = glyphsBetween(lines, { page, y: reach }, topOf(funds)).get(page) ?? [];
  const right = glyphs.filter(
    ({ box }) =>
      (box[0] + box[2]) / 2 > Math.max(project.box[2], Math.min(department.box[2], project.box[2] + size * 2)),
  );
  const values = linesWithin(right, -Infinity, Infinity);
  if (FOREIGN.test(fold(values.map(({ text }) => text).join("")))) return undefined;
  const [column] = shareBeside([values], [project, department]) ?? [];
  const [first, second] = column ?? [];
  if (first === undefined || second === undefined) return undefined;
  // Another way to share the lines out is told at the whole width of each row.
  const between = (from: number, to: number): SharedCell => ({
    lines: linesOf(second.lines, from, to),
    rivals: second.rivals.map((lines) => linesOf(lines, from, to)),
  });
  const cell = (some: SharedCell, at: Caption): PlacedCell => sharedCell(some, file, at, false);
  const label = ({ page: on, box, text }: Caption): PlacedCell => ({ text, origin: originOf(file, on, box) });
  const top = Math.min(project.box[1], ...first.lines.map(({ box }) => box[1]));
  return {
    rows: [
      [label(project), cell(first, project)],
      [
        label(department),
        cell(between(department.box[2], unit.box[0]), department),
        label(unit),
        cell(between(unit.box[2], Infinity), unit),
      ],
    ],
    top: top - 1,
  };
}

function linesOf(lines: readonly SetLine[], from: number, to: number): SetLine[] {
  return linesWithin(
    lines.flatMap(({ glyphs }) => glyphs),
    from,
    to,
  );
}

function fundRowsOf(
  lines: readonly PageLine[],
  { edition, funds, goals }: Captions,
  search: CaptionSearch,
  file: string,
): PlacedCell[][] | undefined {
  const page = funds[0]?.page ?? 0;
  if (goals[0] === undefined) return undefined;
  const region = glyphsBetween(lines, topOf(funds), topOf(goals)).get(page) ?? [];
  const head = bottomOf(funds);
  const [first] = funds;
  const labels = FUND_ROWS.map((name) => {
    const long = edition.captions.fundRows[name].replace(/[:：]$/u, "");
    const inRegion = (caption: Caption): boolean =>
      caption.page === page &&
      isBefore(head, bottomOf([caption])) &&
      isBefore(topOf([caption]), topOf(goals)) &&
      caption.box[0] < (first?.box[0] ?? 0);
    return [long, long.replace(/^其中[:：]?/u, "")].flatMap((text) => search.find(text).filter(inRegion))[0];
  });
  const corridor = corridorsOf(region, 0, (first?.box[0] ?? 0) + 1).at(-1);
  const borders = [
    corridor === undefined ? undefined : (corridor.from + corridor.to) / 2,
    ...funds.slice(1).map((caption, at) => borderBetween(region, (funds[at]?.box[2] ?? 0) - 1, caption.box[0] + 1)),
    Infinity,
  ];
  if (labels.includes(undefined) || borders.includes(undefined)) return undefined;
  const below = region.filter(({ box }) => middleOf(box) > head.y);
  const known = labels.filter((label) => label !== undefined);
  const columns = shareBeside(
    funds.map((_, at) => linesWithin(below, borders[at] ?? 0, borders[at + 1] ?? 0)),
    known,
  );
  return columns === undefined
    ? undefined
    : known.map((label, row) => [
        { text: "", origin: originOf(file, page, label.box) },
        { text: label.text, origin: originOf(file, page, label.box) },
        ...columns.map((cells) => sharedCell(cells[row] ?? { lines: [], rivals: [] }, file, label, true)),
      ]);
}

function goalRowOf(
  lines: readonly PageLine[],
  { edition, goals, heads }: Captions,
  search: CaptionSearch,
  file: string,
): PlacedCell[] | undefined {
  const [left, right] = goals;
  const [head] = heads;
  if (left === undefined || right === undefined || head === undefined) return undefined;
  const from = bottomOf(goals);
  const label = search
    .find(edition.captions.overallGoal)
    .find((caption) => isBefore(topOf(goals), bottomOf([caption])) && isBefore(topOf([caption]), topOf(head)));
  const expected: SetLine[] = [];
  const actual: SetLine[] = [];
  for (const [, glyphs] of glyphsBetween(lines, from, topOf(head))) {
    const border = borderBetween(glyphs, left.box[2] - 1, right.box[0] + 1);
    const corridor = corridorsOf(glyphs, label?.box[2] ?? 0, left.box[0] + 1)[0];
    if (border === undefined || (corridor === undefined && label !== undefined)) return undefined;
    const start = label === undefined ? -Infinity : corridor === undefined ? 0 : corridor.to - 0.1;
    expected.push(...linesWithin(glyphs, start, border));
    actual.push(...linesWithin(glyphs, border, Infinity));
  }
  return [cellOfLines(expected, file, left), cellOfLines(actual, file, right)];
}

/** 总分 with its figures, 评分等级, and what stands below. */
function footRows(
  lines: readonly PageLine[],
  search: CaptionSearch,
  total: Caption,
  borders: readonly number[],
  lead: (cells: readonly PlacedCell[], text?: string) => PlacedCell[],
  file: string,
): SourceRow[] {
  const { size } = total;
  const onLine =
    (caption: Caption) =>
    (each: PageLine): boolean =>
      each.page === caption.page &&
      middleOf(each.line.box) > caption.box[1] - size * 0.2 &&
      middleOf(each.line.box) < caption.box[3] + size * 0.2;
  const figures = lines.filter(onLine(total)).flatMap(({ line }) => line.glyphs);
  const cells = INDICATOR_FIELDS.map((field, at): PlacedCell => {
    if (at === 0) return { text: total.text, origin: originOf(file, total.page, total.box) };
    const isFigure = field === "weight" || field === "score" || field === "deviationNote";
    return cellOfLines(isFigure ? linesWithin(figures, borders[at] ?? 0, borders[at + 1] ?? 0) : [], file, total);
  });
  const rating = search.find("评分等级").find((caption) => isBefore(topOf([total]), topOf([caption])));
  const rest = lines.filter(
    (each) =>
      isBefore({ page: total.page, y: total.box[3] }, { page: each.page, y: middleOf(each.line.box) }) &&
      !onLine(total)(each),
  );
  const rows = [rowOf(lead(cells))];
  if (rating !== undefined) {
    const own = rest.filter(onLine(rating)).flatMap(({ line }) => line.glyphs);
    rows.push(
      rowOf([
        { text: rating.text, origin: originOf(file, rating.page, rating.box) },
        cellOfLines(linesWithin(own, rating.box[2], Infinity), file, rating),
      ]),
    );
  }
  for (const each of rest)
    if (rating === undefined || !onLine(rating)(each))
      rows.push(rowOf([{ text: each.line.text, origin: originOf(file, each.page, each.line.box) }], false));
  return rows;
}
