/** One grid → one form. */
import { FORM_SCHEMA_ID, type SelfEvaluationForm } from "@zipingbiao/core";
import type { Grid, PlacedCell } from "../media/placed-text.ts";
import { unrecognised } from "../refusal.ts";
import { leaveOver, newDraft } from "./draft.ts";
import { computedForm, formAsSaved } from "./formula-cells.ts";
import { readFooter } from "./read-footer.ts";
import { readFrame } from "./read-frame.ts";
import { readFundTable } from "./read-fund-table.ts";
import { readGoals } from "./read-goals.ts";
import { readHeader } from "./read-header.ts";
import { readIndicatorTable } from "./read-indicator-table.ts";
import { placeOf } from "./row.ts";

/**
 * Reads the parts of a form and makes it with core's codec. `strays` is text beside the form (page numbers, a line
 * above the title); in a fill-in workbook of ours (`isTemplate`) the computed cells are computed here. Throws a refusal, or core's `WireFormError` when a text is longer than a field may be.
 */
export function readForm(
  grid: Grid,
  strays: readonly Pick<PlacedCell, "text" | "origin">[],
  isTemplate = false,
): SelfEvaluationForm {
  const frame = readFrame(grid);
  const { edition } = frame;
  const draft = newDraft();
  for (const stray of strays) leaveOver(draft, stray);
  const header = readHeader(grid, frame.project, frame.funds, draft);
  const funds = readFundTable(grid, frame.funds, frame.goals, edition, draft);
  const overallGoal = readGoals(grid, frame.goals, frame.indicators, edition, draft);
  const indicators = readIndicatorTable(grid, frame.indicators, frame.total, edition, draft);
  const footer = readFooter(grid, frame, edition, draft);
  if (header.projectName === "" && footer.totalScore === null && indicators.every(({ score }) => score === null)) {
    throw unrecognised(placeOf(grid[frame.project]), "项目名称为空，各项得分为空", "填报的内容；这是一张空白表样");
  }
  const wire = {
    schema: FORM_SCHEMA_ID,
    edition: edition.id,
    ...header,
    currencyUnit: edition.currencyUnit,
    funds,
    overallGoal,
    indicators,
    ...footer,
  };
  return isTemplate ? computedForm(wire, draft, edition) : formAsSaved(wire, draft);
}
