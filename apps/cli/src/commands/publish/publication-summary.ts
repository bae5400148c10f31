/** What is said at the end of a publication: what went out, what did not, why, and what to do. */
import { SEVERITY_LABELS, formatOrigin } from "@zipingbiao/core";
import { type NamedForm, type RunReport, formatTrouble } from "@zipingbiao/publisher";
import { visible } from "../../terminal/console.ts";
import { printCounts } from "../../terminal/print-findings.ts";

/** Chinese lines with a final line end; `folder` as it was given. No text of a form starts a line or turns its direction. */
export function publicationSummary(report: RunReport, folder: string): string {
  const { forms, counts, aboutAll, notes, troubles, duplicates, removed, figures, manifest } = report;
  const memory = figures.peakMemory === undefined ? "—" : `${Math.round(figures.peakMemory / 2 ** 20)} MiB`;
  const lines = [
    `已公开 ${forms} 份自评表 → ${folder}/index.html`,
    `  检查结果：${printCounts(counts)}（${folder}/data/findings.json）`,
    ...(aboutAll.length === 0 ? [] : [`  另有说整批的 ${aboutAll.length} 处，不随表公开：`]),
    ...aboutAll.map(({ severity, message }) => `    【${SEVERITY_LABELS[severity]}】${message}。`),
    `  文件清单：${folder}/manifest.json　sha256 ${manifest.sha256}`,
    `  用时 ${figures.seconds.toFixed(1)} 秒，${figures.pages} 页 PDF，${figures.files} 个文件，${(figures.bytes / 2 ** 20).toFixed(1)} MiB，内存峰值 ${memory}`,
    ...duplicates.map(
      ({ file, index, projectName }) => `  内容完全相同，只公开一次：${file} 第 ${index} 份「${projectName}」`,
    ),
    ...(removed === 0 ? [] : [`  移除上次公开而这次没有的文件 ${removed} 个`]),
    ...(figures.recalled === 0 ? [] : [`  其中 ${figures.recalled} 份的文档与以前做好的相同，没有重印`]),
    ...signedLines(report),
    ...withheldLines(report),
    ...blockedLines(report),
    ...(notes.length === 0
      ? []
      : [`提示：放行文件中有 ${notes.length} 条放行没有用上`, ...notes.map((note) => `  ${note}`)]),
    ...(troubles.length === 0
      ? []
      : [`未完成 ${troubles.length} 处`, ...troubles.map((trouble) => `  ${formatTrouble(trouble)}`)]),
  ];
  return lines.map((line) => `${visible(line.replaceAll("\n", " "))}\n`).join("");
}

/** Let through and masked: counted here, listed one by one in the manifest and on the start page. */
function signedLines({ waived, masked }: RunReport): readonly string[] {
  return [
    ...(waived.forms === 0 ? [] : [`  凭放行文件公开 ${waived.forms} 份，附说明 ${waived.places} 处`]),
    ...(masked.forms === 0 ? [] : [`  遮盖个人信息后公开 ${masked.forms} 份，遮盖 ${masked.places} 处`]),
  ];
}

function withheldLines({ withheld }: RunReport): readonly string[] {
  if (withheld.length === 0) return [];
  return [
    `不予公开 ${withheld.length} 份，首页只列名称和原因`,
    ...withheld.map(
      (form) =>
        `  ${formText(form)}：${form.reason}（${form.signedBy}，${form.date}）${form.objections === 0 ? "" : `；检查有 ${form.objections} 处没有通过`}`,
    ),
  ];
}

function blockedLines({ blocked }: RunReport): readonly string[] {
  if (blocked.length === 0) return [];
  return [
    `没有通过检查，暂未公开 ${blocked.length} 份，首页只列名称和类别`,
    ...blocked.flatMap((form) => [
      `  ${formText(form)}`,
      ...form.objections.flatMap(({ rule, severity, at, label, origin, message, fix }) => [
        `    【${SEVERITY_LABELS[severity]}】${label}：${message}。`,
        `        规则：${rule}　位置：${at}${origin === undefined ? "" : `（${formatOrigin(origin)}）`}`,
        ...(fix === undefined ? [] : [`        办法：${fix}`]),
      ]),
    ]),
    "  更正后重新运行即可公开，个人信息也可用 --mask 遮盖；确须照原样公开的，在放行文件（--waivers）里写明规则、位置、理由和签批岗位；不能公开的，在其中列为不予公开。",
  ];
}

function formText({ file, index, fiscalYear, implementingUnit, projectName }: NamedForm): string {
  return `${file} 第 ${index} 份　${fiscalYear} 年度　${implementingUnit}　「${projectName}」`;
}
