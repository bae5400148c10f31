/** JSON ⇄ Form. The one place where a {@link SelfEvaluationForm} is made. */
import { z } from "zod";
import { readActual } from "../form/actual.ts";
import type { FundLine } from "../form/fund-table.ts";
import type { Indicator } from "../form/indicator.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { readTarget } from "../form/target.ts";
import { BLANK, type Cell } from "../place/cell.ts";
import { type FormPath, type FundColumn, type FundRow, fundPath, indicatorPath, labelOf } from "../place/form-path.ts";
import { type Decimal, decimal } from "../values/decimal.ts";
import { type CurrencyUnit, type Money, money } from "../values/money.ts";
import { rateFromPercent } from "../values/rate.ts";
import { remember } from "../values/remember.ts";
import { type Score, score } from "../values/score.ts";
import { REFUSED, compileSchema } from "./compile-schema.ts";
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

/**
 * The form in a parsed JSON value, which belongs to the form from then on. Throws {@link WireFormError} that names every
 * refused place.
 */
export function decodeForm(json: unknown): SelfEvaluationForm {
  const wire = takeWireForm(json);
  return fromWire(wire === REFUSED ? checkedForm(json) : wire);
}

const takeWireForm = compileSchema(wireFormSchema);

function checkedForm(json: unknown): WireForm {
  const parsed = wireFormSchema.safeParse(json, { error: chineseReason });
  if (!parsed.success) {
    throw new WireFormError(
      parsed.error.issues.map((issue) => {
        const at = pathText(issue.path);
        return { at, label: at === "" ? "整份表" : labelOf(at), reason: issue.message };
      }),
    );
  }
  return parsed.data;
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
  const readAt: ReadCellAt = (at, printed, read) => {
    if (printed !== null) return read(printed);
    const text = unreadableText.size === 0 ? undefined : unreadableText.get(at());
    return text === undefined || text === "" ? BLANK : { kind: "unreadable", text };
  };
  const scoreCell = (at: () => FormPath, printed: string | null): Cell<Score> => readAt(at, printed, readScore);
  const fundLine = (row: FundRow): FundLine => fundLineFromWire(wire.funds[row], row, wire.currencyUnit, readAt);
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
        weight: scoreCell(() => indicatorPath(at, "weight"), row.weight),
        score: scoreCell(() => indicatorPath(at, "score"), row.score),
        deviationNote: row.deviationNote,
      }),
    ),
    totalWeight: scoreCell(() => "totalWeight", wire.totalWeight),
    totalScore: scoreCell(() => "totalScore", wire.totalScore),
    rating: wire.rating,
    notes: wire.notes,
    origin: wire.origin ?? {},
    leftovers: wire.leftovers ?? [],
    unreadable,
    revision: wire.revision,
  };
}

type WireFundLine = WireForm["funds"]["total"];
/** `at` names the cell, should it be blank; `read` gives the meaning of what is printed. */
type ReadCellAt = <T>(at: () => FormPath, printed: string | null, read: (printed: string) => Cell<T>) => Cell<T>;

function fundLineFromWire(line: WireFundLine, row: FundRow, unit: CurrencyUnit, readAt: ReadCellAt): FundLine {
  const cell = <T>(column: FundColumn, read: (printed: string) => Cell<T>): Cell<T> =>
    readAt(() => fundPath(row, column), line[column], read);
  return {
    initialBudget: cell("initialBudget", READ_AMOUNT[unit]),
    annualBudget: cell("annualBudget", READ_AMOUNT[unit]),
    annualExecution: cell("annualExecution", READ_AMOUNT[unit]),
    weight: cell("weight", readScore),
    executionRate: cell("executionRate", readRate),
    score: cell("score", readScore),
  };
}

/** Cells by their text, one for all that print the same: a form has some fifty, and few different ones. */
function reading<T>(meaning: (value: Decimal) => T): (printed: string) => Cell<T> {
  return remember((text) => ({ kind: "read", text, value: meaning(decimal(text)) }), MOST_CELLS);
}

const MOST_CELLS = 2048;

const readScore = reading(score);
const readRate = reading(rateFromPercent);
const READ_AMOUNT = {
  元: reading((value) => money(value, "元")),
  万元: reading((value) => money(value, "万元")),
} as const satisfies Record<CurrencyUnit, (printed: string) => Cell<Money>>;

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
