/** 自评结果: totals, grades and who is where. */
import { valueOf } from "../place/cell.ts";
import { compareScores, addScores } from "../values/score.ts";
import { decimal, quotient, sumOfProducts } from "../values/decimal.ts";
import { addMoney } from "../values/money.ts";
import type { ProjectLine } from "./entry.ts";
import { dueGrades, printedGrades, scoreBands } from "./grade-counts.ts";
import { leftOut } from "./left-out.ts";
import { type Scored, extremeOf, rankingOf } from "./ranking.ts";
import type { Results } from "./summary.ts";

export function resultsOf(projects: readonly ProjectLine[]): Results {
  const scored = projects.flatMap((project): readonly Scored[] => {
    const score = valueOf(project.totalScore);
    return score === undefined ? [] : [{ project, score }];
  });
  const sum = addScores(scored.map(({ score }) => score));
  return {
    counted: scored.length,
    leftOut: projects.flatMap((project) => leftOut(project, "totalScore", project.totalScore)),
    sum,
    average: quotient(sum.points, decimal(String(scored.length))),
    weighted: weightedAverage(scored),
    lowest: extremeOf(scored, "worst"),
    highest: extremeOf(scored, "best"),
    printedGrades: printedGrades(projects),
    dueGrades: dueGrades(scored),
    gradesOff: projects.filter(({ gradeAgrees }) => gradeAgrees === false),
    bands: scoreBands(scored),
    best: rankingOf(scored, "best"),
    worst: rankingOf(scored, "worst"),
    fullMarks: scored.filter(({ project, score }) => compareScores(score, project.edition.totalWeight.value) === 0)
      .length,
  };
}

function weightedAverage(scored: readonly Scored[]): Results["weighted"] {
  const weighted = scored.flatMap(({ project, score }) => {
    const budget = valueOf(project.funds.total.annualBudget);
    return budget === undefined ? [] : [{ score, budget }];
  });
  const products = sumOfProducts(weighted.map(({ score, budget }) => [score.points, budget.yuan]));
  const budgets = addMoney(weighted.map(({ budget }) => budget));
  return { average: quotient(products, budgets.yuan), counted: weighted.length };
}
