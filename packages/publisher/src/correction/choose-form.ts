/** The one form of a source that is meant. */
import type { FormSource, SourcedForm } from "../batch/plan-batch.ts";
import type { Environment } from "../environment.ts";
import { readInputs } from "../input/read-inputs.ts";
import { Failure } from "../trouble.ts";

export interface FormChoice {
  /** 项目名称, to the letter. */
  readonly project?: string;
  /** Position among the forms of the source, from 1. */
  readonly number?: number;
}

/** How many forms a message lists. */
const SHOWN = 20;

/** The form that `choice` names, or the only one. Throws {@link Failure} when none or several fit. */
export async function chooseForm(path: string, choice: FormChoice, environment: Environment): Promise<SourcedForm> {
  const { forms, troubles } = await readInputs([path], environment);
  if (forms.length === 0) {
    throw new Failure({
      code: "input/no-form",
      file: path,
      what: "没有读到自评表",
      why: troubles.length === 0 ? "里面没有可以读取的文件" : "原因见上",
      next: "请给出一份自评表的文件",
    });
  }
  const fitting = forms.filter(
    ({ form }, at) =>
      (choice.project === undefined || form.projectName === choice.project) &&
      (choice.number === undefined || at + 1 === choice.number),
  );
  const [chosen] = fitting;
  const isNamed = choice.project !== undefined || choice.number !== undefined;
  // 有读不出的表时，读出的唯一一份未必是要更正的那一份。
  if (chosen !== undefined && fitting.length === 1 && (isNamed || troubles.length === 0)) return chosen;
  throw new Failure({
    code: "usage/which-form",
    file: path,
    what: fitting.length === 0 ? "没有这一份自评表" : "不能确定要更正哪一份自评表",
    why: `读到 ${forms.length} 份：${listOf(forms)}${troubles.length === 0 ? "" : `；另有 ${troubles.length} 处未能读取`}`,
    next: "请用 --project 项目名称 或 --number 序号 指明一份",
  });
}

function listOf(forms: readonly SourcedForm[]): string {
  const shown = forms
    .slice(0, SHOWN)
    .map(({ form, source }, at) => `${at + 1}「${form.projectName}」${placeOf(source)}`);
  return `${shown.join("、")}${forms.length > SHOWN ? "……" : ""}`;
}

function placeOf({ file, index }: FormSource): string {
  return `（${file} 第 ${index} 份）`;
}
