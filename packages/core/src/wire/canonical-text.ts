/** The form's canonical JSON text: its identity, whose hash a manifest lists and a revision names. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { Cell } from "../place/cell.ts";
import { FUND_COLUMNS, FUND_ROWS, type FormPath, fundPath, indicatorPath } from "../place/form-path.ts";
import { encodeForm } from "./form-codec.ts";

/**
 * Origins, leftovers and doubtful readings speak of the file that was handed in. They stay out of the form's own
 * documents, whose bytes must not depend on that file or on its other forms. What stands in a cell that is no figure
 * is printed as it stands, so it stays, without its origin.
 */
export function publishedForm(form: SelfEvaluationForm): SelfEvaluationForm {
  if (form.unreadable.length === 0) return { ...form, origin: {}, leftovers: [], unreadable: [] };
  const printed = unreadablePaths(form);
  const unreadable = form.unreadable
    .filter(({ at }) => printed.has(at))
    .map(({ at, text, reason }) => ({ at, text, origin: { file: "" }, reason }));
  return { ...form, origin: {}, leftovers: [], unreadable };
}

function unreadablePaths(form: SelfEvaluationForm): ReadonlySet<FormPath> {
  const cells: readonly (readonly [FormPath, Cell<unknown>])[] = [
    ...FUND_ROWS.flatMap((row) =>
      FUND_COLUMNS.map((column) => [fundPath(row, column), form.funds[row][column]] as const),
    ),
    ...form.indicators.flatMap((row, at) =>
      (["weight", "score"] as const).map((field) => [indicatorPath(at, field), row[field]] as const),
    ),
    ["totalWeight", form.totalWeight],
    ["totalScore", form.totalScore],
  ];
  return new Set(cells.filter(([, { kind }]) => kind === "unreadable").map(([at]) => at));
}

/** Canonical JSON text of the published form: members in the contract's order, two blanks of indent, a final newline. */
export function canonicalText(form: SelfEvaluationForm): string {
  return `${JSON.stringify(encodeForm(publishedForm(form)), undefined, 2)}\n`;
}
