/** `zpb check`: findings with place, printed and due values, basis and what to do, for people and for programs. */
import { resolve } from "node:path";
import {
  type CheckReport,
  type ReportFormat,
  anyAtLeast,
  findingsOf,
  makeCheckReport,
  writeReport,
} from "@zipingbiao/publisher";
import { EXIT, type ExitStatus, batchStatus } from "../../exit-status.ts";
import { printFindings } from "../../terminal/print-findings.ts";
import type { CommandContext, Run } from "../command.ts";
import { writeResult } from "../write-result.ts";
import type { CheckArgs } from "./args.ts";

/** Formats for other programs than a terminal. */
const DOCUMENTS: readonly string[] = ["html", "xlsx"] satisfies readonly ReportFormat[];

export const runCheck: Run<CheckArgs> = async (args, context) => {
  const { format, output } = args;
  const { console } = context;
  if (output === undefined && DOCUMENTS.includes(format) && console.isTerminal) {
    console.say(`${format} 不能直接显示在终端上，请加 -o 文件名.${format}。`);
    return EXIT.usage;
  }
  if (output !== undefined && (await isInput(output, args, context))) {
    console.say(`${output} 是输入文件之一，不能写入。请换一个位置，例如输入文件夹以外。`);
    return EXIT.usage;
  }
  const report = await makeCheckReport(args, context.environment);
  // 没有读到任何表时，人看的格式没有内容可说；程序要的仍是一份完整的结果。
  if (report.forms.length > 0 || format === "json" || format === "sarif") await show(report, args, context);
  return statusOf(report, args);
};

/** No command changes what it reads. */
async function isInput(output: string, { paths, rules, against }: CheckArgs, { environment }: CommandContext) {
  const { files } = await environment.listInputs(against === undefined ? paths : [...paths, against]);
  const read = [...files.map(({ path }) => path), ...(rules === undefined ? [] : [rules])];
  return read.some((path) => resolve(path) === resolve(output));
}

async function show(report: CheckReport, { format, output }: CheckArgs, context: CommandContext): Promise<void> {
  const content = format === "text" ? printFindings(report) : await writeReport(report, format, context.environment);
  await writeResult(content, output, context);
}

function statusOf(report: CheckReport, { failOn }: CheckArgs): ExitStatus {
  for (const { finding } of findingsOf(report)) if (anyAtLeast([finding], failOn)) return EXIT.findings;
  return batchStatus(report.forms.length, report.troubles.length);
}
