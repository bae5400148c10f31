/** `zpb read`: sources → `form@1` JSON. */
import { encodeForm } from "@zipingbiao/core";
import { readFiles } from "@zipingbiao/publisher";
import { batchStatus } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import type { ReadArgs } from "./args.ts";

export const runRead: Run<ReadArgs> = async ({ paths, output }, { console, environment }) => {
  const { forms, files, troubles } = await readFiles(paths, output, environment);
  if (output === undefined) console.result(`${JSON.stringify(forms.map(encodeForm), undefined, 2)}\n`);
  else for (const file of files) console.result(`${file.path}\n`);
  const doubts = forms.reduce((sum, form) => sum + form.unreadable.length, 0);
  console.say(
    `读到 ${forms.length} 份自评表，${doubts} 处不能确定（列在 unreadable），${troubles.length} 处未能读取。`,
  );
  return batchStatus(forms.length, troubles.length);
};
