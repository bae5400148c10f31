/** Names of inputs are published: every field and every finding says which file it came from. */
import type { SourcedForm } from "../batch/plan-batch.ts";
import type { Trouble } from "../trouble.ts";
import { PERSONAL_DATA_LABELS, maskText } from "./personal-data.ts";

/** Forms of files whose names hold personal data are left out; each such file is a trouble. */
export function refuseFileNames(forms: readonly SourcedForm[]): {
  readonly forms: readonly SourcedForm[];
  readonly troubles: readonly Trouble[];
} {
  const refused = new Map<string, Trouble>();
  for (const { source } of forms) {
    const [kind] = maskText(source.file).kinds;
    if (kind === undefined) continue;
    refused.set(source.file, {
      code: "gate/file-name",
      file: source.file,
      what: `文件名里有${PERSONAL_DATA_LABELS[kind]}，其中的自评表没有公开`,
      why: "公开的数据写明每一处来自哪个文件",
      next: "请改文件名后重新运行",
    });
  }
  return { forms: forms.filter(({ source }) => !refused.has(source.file)), troubles: [...refused.values()] };
}
