/** A cell of the laid-out form → what it is in the workbook: to fill in, computed, or fixed wording. */
import {
  type Edition,
  FUND_PARTS,
  type FormPath,
  type FundColumn,
  type FundRow,
  fundPath,
  indicatorPath,
  parseFormPath,
  formatScore,
} from "@zipingbiao/core";
import type { CellLook, LaidCell, LaidValue } from "../../sheet/laid-sheet.ts";
import type { FormCell } from "../form-cell.ts";
import { lookOf } from "../form-looks.ts";
import { yearFormat } from "./blank-form.ts";
import {
  amountSumFormula,
  executionScoreFormula,
  pointsSumFormula,
  rateFormula,
  ratingFormula,
} from "./exact-formulas.ts";
import { AMOUNT_FORMAT, POINTS_FORMAT, TEXT_FORMAT, asComputed, asInput } from "./template-looks.ts";

interface Filling {
  readonly value: LaidValue;
  readonly look: CellLook;
}

export function fillFormCell(
  cell: FormCell,
  fields: ReadonlyMap<FormPath, string>,
  edition: Edition,
  indicators: number,
): LaidCell {
  const { row, column, rows, columns } = cell;
  return { row, column, rows, columns, ...fillingOf(cell, fields, edition, indicators) };
}

function fillingOf(
  { at, role, text }: FormCell,
  fields: ReadonlyMap<FormPath, string>,
  edition: Edition,
  indicators: number,
): Filling {
  const look = lookOf(role);
  const fixed: Filling = { value: { kind: "text", text }, look };
  const place = at === undefined ? undefined : parseFormPath(at);
  if (place === undefined || at === "title") return fixed;
  const computed = (formula: string, format: string, open = false): Filling => ({
    value: { kind: "formula", formula, format },
    look: asComputed(look, open),
  });
  const open = (format: string): Filling => ({ value: { kind: "blank", format }, look: asInput(look) });
  const name = (path: FormPath) => fields.get(path) ?? "";
  if (place.kind === "fund") return fundFilling(place.row, place.column, fixed, edition, name);
  if (place.kind === "indicator") {
    const isPoints = place.field === "weight" || place.field === "score";
    return open(isPoints ? POINTS_FORMAT : TEXT_FORMAT);
  }
  const column = (field: "weight" | "score") =>
    `${name(indicatorPath(0, field))}:${name(indicatorPath(indicators - 1, field))}`;
  switch (place.field) {
    case "fiscalYear":
      return open(yearFormat(edition));
    case "totalWeight":
      return computed(
        pointsSumFormula(column("weight"), `${name("funds.total.weight")},${column("weight")}`),
        POINTS_FORMAT,
      );
    case "totalScore":
      return computed(
        pointsSumFormula(column("score"), `${name("funds.total.score")},${column("score")}`),
        POINTS_FORMAT,
      );
    case "rating":
      return computed(ratingFormula(name("totalScore"), edition), "General", true);
    default:
      return open(TEXT_FORMAT);
  }
}

function fundFilling(
  row: FundRow,
  column: FundColumn,
  fixed: Filling,
  edition: Edition,
  name: (path: FormPath) => string,
): Filling {
  const { look } = fixed;
  const computed = (formula: string, format: string): Filling => ({
    value: { kind: "formula", formula, format },
    look: asComputed(look),
  });
  const cells = {
    annualBudget: name(fundPath(row, "annualBudget")),
    annualExecution: name(fundPath(row, "annualExecution")),
  };
  if (column === "executionRate") return computed(rateFormula(cells, edition), rateFormat(edition));
  if (row !== "total") {
    if (column === "weight" || column === "score") return fixed;
    return { value: { kind: "blank", format: AMOUNT_FORMAT }, look: asInput(look) };
  }
  switch (column) {
    case "weight": {
      const figure = formatScore(edition.executionWeight.value);
      return { value: { kind: "figure", figure, format: POINTS_FORMAT }, look: asInput(look) };
    }
    case "score":
      return computed(executionScoreFormula(name(fundPath(row, "weight")), cells, edition), POINTS_FORMAT);
    default: {
      const parts = FUND_PARTS.map((part) => name(fundPath(part, column)));
      return computed(amountSumFormula(`${parts[0] ?? ""}:${parts.at(-1) ?? ""}`, edition.currencyUnit), AMOUNT_FORMAT);
    }
  }
}

/** `0.00`, or `0.00%` where the edition prints the sign. */
export function rateFormat({ rateRounding, rateWithPercentSign }: Edition): string {
  const { places } = rateRounding.value;
  return `0${places === 0 ? "" : `.${"0".repeat(places)}`}${rateWithPercentSign ? "%" : ""}`;
}
