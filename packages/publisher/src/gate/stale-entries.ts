/** Entries of the waiver file that did nothing: left behind by a correction, or misspelt. */
import { BATCH_RULES, RULES } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import { type Waiver, type WaiverFile, type Withholding, nameKey } from "./waiver-file.ts";

/** One Chinese sentence for each entry that is not in `used`, with its line and the likely reason. */
export function staleEntries(
  { file, waivers, withheld }: WaiverFile,
  forms: readonly PlannedForm[],
  used: ReadonlySet<Waiver | Withholding>,
): readonly string[] {
  const names = new Set(forms.map(({ form }) => nameKey(form)));
  const rules = new Set([...RULES, ...BATCH_RULES].map(({ id }) => id));
  const absent = "这次没有这样一份自评表，请核对项目名称、实施单位和年度";
  const waiverReason = (entry: Waiver): string => {
    if (!names.has(nameKey(entry))) return absent;
    if (!rules.has(entry.rule)) return `没有 ${entry.rule} 这条规则，请核对写法`;
    const place = entry.at === undefined ? "" : `在 ${entry.at} `;
    return `${entry.rule} ${place}没有检查结果，可能已经更正，可以删去这一条`;
  };
  return [
    ...waivers.map((entry) => ({ entry, kind: "放行", reason: waiverReason(entry) })),
    ...withheld.map((entry) => ({ entry, kind: "不予公开", reason: absent })),
  ]
    .filter(({ entry }) => !used.has(entry))
    .map(({ entry, kind, reason }) => `${file}:${entry.line}：${kind}「${entry.projectName}」没有用上：${reason}`);
}
