/** What the end of a page may have cut off a form and nothing has put together again. */
import { type SelfEvaluationForm, type UnreadablePlace, indicatorPath } from "@zipingbiao/core";
import { isLevel1, isLevel2, isWholeLabel } from "../tables/labels.ts";

const LABELS = ["level1", "level2"] as const;
/** 效益 / 指标, 效益指 / 标: what a torn label may lack. */
const ENDS = ["指标", "标"];

/** The form, with a title that is missing and labels that stop before their end told. */
export function tellTorn(form: SelfEvaluationForm): SelfEvaluationForm {
  const known = new Set(form.unreadable.map(({ at }) => at));
  const added = [...title(form), ...labels(form)].filter(({ at }) => !known.has(at));
  return added.length === 0 ? form : { ...form, unreadable: [...form.unreadable, ...added] };
}

function title(form: SelfEvaluationForm): UnreadablePlace[] {
  const origin = form.origin["title"] ?? form.origin["projectName"];
  if (form.title !== "" || origin === undefined) return [];
  return [{ at: "title", text: "", origin, reason: "表的上方没有读到标题，标题可能在前一页末尾" }];
}

function labels({ indicators, origin: origins }: SelfEvaluationForm): UnreadablePlace[] {
  return indicators.flatMap((row, index) =>
    LABELS.flatMap((field) => {
      const at = indicatorPath(index, field);
      const text = row[field];
      const wholes = ENDS.map((end) => text + end).filter((whole) => isLevel1(whole) || isLevel2(whole));
      const origin = origins[at] ?? origins[indicatorPath(index, "name")];
      if (text === "" || isWholeLabel(text) || wholes.length === 0 || origin === undefined) return [];
      const reason = `「${text}」不像完整的一级、二级指标，可能被分到了两行或两页`;
      return [{ at, text, origin, reason, candidates: [text, ...wholes] }];
    }),
  );
}
