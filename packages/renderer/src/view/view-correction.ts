/** A revision → CorrectionView: before, after and why, for the public. */
import {
  type Edition,
  type Revision,
  type RevisionChange,
  type SelfEvaluationForm,
  groupThousands,
  labelIn,
  parseDecimal,
  parseFormPath,
} from "@zipingbiao/core";
import { chineseDate } from "./chinese-date.ts";
import type { CorrectionView, ViewedChange } from "./correction-view.ts";

/** Enough digits of a sha256 to tell files of one project apart, few enough to compare by eye. */
const HASH_DIGITS = 16;
/** Characters of a text that fills about a third of a page in its column. */
const LONG = 300;
const CAUSES: Readonly<Record<RevisionChange["cause"], string>> = { asked: "更正", derived: "随之重算" };

/** The explanation of `revision`, which made `form`. Amounts and rates are printed as in the form itself. */
export function viewCorrection(form: SelfEvaluationForm, revision: Revision, edition: Edition): CorrectionView {
  const { captions } = edition;
  const formTitle = form.title === "" ? captions.title : form.title;
  const derived = revision.changes.some(({ cause }) => cause === "derived");
  return {
    kind: "correction",
    about: {
      title: `${form.projectName}　${formTitle}更正说明`,
      subject: captions.fiscalYear(form.fiscalYear),
      author: form.implementingUnit,
      keywords: [`${formTitle}更正说明`, `${form.fiscalYear}年度`, form.competentDepartment, form.implementingUnit],
    },
    anchor: "correction",
    title: `${formTitle}更正说明`,
    opening: `以下自评表已经更正，共有 ${revision.changes.length} 处改动，以更正后的为准。`,
    facts: [
      { caption: captions.projectName, text: form.projectName },
      { caption: captions.competentDepartment, text: form.competentDepartment },
      { caption: captions.implementingUnit, text: form.implementingUnit },
      { caption: "年度", text: `${form.fiscalYear}年度` },
      { caption: "版次", text: replacement(revision) },
      { caption: "更正原因", text: revision.reason },
      { caption: "更正日期", text: chineseDate(revision.date) },
    ],
    lead: "改动前后的内容如下：",
    columns: { number: "序号", place: "位置", before: "更正前", after: "更正后", cause: "类别" },
    changes: revision.changes.map((change, at) => viewChange(form, change, at, edition)),
    remark: derived
      ? "“更正”是要求更正的内容；“随之重算”是更正之后，按本表的计算方法重新算得的内容。其余内容与更正前一致。"
      : "其余内容与更正前一致。",
    signature: { unit: form.implementingUnit, date: chineseDate(revision.date) },
  };
}

function replacement({ number, previous }: Revision): string {
  const replaced = number === 1 ? "首次编制的自评表" : `第 ${number - 1} 次更正后的自评表`;
  return `第 ${number} 次更正，替换${replaced}（其 form.json 的 sha256 以 ${previous.slice(0, HASH_DIGITS)} 开头）`;
}

function viewChange(form: SelfEvaluationForm, change: RevisionChange, at: number, edition: Edition): ViewedChange {
  const before = printedText(change.at, change.before, edition);
  const after = printedText(change.at, change.after, edition);
  return {
    number: String(at + 1),
    place: labelIn(form, change.at),
    before,
    after: withoutSpace(before) === withoutSpace(after) ? `${after}（只有空格、换行不同）` : after,
    cause: CAUSES[change.cause],
    isLong: Math.max(before.length, after.length) > LONG,
  };
}

function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, "");
}

/** A cell's text as the form prints it; what is no number there is printed as it stood. */
function printedText(at: string, text: string, edition: Edition): string {
  if (text.trim() === "") return "（空白）";
  const cell = parseFormPath(at);
  if (cell?.kind !== "fund" || parseDecimal(text) === undefined) return text;
  switch (cell.column) {
    case "initialBudget":
    case "annualBudget":
    case "annualExecution":
      return groupThousands(text);
    case "executionRate":
      return edition.rateWithPercentSign ? `${text}%` : text;
    case "weight":
    case "score":
      return text;
  }
}
