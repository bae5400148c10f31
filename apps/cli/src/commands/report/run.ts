/** `zpb report`: one report over all forms. */
import { join, resolve } from "node:path";
import type { Summary } from "@zipingbiao/core";
import { reportFile, reportOn } from "@zipingbiao/publisher";
import { EXIT, batchStatus } from "../../exit-status.ts";
import { printSummary } from "../../terminal/print-summary.ts";
import type { CommandContext, Run } from "../command.ts";
import { withLayout } from "../layout-options.ts";
import type { ReportArgs } from "./args.ts";

export const runReport: Run<ReportArgs> = async (args, context) => {
  const { output, fonts, templates, style, ...request } = args;
  const { console, environment } = context;
  const inTheWay = await inputsInTheWay(args, context);
  if (inTheWay.length > 0) {
    console.say(
      `${inTheWay.join("、")} 是输入文件之一，不能写入。请用 -o 指定输入文件夹以外的位置；是上次的汇总报告的，也可以先移走。`,
    );
    return EXIT.usage;
  }
  const { summary, files, duplicates, troubles } = await reportOn(
    request,
    output,
    withLayout(environment, { fonts, templates, style }),
  );
  if (summary === undefined) {
    console.say("没有读到可以汇总的自评表，什么也没有写。");
    return EXIT.failed;
  }
  console.result(printSummary(summary));
  for (const file of files) console.result(`${file.path}\n`);
  const personal = personalDataIn(summary);
  if (personal > 0)
    console.say(`注意：有 ${personal} 处个人信息或涉密字样，汇总报告引用原文时会带出，公开前请先更正。`);
  if (duplicates.length > 0) console.say(`内容完全相同的自评表只计一次，有 ${duplicates.length} 份没有再计。`);
  if (troubles.length > 0) console.say(`${troubles.length} 处未能读取或核算，没有计入汇总。`);
  return batchStatus(files.length, troubles.length);
};

/** Findings about what must not become public; `zpb publish` would hold their forms back. */
function personalDataIn({ problems }: Summary): number {
  return problems.rules
    .filter(({ rule }) => rule.startsWith("privacy/"))
    .reduce((sum, { findings }) => sum + findings.length, 0);
}

/** No command changes what it reads. */
async function inputsInTheWay(
  { paths, formats, output }: ReportArgs,
  { environment }: CommandContext,
): Promise<readonly string[]> {
  const { files } = await environment.listInputs(paths);
  const read = new Set(files.map(({ path }) => resolve(path)));
  return formats.map((format) => join(output, reportFile(format))).filter((path) => read.has(resolve(path)));
}
