/** Names of inputs are published: every field and every finding says which file it came from. */
import type { FormSource } from "../batch/plan-batch.ts";
import type { Trouble } from "../trouble.ts";
import { PERSONAL_DATA_LABELS, maskText } from "./personal-data.ts";

/** The trouble of a file whose name holds personal data; its forms are left out. */
export function refusedFileName({ file }: FormSource): Trouble | undefined {
  const [kind] = maskText(file).kinds;
  if (kind === undefined) return undefined;
  return {
    code: "gate/file-name",
    file,
    what: `文件名里有${PERSONAL_DATA_LABELS[kind]}，其中的自评表没有公开`,
    why: "公开的数据写明每一处来自哪个文件",
    next: "请改文件名后重新运行",
  };
}
