/** The columns of the list of indicators: what each holds, takes and shows. */
import {
  type Edition,
  type IndicatorColumn,
  LIST_HEAD_ROWS,
  MAX_TEXT,
  TEMPLATE_SHEETS,
  indicatorPath,
  projectColumns,
} from "@zipingbiao/core";
import { columnName } from "../../sheet/cell-name.ts";
import type { CellLook, Highlight, InputRule } from "../../sheet/laid-sheet.ts";
import { indicatorCells, indicatorCheck, isOver, lacksReason, say } from "./check-formulas.ts";
import { SIGNS, UNITS } from "./choices.ts";
import { inputRule } from "./input-rules.ts";
import type { ListFilling } from "./list-row.ts";
import { POINTS_FORMAT, TEXT_FORMAT, asComputed, asInput } from "./template-looks.ts";

/** The cell of a column in the same row. */
type CellOf = (at: IndicatorColumn["at"]) => string;

const CELL: CellLook = { size: 10, align: "left", vertical: "center", framed: true };
const MIDDLE: CellLook = { ...CELL, align: "center" };
const WIDTHS: Readonly<Record<IndicatorColumn["at"], number>> = {
  number: 6,
  project: 22,
  level1: 12,
  level2: 18,
  name: 24,
  sign: 6,
  target: 14,
  targetUnit: 9,
  actual: 16,
  actualUnit: 9,
  weight: 8,
  score: 8,
  deviationNote: 32,
  check: 32,
};
const CENTERED: ReadonlySet<IndicatorColumn["at"]> = new Set([
  "number",
  "level1",
  "sign",
  "target",
  "actual",
  "weight",
  "score",
]);

export function indicatorFilling({ at }: IndicatorColumn, cell: CellOf, edition: Edition): ListFilling {
  const width = WIDTHS[at];
  if (at === "project") {
    const formula = projectFormula(cell, edition);
    return { value: { kind: "formula", formula, format: "General" }, look: asComputed(CELL), width };
  }
  if (at === "check") {
    const formula = checkFormula(cell, edition);
    return { value: { kind: "formula", formula, format: "General" }, look: {}, width };
  }
  const format = at === "number" ? "0" : at === "weight" || at === "score" ? POINTS_FORMAT : TEXT_FORMAT;
  return { value: { kind: "blank", format }, look: asInput(CENTERED.has(at) ? MIDDLE : CELL), width };
}

/** The name of the project, so that a wrong number is seen. */
function projectFormula(cell: CellOf, edition: Edition): string {
  const number = cell("number");
  return `IF(LEN(${number})=0,"",IFERROR(INDEX(${projectsIn("projectName", edition)},MATCH(${number},${projectsIn("number", edition)},0)),""))`;
}

function projectsIn(at: "number" | "projectName", edition: Edition): string {
  const name = columnName(projectColumns(edition).findIndex((column) => column.at === at));
  return `${TEMPLATE_SHEETS.projects}!$${name}$${LIST_HEAD_ROWS + 1}:$${name}$${LAST_PROJECT}`;
}

const LAST_PROJECT = 5000;

function checkFormula(cell: CellOf, edition: Edition): string {
  const number = cell("number");
  const filled = `${cell("level1")}:${cell("deviationNote")}`;
  return [
    say(`AND(COUNTA(${filled})>0,LEN(${number})=0)`, "缺项目序号"),
    say(`AND(LEN(${number})>0,LEN(${cell("project")})=0)`, "「项目」表里没有这个序号"),
    indicatorCheck(filled, indicatorCells(cell), edition),
  ].join("&");
}

export function indicatorInput({ at }: IndicatorColumn, edition: Edition): Omit<InputRule, "range"> | undefined {
  const { target, actual } = edition.captions.indicatorColumns;
  switch (at) {
    case "project":
    case "check":
      return undefined;
    case "number":
      return { title: "项目序号", prompt: "「项目」表里的序号；右边会显示项目名称。", takes: { kind: "figure" } };
    case "sign":
      return { title: target, prompt: "从下拉表里选。写成文字的，空着。", takes: { kind: "choice", choices: SIGNS } };
    case "targetUnit":
    case "actualUnit":
      return {
        title: at === "targetUnit" ? target : actual,
        prompt: "从下拉表里选，也可以直接填写；要括号的，连括号一起填。",
        takes: { kind: "choice", choices: UNITS },
      };
    case "target":
      return {
        title: target,
        prompt: "填数，或者写成文字；也可以整个写在这里，例如 ≥90%，左右两格空着。读取时把三格连起来。",
        takes: { kind: "text", longest: MAX_TEXT },
      };
    case "level1":
    case "level2": {
      const rule = inputRule(indicatorPath(0, at), edition);
      return rule && { ...rule, prompt: "从下拉表里选，也可以直接填写。每一行都要填。" };
    }
    default:
      return inputRule(indicatorPath(0, at), edition);
  }
}

export function indicatorHighlights(first: CellOf, range: CellOf): Highlight[] {
  const cells = indicatorCells(first);
  return [
    { range: range("score"), when: isOver(cells) },
    { range: range("deviationNote"), when: lacksReason(cells) },
  ];
}
