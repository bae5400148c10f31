/** A form whose cells were found by their place alone, not by drawn lines: what does not add up is told. */
import {
  type Cell,
  type FormPath,
  FUND_COLUMNS,
  FUND_PARTS,
  FUND_ROWS,
  type FundColumn,
  type SelfEvaluationForm,
  type UnreadablePlace,
  addMoney,
  addScores,
  compareMoney,
  compareScores,
  fundPath,
  indicatorPath,
  rateOf,
  textOf,
  valueOf,
} from "@zipingbiao/core";
import { unrecognised } from "../refusal.ts";

const MONEY = ["initialBudget", "annualBudget", "annualExecution"] as const;
const POINTS = ["weight", "score"] as const;
/** Printed rates are rounded to two digits or cut; a share of the whole. */
const ROUNDING = "0.0002";

interface Figure {
  readonly at: FormPath;
  readonly cell: Cell<unknown>;
}

/**
 * The form, with every figure of a block told where the block does not add up: the sums are evidence that a figure may
 * stand in a wrong row or be put together wrongly, and never mend one. Throws a refusal when the project has no name.
 */
export function doubtSums(form: SelfEvaluationForm): SelfEvaluationForm {
  if (form.projectName === "")
    throw unrecognised(form.origin["projectName"], "项目名称", "「项目名称」旁的文字（这张表没有框线，认不出各格）");
  const blank = (["competentDepartment", "implementingUnit"] as const).filter((field) => form[field] === "");
  const told: readonly UnreadablePlace[] = [
    ...blank.map((at) => placeOf(form, at, "", "这一格没有读到文字；这张表没有框线，文字可能归到了别的格")),
    ...(addsUp(form) ? [] : tell(form, fundFigures(form), "项目资金各行与合计（或执行率）对不上")),
    ...POINTS.flatMap((field) => (pointsAddUp(form, field) ? [] : tellPoints(form, field))),
  ];
  const known = new Set(form.unreadable.map(({ at }) => at));
  const added = told.filter(({ at }) => !known.has(at));
  return added.length === 0 ? form : { ...form, unreadable: [...form.unreadable, ...added] };
}

function fundFigures({ funds }: SelfEvaluationForm): Figure[] {
  return FUND_ROWS.flatMap((row) =>
    FUND_COLUMNS.map((column: FundColumn) => ({ at: fundPath(row, column), cell: funds[row][column] })),
  );
}

function addsUp({ funds }: SelfEvaluationForm): boolean {
  for (const column of MONEY) {
    const total = valueOf(funds.total[column]);
    const parts = FUND_PARTS.flatMap((row) => valueOf(funds[row][column]) ?? []);
    if (parts.length > 0 && (total === undefined || compareMoney(addMoney(parts), total) !== 0)) return false;
  }
  for (const row of FUND_ROWS) {
    const [budget, spent] = [valueOf(funds[row].annualBudget), valueOf(funds[row].annualExecution)];
    const rate = valueOf(funds[row].executionRate);
    const exact = budget === undefined || spent === undefined ? undefined : rateOf(spent, budget);
    if (rate !== undefined && exact !== undefined && rate.ratio.minus(exact.ratio).abs().greaterThan(ROUNDING))
      return false;
  }
  return true;
}

function pointsAddUp(form: SelfEvaluationForm, field: (typeof POINTS)[number]): boolean {
  const total = valueOf(field === "weight" ? form.totalWeight : form.totalScore);
  const rows = form.indicators.map((indicator) => valueOf(indicator[field]));
  const fund = valueOf(form.funds.total[field]);
  const known = [...rows, fund].filter((points) => points !== undefined);
  return total !== undefined && !rows.includes(undefined) && compareScores(addScores(known), total) === 0;
}

function tellPoints(form: SelfEvaluationForm, field: (typeof POINTS)[number]): UnreadablePlace[] {
  const name = field === "weight" ? "分值" : "得分";
  const figures: Figure[] = [
    { at: fundPath("total", field), cell: form.funds.total[field] },
    ...form.indicators.map((indicator, at) => ({ at: indicatorPath(at, field), cell: indicator[field] })),
    field === "weight" ? { at: "totalWeight", cell: form.totalWeight } : { at: "totalScore", cell: form.totalScore },
  ];
  return tell(form, figures, `各行${name}之和与总分一行对不上`);
}

function tell(form: SelfEvaluationForm, figures: readonly Figure[], why: string): UnreadablePlace[] {
  return figures
    .filter(({ cell }) => cell.kind === "read")
    .map(({ at, cell }) => placeOf(form, at, textOf(cell), `${why}；这张表没有框线，数字可能认错`));
}

function placeOf(form: SelfEvaluationForm, at: FormPath, text: string, reason: string): UnreadablePlace {
  return {
    at,
    text,
    origin: form.origin[at] ?? form.origin["projectName"] ?? { file: "" },
    reason,
    candidates: [text],
  };
}
