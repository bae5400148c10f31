/** What stands beside the cells to fill in: what is still missing, or does not add up, in words. */
import { type Edition, formatScore } from "@zipingbiao/core";
import { type FundCells, plain } from "./exact-formulas.ts";

/** The cells of an indicator, by name. */
export interface IndicatorCells {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly score: string;
  readonly deviationNote: string;
}

/** The cells of an indicator, each as `cell` names it. */
export function indicatorCells(cell: (field: keyof IndicatorCells) => string): IndicatorCells {
  return {
    name: cell("name"),
    target: cell("target"),
    actual: cell("actual"),
    weight: cell("weight"),
    score: cell("score"),
    deviationNote: cell("deviationNote"),
  };
}

/** `filled` is the range of the row's cells; a row without anything needs nothing. */
export function indicatorCheck(filled: string, cells: IndicatorCells, { captions }: Edition): string {
  const { name, target, actual, weight, score } = cells;
  const columns = captions.indicatorColumns;
  const words = [
    isBlank(name, `缺${columns.name}`),
    isBlank(target, `缺${columns.target}`),
    isBlank(actual, `缺${columns.actual}`),
    `IF(ISNUMBER(${weight}),"","缺${columns.weight}；")`,
    `IF(ISNUMBER(${score}),"","缺${columns.score}；")`,
    say(isOver(cells), "得分大于分值"),
    say(lacksReason(cells), "扣了分，请写偏差原因"),
  ];
  return `IF(COUNTA(${filled})=0,"",${words.join("&")})`;
}

export function isOver({ weight, score }: IndicatorCells): string {
  return `AND(COUNT(${weight},${score})=2,N(${score})>N(${weight}))`;
}

export function lacksReason({ weight, score, deviationNote }: IndicatorCells): string {
  return `AND(COUNT(${weight},${score})=2,N(${score})<N(${weight}),LEN(${deviationNote})=0)`;
}

export function fundCheck(cells: FundCells): string {
  return say(isOverspent(cells), "执行数大于预算数");
}

export function isOverspent({ annualBudget, annualExecution }: FundCells): string {
  return `AND(COUNT(${annualBudget},${annualExecution})=2,N(${annualExecution})>N(${annualBudget}))`;
}

export function weightCheck(totalWeight: string, edition: Edition): string {
  return say(isOffWeight(totalWeight, edition), `分值合计应为 ${dueWeight(edition)}`);
}

export function isOffWeight(totalWeight: string, edition: Edition): string {
  return `AND(ISNUMBER(${totalWeight}),N(${totalWeight})<>${dueWeight(edition)})`;
}

/** Missing while something was begun. */
export function missing(begun: string, cell: string, what: string): string {
  return say(`AND(${begun},LEN(${cell})=0)`, `请填${what}`);
}

/** How many of the cells of a range say something. */
export function summary(begun: string, range: string): string {
  const count = `SUMPRODUCT(--(LEN(${range})>0))`;
  return `IF(${begun},IF(${count}=0,"核对：没有发现问题","核对：还有 "&${count}&" 处"),"")`;
}

export function say(condition: string, words: string): string {
  return `IF(${condition},"${words}；","")`;
}

function isBlank(cell: string, words: string): string {
  return say(`LEN(${cell})=0`, words);
}

function dueWeight({ totalWeight }: Edition): string {
  return plain(formatScore(totalWeight.value));
}
