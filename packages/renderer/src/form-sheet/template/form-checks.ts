/** The column of checks beside the form, and the cells that stand out. */
import {
  type Edition,
  FUND_ROWS,
  type FormPath,
  type FundRow,
  INDICATOR_FIELDS,
  fundPath,
  indicatorPath,
} from "@zipingbiao/core";
import { cellName } from "../../sheet/cell-name.ts";
import type { Highlight, LaidCell } from "../../sheet/laid-sheet.ts";
import {
  type IndicatorCells,
  fundCheck,
  indicatorCells,
  indicatorCheck,
  isOffWeight,
  isOver,
  isOverspent,
  lacksReason,
  missing,
  summary,
  weightCheck,
} from "./check-formulas.ts";
import { CHECK_LOOK } from "./template-looks.ts";

type Fields = ReadonlyMap<FormPath, string>;

/** `column` is where they stand. */
export function formChecks(fields: Fields, edition: Edition, column: number, indicators: number): LaidCell[] {
  const check = (row: number, formula: string): LaidCell => ({
    row,
    column,
    value: { kind: "formula", formula, format: "General" },
    look: CHECK_LOOK,
  });
  const { captions } = edition;
  const names = `${nameOf(fields, indicatorPath(0, "name"))}:${nameOf(fields, indicatorPath(indicators - 1, "name"))}`;
  const begun = `COUNTA(${names},${nameOf(fields, "projectName")})>0`;
  const required: readonly (readonly [FormPath, string])[] = [
    ["fiscalYear", "年度"],
    ["projectName", captions.projectName],
    ["competentDepartment", captions.competentDepartment],
    ["overallGoal.expected", captions.expectedGoal],
  ];
  const last = rowOf(nameOf(fields, "totalWeight"));
  return [
    check(0, summary(begun, `${cellName(1, column)}:${cellName(last, column)}`)),
    ...required.map(([at, what]) => check(rowOf(nameOf(fields, at)), missing(begun, nameOf(fields, at), what))),
    ...FUND_ROWS.map((row) =>
      check(rowOf(nameOf(fields, fundPath(row, "annualBudget"))), fundCheck(fundCells(fields, row))),
    ),
    ...Array.from({ length: indicators }, (_, at) => {
      const cells = INDICATOR_FIELDS.map((field) => nameOf(fields, indicatorPath(at, field)));
      const row = rowOf(cells[0] ?? "");
      return check(row, indicatorCheck(`${cells[0] ?? ""}:${cells.at(-1) ?? ""}`, cellsOf(fields, at), edition));
    }),
    check(last, weightCheck(nameOf(fields, "totalWeight"), edition)),
  ];
}

export function formHighlights(fields: Fields, edition: Edition, indicators: number): Highlight[] {
  const first = cellsOf(fields, 0);
  const down = (field: "score" | "deviationNote") =>
    `${nameOf(fields, indicatorPath(0, field))}:${nameOf(fields, indicatorPath(indicators - 1, field))}`;
  const total = nameOf(fields, "totalWeight");
  const [topRow] = FUND_ROWS;
  const spent = (row: FundRow) => nameOf(fields, fundPath(row, "annualExecution"));
  return [
    { range: down("score"), when: isOver(first) },
    { range: down("deviationNote"), when: lacksReason(first) },
    { range: total, when: isOffWeight(total, edition) },
    { range: `${spent(topRow)}:${spent(FUND_ROWS.at(-1) ?? topRow)}`, when: isOverspent(fundCells(fields, topRow)) },
  ];
}

function fundCells(fields: Fields, row: FundRow) {
  return {
    annualBudget: nameOf(fields, fundPath(row, "annualBudget")),
    annualExecution: nameOf(fields, fundPath(row, "annualExecution")),
  };
}

function cellsOf(fields: Fields, at: number): IndicatorCells {
  return indicatorCells((field) => nameOf(fields, indicatorPath(at, field)));
}

function nameOf(fields: Fields, at: FormPath): string {
  const name = fields.get(at);
  if (name === undefined) throw new Error(`a form without ${at}`);
  return name;
}

/** `D13` stands in row 12, counted from 0. */
function rowOf(cell: string): number {
  return Number.parseInt(cell.replace(/^[A-Z]+/u, ""), 10) - 1;
}
