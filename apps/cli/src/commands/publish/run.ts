/** `zpb publish`: everything. Findings are published beside the forms; they do not stop a publication. */
import { type Publication, countFindings, formatTrouble, publish } from "@zipingbiao/publisher";
import { EXIT, batchStatus } from "../../exit-status.ts";
import { printCounts } from "../../terminal/print-findings.ts";
import type { Run } from "../command.ts";
import type { PublishArgs } from "./args.ts";

export const runPublish: Run<PublishArgs> = async ({ paths, output }, { console, environment }) => {
  const outcome = await publish(paths, output, environment);
  if (!("manifest" in outcome)) {
    console.say("没有读到任何自评表，什么也没有写。");
    return EXIT.failed;
  }
  console.result(summaryOf(outcome, output));
  return batchStatus(outcome.forms.length, outcome.troubles.length);
};

function summaryOf(publication: Publication, folder: string): string {
  const { forms, troubles, duplicates, removed, figures, manifest } = publication;
  const counts = countFindings(forms.flatMap(({ checked }) => checked.findings));
  const memory = figures.peakMemory === undefined ? "—" : `${Math.round(figures.peakMemory / 2 ** 20)} MiB`;
  const lines = [
    `已公开 ${forms.length} 份自评表 → ${folder}/index.html`,
    `  检查结果：${printCounts(counts)}（${folder}/data/findings.json）`,
    `  文件清单：${folder}/manifest.json　sha256 ${manifest.sha256}`,
    `  用时 ${figures.seconds.toFixed(1)} 秒，${figures.pages} 页 PDF，${figures.files} 个文件，${(figures.bytes / 2 ** 20).toFixed(1)} MiB，内存峰值 ${memory}`,
    ...duplicates.map(
      ({ form, source }) => `  内容完全相同，只公开一次：${source.file} 第 ${source.index} 份「${form.projectName}」`,
    ),
    ...(removed.length === 0 ? [] : [`  移除上次公开而这次没有的文件 ${removed.length} 个`]),
    ...(troubles.length === 0
      ? []
      : [`  未完成 ${troubles.length} 处：`, ...troubles.map((trouble) => `    ${formatTrouble(trouble)}`)]),
  ];
  return `${lines.join("\n")}\n`;
}
