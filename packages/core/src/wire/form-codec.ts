/** JSON ⇄ Form. The one place where a {@link SelfEvaluationForm} is made. */
import { z } from "zod";
import { readActual } from "../form/actual.ts";
import type { FundLine } from "../form/fund-table.ts";
import type { Indicator } from "../form/indicator.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { readTarget } from "../form/target.ts";
import { BLANK, type Cell } from "../place/cell.ts";
import { type FormPath, type FundRow, fundPath, indicatorPath, labelOf } from "../place/form-path.ts";
import { type Decimal, decimal } from "../values/decimal.ts";
import { type CurrencyUnit, type Money, money } from "../values/money.ts";
import { type Rate, rateFromPercent } from "../values/rate.ts";
import { type Score, score } from "../values/score.ts";
import { FORM_SCHEMA_ID, type WireForm, wireFormSchema } from "./wire-schema.ts";

/** One refused place of a document that should have been a form. `label` is Chinese, `reason` says what is wrong. */
export interface WireProblem {
  readonly at: FormPath;
  readonly label: string;
  readonly reason: string;
}

/** JSON that is not a `form@1`; `problems` names every refused place. */
export class WireFormError extends Error {
  override readonly name = "WireFormError";
  readonly problems: readonly WireProblem[];

  constructor(problems: readonly WireProblem[]) {
    super(problems.map((problem) => `${problem.label}：${problem.reason}`).join("；"));
    this.problems = problems;
  }
}

/** The form in a parsed JSON value. Throws {@link WireFormError} that names every refused place. */
export function decodeForm(json: unknown): SelfEvaluationForm {
  const parsed = wireFormSchema.safeParse(json, { error: chineseReason });
  if (!parsed.success) {
    throw new WireFormError(
      parsed.error.issues.map((issue) => {
        const at = pathText(issue.path);
        return { at, label: at === "" ? "整份表" : labelOf(at), reason: issue.message };
      }),
    );
  }
  return fromWire(parsed.data);
}

/** The form's JSON value, members in the order of the contract; `JSON.stringify` of it is the canonical text. */
export function encodeForm(form: SelfEvaluationForm): WireForm {
  return {
    schema: FORM_SCHEMA_ID,
    edition: form.edition,
    fiscalYear: form.fiscalYear,
    title: form.title,
    projectName: form.projectName,
    ...(form.projectCode === undefined ? {} : { projectCode: form.projectCode }),
    competentDepartment: form.competentDepartment,
    implementingUnit: form.implementingUnit,
    currencyUnit: form.currencyUnit,
    funds: {
      total: fundLineToWire(form.funds.total),
      currentYearAppropriation: fundLineToWire(form.funds.currentYearAppropriation),
      carryover: fundLineToWire(form.funds.carryover),
      otherFunds: fundLineToWire(form.funds.otherFunds),
    },
    overallGoal: { expected: form.overallGoal.expected, actual: form.overallGoal.actual },
    indicators: form.indicators.map((row) => ({
      level1: row.level1,
      level2: row.level2,
      name: row.name,
      target: row.target.text,
      actual: row.actual.text,
      weight: cellToWire(row.weight),
      score: cellToWire(row.score),
      deviationNote: row.deviationNote,
    })),
    totalWeight: cellToWire(form.totalWeight),
    totalScore: cellToWire(form.totalScore),
    rating: form.rating,
    ...(form.notes === undefined ? {} : { notes: form.notes }),
    ...(Object.keys(form.origin).length === 0 ? {} : { origin: { ...form.origin } }),
    ...(form.leftovers.length === 0 ? {} : { leftovers: [...form.leftovers] }),
    ...(form.unreadable.length === 0 ? {} : { unreadable: [...form.unreadable] }),
    ...(form.revision === undefined ? {} : { revision: form.revision }),
  };
}

/** The JSON Schema of `zipingbiao/form@1`, made from the codec's own schema. */
export function formJsonSchema(): object {
  return z.toJSONSchema(wireFormSchema, { io: "input", target: "draft-2020-12", unrepresentable: "any" });
}

function fromWire(wire: WireForm): SelfEvaluationForm {
  const unreadable = wire.unreadable ?? [];
  const unreadableText = new Map(unreadable.map((place) => [place.at, place.text]));
  const cell = <T>(at: FormPath, printed: string | null, meaning: (value: Decimal) => T): Cell<T> => {
    if (printed !== null) return { kind: "read", text: printed, value: meaning(decimal(printed)) };
    const text = unreadableText.get(at);
    return text === undefined || text === "" ? BLANK : { kind: "unreadable", text };
  };
  const scoreCell = (at: FormPath, printed: string | null): Cell<Score> => cell(at, printed, score);
  const fundLine = (row: FundRow): FundLine => fundLineFromWire(wire.funds[row], row, wire.currencyUnit, cell);
  return {
    edition: wire.edition,
    fiscalYear: wire.fiscalYear,
    title: wire.title,
    projectName: wire.projectName,
    projectCode: wire.projectCode,
    competentDepartment: wire.competentDepartment,
    implementingUnit: wire.implementingUnit,
    currencyUnit: wire.currencyUnit,
    funds: {
      total: fundLine("total"),
      currentYearAppropriation: fundLine("currentYearAppropriation"),
      carryover: fundLine("carryover"),
      otherFunds: fundLine("otherFunds"),
    },
    overallGoal: wire.overallGoal,
    indicators: wire.indicators.map(
      (row, at): Indicator => ({
        level1: row.level1,
        level2: row.level2,
        name: row.name,
        target: readTarget(row.target),
        actual: readActual(row.actual),
        weight: scoreCell(indicatorPath(at, "weight"), row.weight),
        score: scoreCell(indicatorPath(at, "score"), row.score),
        deviationNote: row.deviationNote,
      }),
    ),
    totalWeight: scoreCell("totalWeight", wire.totalWeight),
    totalScore: scoreCell("totalScore", wire.totalScore),
    rating: wire.rating,
    notes: wire.notes,
    origin: wire.origin ?? {},
    leftovers: wire.leftovers ?? [],
    unreadable,
    revision: wire.revision,
  };
}

type WireFundLine = WireForm["funds"]["total"];
type ReadCellAt = <T>(at: FormPath, printed: string | null, meaning: (value: Decimal) => T) => Cell<T>;

function fundLineFromWire(line: WireFundLine, row: FundRow, unit: CurrencyUnit, cell: ReadCellAt): FundLine {
  const amount = (value: Decimal): Money => money(value, unit);
  return {
    initialBudget: cell(fundPath(row, "initialBudget"), line.initialBudget, amount),
    annualBudget: cell(fundPath(row, "annualBudget"), line.annualBudget, amount),
    annualExecution: cell(fundPath(row, "annualExecution"), line.annualExecution, amount),
    weight: cell(fundPath(row, "weight"), line.weight, score),
    executionRate: cell<Rate>(fundPath(row, "executionRate"), line.executionRate, rateFromPercent),
    score: cell(fundPath(row, "score"), line.score, score),
  };
}

function fundLineToWire(line: FundLine): WireFundLine {
  return {
    initialBudget: cellToWire(line.initialBudget),
    annualBudget: cellToWire(line.annualBudget),
    annualExecution: cellToWire(line.annualExecution),
    weight: cellToWire(line.weight),
    executionRate: cellToWire(line.executionRate),
    score: cellToWire(line.score),
  };
}

function cellToWire(cell: Cell<unknown>): string | null {
  return cell.kind === "read" ? cell.text : null;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? String(step) : `.${String(step)}`))
    .join("");
}

/** JSON's types, as a clerk may know them. */
const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "带引号的文字",
  number: "不带引号的数",
  int: "整数",
  array: "方括号中的列表",
  object: "花括号中的各项",
  record: "花括号中的各项",
};

/** zod's own messages are English; ours are read by clerks. A message written beside the schema wins over this one. */
const chineseReason: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "缺少这一项"
        : `类型不对，应为${TYPE_NAMES[issue.expected] ?? ` ${issue.expected}`}`;
    case "unrecognized_keys":
      return `有未知的项：${issue.keys.join("、")}`;
    case "invalid_value":
      return `只能是：${issue.values.map(String).join("、")}`;
    case "too_big":
      return `过大，上限 ${issue.maximum}`;
    case "too_small":
      return `过小，下限 ${issue.minimum}`;
    default:
      return "内容不合要求";
  }
};
