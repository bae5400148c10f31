/** A revision → CorrectionView: before, after and why, for the public. */
import {
  type Edition,
  type Revision,
  type RevisionChange,
  type SelfEvaluationForm,
  labelIn,
  parseDecimal,
  parseFormPath,
} from "@zipingbiao/core";
import type { ChangeTexts, CorrectionView } from "./correction-view.ts";
import { groupThousands } from "./print-values.ts";

/** Enough digits of a sha256 to tell files of one project apart, few enough to compare by eye. */
const HASH_DIGITS = 16;
const CAUSES: Readonly<Record<RevisionChange["cause"], string>> = { asked: "更正", derived: "随之重算" };

/** The explanation of `revision`, which made `form`. Amounts and rates are printed as in the form itself. */
export function viewCorrection(form: SelfEvaluationForm, revision: Revision, edition: Edition): CorrectionView {
  const { captions } = edition;
  const formTitle = form.title === "" ? captions.title : form.title;
  const title = `关于更正《${form.projectName}》${formTitle}的说明`;
  const derived = revision.changes.some(({ cause }) => cause === "derived");
  return {
    kind: "correction",
    about: { title, subject: captions.fiscalYear(form.fiscalYear), author: form.implementingUnit },
    title,
    opening: `下列自评表有 ${revision.changes.length} 处内容改动，以更正后的自评表为准。`,
    facts: [
      { caption: captions.projectName, text: form.projectName },
      { caption: captions.competentDepartment, text: form.competentDepartment },
      { caption: captions.implementingUnit, text: form.implementingUnit },
      { caption: "年度", text: `${form.fiscalYear}年度` },
      { caption: "版次", text: replacement(revision) },
      { caption: "更正原因", text: revision.reason },
      { caption: "更正日期", text: chineseDate(revision.date) },
    ],
    columns: { number: "序号", place: "位置", before: "更正前", after: "更正后", cause: "原因" },
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

function viewChange(form: SelfEvaluationForm, change: RevisionChange, at: number, edition: Edition): ChangeTexts {
  return {
    number: String(at + 1),
    place: labelIn(form, change.at),
    before: printedText(change.at, change.before, edition),
    after: printedText(change.at, change.after, edition),
    cause: CAUSES[change.cause],
  };
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

/** `2025-03-01` → `2025年3月1日` */
function chineseDate(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-").map((part) => part.replace(/^0+/u, ""));
  return `${year}年${month}月${day}日`;
}
