/** `zpb template`: a workbook to fill in. */
import { makeTemplate } from "@zipingbiao/publisher";
import { EXIT } from "../../exit-status.ts";
import type { Run } from "../command.ts";
import { writeResult } from "../write-result.ts";
import type { TemplateArgs } from "./args.ts";

export const runTemplate: Run<TemplateArgs> = async ({ edition, layout, output }, context) => {
  // What stands there may have been filled in.
  const { files } = await context.environment.listInputs([output]);
  if (files.length > 0) {
    context.console.say(`${output} 已经存在，没有写入，以免覆盖填好的内容。请换一个文件名，或者先移走它。`);
    return EXIT.usage;
  }
  await writeResult(await makeTemplate(edition, layout), output, context);
  context.console.say(`${edition.name}（${edition.id}）的填报工作簿已生成，填好后用 zpb read 读取。`);
  return EXIT.clean;
};
