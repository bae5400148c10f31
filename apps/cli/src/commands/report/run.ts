/** `zpb report`: one report over all forms. */
import { reportOn } from "@zipingbiao/publisher";
import { EXIT, batchStatus } from "../../exit-status.ts";
import { printSummary } from "../../terminal/print-summary.ts";
import type { Run } from "../command.ts";
import type { ReportArgs } from "./args.ts";

export const runReport: Run<ReportArgs> = async ({ output, ...request }, { console, environment }) => {
  const { summary, files, duplicates, troubles } = await reportOn(request, output, environment);
  if (summary === undefined) {
    console.say("没有读到可以汇总的自评表，什么也没有写。");
    return EXIT.failed;
  }
  console.result(printSummary(summary));
  for (const file of files) console.result(`${file.path}\n`);
  if (duplicates.length > 0) console.say(`内容完全相同的自评表只计一次，有 ${duplicates.length} 份没有再计。`);
  if (troubles.length > 0) console.say(`${troubles.length} 处未能读取或核算，没有计入汇总。`);
  return batchStatus(files.length, troubles.length);
};
