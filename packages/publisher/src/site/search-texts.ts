/** A form → the texts by which it is found, and those that are shown around what was found. */
import { type SelfEvaluationForm, printAmount, textOf } from "@zipingbiao/core";
import type { SearchEntry, ShownTexts } from "@zipingbiao/renderer";

/** `at`: position of the form in the publication, from 0. */
export function searchEntry(form: SelfEvaluationForm, at: number): SearchEntry {
  const { overallGoal, indicators } = form;
  return {
    id: at,
    project: form.projectName,
    unit: [form.implementingUnit, form.competentDepartment, form.projectCode ?? ""].join("\n"),
    indicators: indicators.map(({ name }) => name).join("\n"),
    text: [
      overallGoal.expected,
      overallGoal.actual,
      ...indicators.flatMap(({ target, actual, deviationNote }) => [target.text, actual.text, deviationNote]),
      form.notes ?? "",
      ...amountsOf(form),
    ].join("\n"),
  };
}

/** Captioned pieces in the order of the form; the name of project and unit stand in its row. */
export function shownTexts(form: SelfEvaluationForm): ShownTexts {
  const { overallGoal, indicators } = form;
  const pieces: (readonly [string, string])[] = [
    ...indicators.map(
      ({ name, target, actual }) =>
        ["指标", `${name}，指标值 ${target.text || "—"}，完成值 ${actual.text || "—"}`] as const,
    ),
    ["预期目标", overallGoal.expected],
    ["完成情况", overallGoal.actual],
    ...indicators.map(
      ({ name, deviationNote }) => ["偏差原因", deviationNote === "" ? "" : `${name}：${deviationNote}`] as const,
    ),
    ["金额", amountsOf(form).join("，")],
    ["主管部门", form.competentDepartment],
    ["项目编码", form.projectCode ?? ""],
    ["说明", form.notes ?? ""],
  ];
  return pieces.filter(([, text]) => text !== "");
}

/** As the form prints them, and in 万元 where that differs: people search for the one and for the other. */
function amountsOf({ funds: { total }, currencyUnit }: SelfEvaluationForm): readonly string[] {
  const cells = [total.initialBudget, total.annualBudget, total.annualExecution].filter(({ kind }) => kind === "read");
  return cells.flatMap((cell) => {
    const printed = `${textOf(cell)} ${currencyUnit}`;
    return cell.kind !== "read" || currencyUnit === "万元"
      ? [printed]
      : [printed, `${printAmount(cell.value, "万元")} 万元`];
  });
}
