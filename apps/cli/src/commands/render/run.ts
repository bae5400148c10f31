/** `zpb render`: official-format documents. */
import { renderForms } from "@zipingbiao/publisher";
import { batchStatus } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { withFonts } from "../fonts-option.ts";
import type { RenderArgs } from "./args.ts";

export const runRender: Run<RenderArgs> = async ({ paths, formats, output, fonts }, { console, environment }) => {
  const { files, troubles } = await renderForms(paths, formats, output, withFonts(environment, fonts));
  for (const file of files) console.result(`${file.path}\n`);
  console.say(`写入 ${files.length} 个文件，${troubles.length} 处未完成。`);
  return batchStatus(files.length, troubles.length);
};
