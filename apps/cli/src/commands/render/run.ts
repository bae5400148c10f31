/** `zpb render`: official-format documents. */
import { isDocumentFormat, renderForms, renderVolumeFiles } from "@zipingbiao/publisher";
import { batchStatus } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { RenderArgs } from "./args.ts";

export const runRender: Run<RenderArgs> = async (
  { paths, formats, output, volume, fonts, templates },
  { console, environment },
) => {
  const withOwn = withLayout(environment, { fonts, templates });
  const { files, troubles } =
    volume === undefined
      ? await renderForms(paths, formats, output, withOwn)
      : await renderVolumeFiles(paths, formats.filter(isDocumentFormat), output, volume, withOwn);
  for (const file of files) console.result(`${file.path}\n`);
  console.say(`写入 ${files.length} 个文件，${troubles.length} 处未完成。`);
  return batchStatus(files.length, troubles.length);
};
