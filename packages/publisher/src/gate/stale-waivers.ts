/** Waivers that did nothing: left behind by a correction, or with a misspelt name or place. */
import type { PlannedForm } from "../batch/plan-batch.ts";
import { nameKey } from "./form-name.ts";
import type { Waiver, WaiverFile } from "./waiver-file.ts";

/** One Chinese sentence for each waiver that is not in `used`, with its line and the likely reason. */
export function staleWaivers(
  { file, waivers }: WaiverFile,
  forms: readonly PlannedForm[],
  used: ReadonlySet<Waiver>,
): readonly string[] {
  const names = new Set(forms.map(({ form }) => nameKey(form)));
  const reasonOf = (entry: Waiver): string => {
    if (!names.has(nameKey(entry))) return "这次没有这样一份自评表，请核对项目名称、实施单位和年度";
    const place = entry.at === undefined ? "" : `在 ${entry.at} `;
    return `${entry.rule} ${place}没有检查结果，可能已经更正或遮盖，或位置写错；请核对，不再需要的删去这一条`;
  };
  return waivers
    .filter((entry) => !used.has(entry))
    .map((entry) => `${file}:${entry.line}：放行「${entry.projectName}」没有用上：${reasonOf(entry)}`);
}
