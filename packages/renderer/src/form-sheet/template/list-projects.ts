/** The columns of the list of projects: what each holds, takes and shows. */
import {
  type Edition,
  FUND_PARTS,
  FUND_ROWS,
  type FundRow,
  LIST_HEAD_ROWS,
  type ProjectColumn,
  TEMPLATE_SHEETS,
  formatScore,
  fundPath,
  indicatorListColumns,
  parseFormPath,
} from "@zipingbiao/core";
import { columnName } from "../../sheet/cell-name.ts";
import type { Highlight, InputRule } from "../../sheet/laid-sheet.ts";
import { fundCheck, isOffWeight, isOverspent, missing, say, weightCheck } from "./check-formulas.ts";
import { amountSumFormula, executionScoreFormula, rateFormula, ratingFormula } from "./exact-formulas.ts";
import { rateFormat } from "./form-fields.ts";
import { inputRule } from "./input-rules.ts";
import type { ListFilling } from "./list-row.ts";
import { AMOUNT_FORMAT, POINTS_FORMAT, TEXT_FORMAT, asComputed, asInput } from "./template-looks.ts";

/** The cell of a column in the same row. */
type CellOf = (at: ProjectColumn["at"]) => string;

const CELL = { size: 10, align: "left", vertical: "center", framed: true } as const;
const FIGURE = { ...CELL, align: "right" } as const;
const MIDDLE = { ...CELL, align: "center" } as const;

export function projectFilling({ at }: ProjectColumn, cell: CellOf, edition: Edition): ListFilling {
  const open = (
    format: string,
    width: number,
    look: typeof CELL | typeof FIGURE | typeof MIDDLE = CELL,
  ): ListFilling => ({
    value: { kind: "blank", format },
    look: asInput(look),
    width,
  });
  const computed = (formula: string, format: string, width: number, canChange = false): ListFilling => ({
    value: { kind: "formula", formula, format },
    look: asComputed(MIDDLE, canChange),
    width,
  });
  const place = at === "number" || at === "check" ? undefined : parseFormPath(at);
  if (place?.kind === "fund") return fundFilling(place.row, at, cell, edition);
  switch (at) {
    case "number":
      return open("0", 6, MIDDLE);
    case "fiscalYear":
      return open("0", 7, MIDDLE);
    case "projectName":
      return open(TEXT_FORMAT, 26);
    case "totalWeight":
      return computed(listSum("weight", cell, edition), POINTS_FORMAT, 9);
    case "totalScore":
      return computed(listSum("score", cell, edition), POINTS_FORMAT, 9);
    case "rating":
      return computed(ratingFormula(cell("totalScore"), edition), "General", 8, true);
    case "check":
      return {
        value: { kind: "formula", formula: checkFormula(cell, edition), format: "General" },
        look: {},
        width: 36,
      };
    case "overallGoal.expected":
    case "overallGoal.actual":
      return open(TEXT_FORMAT, 36);
    default:
      return open(TEXT_FORMAT, 18);
  }
}

function fundFilling(row: FundRow, at: ProjectColumn["at"], cell: CellOf, edition: Edition): ListFilling {
  const computed = (formula: string, format: string, width: number): ListFilling => ({
    value: { kind: "formula", formula, format },
    look: asComputed(FIGURE),
    width,
  });
  const cells = fundCells(row, cell);
  if (at === fundPath(row, "executionRate")) return computed(rateFormula(cells, edition), rateFormat(edition), 9);
  if (row !== "total") return { value: { kind: "blank", format: AMOUNT_FORMAT }, look: asInput(FIGURE), width: 12 };
  if (at === fundPath(row, "weight")) {
    // Shown where a project is, so that blank rows stay blank.
    const points = formatScore(edition.executionWeight.value);
    return {
      value: { kind: "formula", formula: `IF(LEN(${cell("projectName")})=0,"",${points})`, format: POINTS_FORMAT },
      look: asComputed(FIGURE, true),
      width: 8,
    };
  }
  if (at === fundPath(row, "score"))
    return computed(executionScoreFormula(cell(fundPath(row, "weight")), cells, edition), POINTS_FORMAT, 8);
  const column = (["initialBudget", "annualBudget", "annualExecution"] as const).find(
    (each) => at === fundPath(row, each),
  );
  const parts = FUND_PARTS.map((part) => cell(fundPath(part, column ?? "annualBudget"))).join(",");
  return computed(amountSumFormula(parts, edition.currencyUnit), AMOUNT_FORMAT, 13);
}

function fundCells(row: FundRow, cell: CellOf) {
  return {
    annualBudget: cell(fundPath(row, "annualBudget")),
    annualExecution: cell(fundPath(row, "annualExecution")),
  };
}

/** The points of the project's indicators, and of its execution rate. Blank without an indicator that has points. */
function listSum(field: "weight" | "score", cell: CellOf, edition: Edition): string {
  const columns = indicatorListColumns(edition);
  const list = (at: (typeof columns)[number]["at"]) => {
    const name = columnName(columns.findIndex((column) => column.at === at));
    return `${TEMPLATE_SHEETS.indicators}!$${name}$${LIST_HEAD_ROWS + 1}:$${name}$${LIST_ROWS_END}`;
  };
  const number = cell("number");
  const count = `SUMPRODUCT((${list("number")}=${number})*ISNUMBER(${list(field)}))`;
  const sum = `SUMIF(${list("number")},${number},${list(field)})+N(${cell(fundPath("total", field))})`;
  return `IF(LEN(${number})=0,"",IF(${count}=0,"",ROUND(${sum},6)))`;
}

/** Far below the last row that is laid out, so that rows put in behind it are counted too. */
const LIST_ROWS_END = 5000;

function checkFormula(cell: CellOf, edition: Edition): string {
  const { captions } = edition;
  const begun = `LEN(${cell("projectName")})>0`;
  const number = cell("number");
  const column = number.replace(/\d+$/u, "");
  const all = `$${column}$${LIST_HEAD_ROWS + 1}:$${column}$${LIST_ROWS_END}`;
  const words = [
    missing(begun, number, "序号"),
    say(`AND(LEN(${number})>0,COUNTIF(${all},${number})>1)`, "序号重复"),
    say(`AND(LEN(${number})>0,LEN(${cell("projectName")})=0)`, `请填${captions.projectName}`),
    missing(begun, cell("fiscalYear"), "年度"),
    missing(begun, cell("overallGoal.expected"), captions.expectedGoal),
    ...FUND_ROWS.slice(0, 1).map((row) => fundCheck(fundCells(row, cell))),
    say(`AND(${begun},LEN(${number})>0,LEN(${cell("totalWeight")})=0)`, "没有指标"),
    weightCheck(cell("totalWeight"), edition),
  ];
  return words.join("&");
}

export function projectInput({ at }: ProjectColumn, edition: Edition): Omit<InputRule, "range"> | undefined {
  if (at === "number")
    return {
      title: "序号",
      prompt: "自己编，一个项目一个，不能重复；「指标」表靠它归到项目。",
      takes: { kind: "figure" },
    };
  if (at === "fiscalYear")
    return { title: "年度", prompt: "填四位年份，例如 2024。", takes: { kind: "figure", most: "2999" } };
  if (at === "check" || COMPUTED.includes(at)) return undefined;
  return inputRule(at, edition);
}

const COMPUTED: readonly string[] = [
  ...(["initialBudget", "annualBudget", "annualExecution", "score"] as const).map((column) =>
    fundPath("total", column),
  ),
  ...FUND_ROWS.map((row) => fundPath(row, "executionRate")),
];

export function projectHighlights(first: CellOf, range: CellOf, edition: Edition): Highlight[] {
  return [
    { range: range("totalWeight"), when: isOffWeight(first("totalWeight"), edition) },
    { range: range(fundPath("total", "annualExecution")), when: isOverspent(fundCells("total", first)) },
  ];
}
