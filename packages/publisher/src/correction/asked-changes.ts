/** What a user asks for: `位置=内容` on the command line, or a corrected copy of the form. */
import {
  type AskedChange,
  type SelfEvaluationForm,
  blankIsNull,
  differingCells,
  formatOrigin,
  labelIn,
  parseFormPath,
} from "@zipingbiao/core";
import type { Medium } from "@zipingbiao/ingest";
import type { Environment } from "../environment.ts";
import { withReader } from "../input/source-reader.ts";
import { Failure } from "../trouble.ts";
import { saysTheSame } from "./retyped-cell.ts";

/** `indicators[3].target=≥8500.00(个)`; the text after the first `=` is taken to the letter, none is a blank. `undefined` without a `=`. */
export function parseAsked(text: string): AskedChange | undefined {
  const sign = text.indexOf("=");
  if (sign < 1) return undefined;
  const at = text.slice(0, sign).trim();
  const after = text.slice(sign + 1);
  const cell = parseFormPath(at);
  return { at, after: after === "" && cell !== undefined && blankIsNull(cell) ? null : after };
}

/** A corrected copy of a form, and what it was read from. */
export interface CorrectedCopy {
  readonly form: SelfEvaluationForm;
  readonly medium: Medium;
}

/** The form in a corrected copy (form@1 JSON or a workbook) that stands for `form`. Throws {@link Failure} when there is none. */
export async function readCorrectedCopy(
  path: string,
  form: SelfEvaluationForm,
  environment: Environment,
): Promise<CorrectedCopy> {
  const { files, troubles } = await environment.listInputs([path]);
  const [file] = files;
  if (file === undefined || files.length > 1) {
    throw new Failure(
      troubles[0] ?? { code: "usage/from", file: path, what: "--from 要给一个文件", why: "给出的是文件夹", next: NEXT },
    );
  }
  const { forms, problems, medium } = await withReader(environment, async (reader) =>
    reader.read(file.name, await environment.readInput(file)),
  );
  const [first] = forms;
  if (first === undefined) throw new Failure(problems[0] ?? noForm(file.name));
  if (medium !== "json" && medium !== "xlsx") {
    throw new Failure({
      code: "usage/from-medium",
      file: file.name,
      what: "不能从这种文件读取更正内容",
      why: "--from 读 Excel 工作簿（.xlsx）和 form@1 JSON；从文本里读出的格可能有读法不定之处",
      next: NEXT,
    });
  }
  const same = forms.filter((each) => isSameProject(each, form));
  const [copy, other] = forms.length === 1 ? [first] : same;
  if (copy === undefined || other !== undefined) {
    throw new Failure({
      code: "usage/from",
      file: file.name,
      what: `其中有 ${forms.length} 份自评表，不能确定哪一份是「${form.projectName}」`,
      why: "按年度、实施单位、项目名称对不上唯一的一份",
      next: "请只留下要更正的那一份",
    });
  }
  return { form: copy, medium };
}

/**
 * Every cell of `form` that the copy says otherwise. A workbook is typed again, so what it only prints otherwise
 * (`308` for `308.00`, another line break) is no change. Throws {@link Failure} where a copy is not one of this form,
 * or a cell of it could not be read.
 */
export function changesIn(
  { form: copy, medium }: CorrectedCopy,
  form: SelfEvaluationForm,
  file: string,
): readonly AskedChange[] {
  const refuse = (what: string, why: string, next: string): Failure =>
    new Failure({ code: "usage/from", file, project: form.projectName, what, why, next });
  if (copy.edition !== form.edition)
    throw refuse("版式不同", `要更正的表为 ${form.edition}，给出的为 ${copy.edition}`, "更正不改版式，请核对文件");
  if (!isOfSameProject(copy, form)) {
    throw refuse(
      `给出的是「${copy.projectName}」的自评表`,
      "项目名称不同，三级指标也大半不同，不像是同一个项目",
      "请核对文件；确是同一个项目的，请用 --set 先更正项目名称",
    );
  }
  if (copy.indicators.length !== form.indicators.length) {
    throw refuse(
      "指标行数不同",
      `要更正的表有 ${form.indicators.length} 行指标，给出的有 ${copy.indicators.length} 行`,
      "更正只改单元格，不增减指标行；增减了指标的，请重新编制并公开",
    );
  }
  const changes = differingCells(form, copy).filter((change) => medium !== "xlsx" || !saysTheSame(change));
  const unread = changes.flatMap(({ at, after }) =>
    after === null || after === "" ? copy.unreadable.filter((place) => place.at === at) : [],
  );
  const [lost] = unread;
  if (lost !== undefined)
    throw refuse(
      `${labelIn(copy, lost.at)}读不出来，不能当作空白`,
      `${formatOrigin(lost.origin)}：${lost.reason}`,
      "请把这一格改成文字或数字、保存后再给出",
    );
  if (changes.length === 0)
    throw refuse("没有要更正的内容", "给出的文件与要更正的表逐格相同", "请核对是不是改好的那一份");
  return changes;
}

const NEXT = "请给出改好的 Excel 工作簿（.xlsx），或改好的 form@1 JSON（用 zpb read 得到），或用 --set 逐处给出";

function noForm(file: string) {
  return { code: "input/no-form", file, what: "没有读到自评表", why: "文件里没有自评表", next: NEXT };
}

/** A copy may correct the name of the project; then its indicators tell whose it is. */
function isOfSameProject(copy: SelfEvaluationForm, form: SelfEvaluationForm): boolean {
  if (copy.projectName === form.projectName) return true;
  const kept = form.indicators.filter(({ name }, row) => copy.indicators[row]?.name === name).length;
  return kept > 0 && kept * 2 >= form.indicators.length;
}

function isSameProject(a: SelfEvaluationForm, b: SelfEvaluationForm): boolean {
  return a.fiscalYear === b.fiscalYear && a.implementingUnit === b.implementingUnit && a.projectName === b.projectName;
}
