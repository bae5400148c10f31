/** What is said at the end of a publication: what went out, what did not, why, and what to do. */
import { SEVERITY_LABELS, countFindings, formatOrigin } from "@zipingbiao/core";
import { type Publication, formatTrouble } from "@zipingbiao/publisher";
import { visible } from "../../terminal/console.ts";
import { printCounts } from "../../terminal/print-findings.ts";

/** Chinese lines with a final line end; `folder` as it was given. No text of a form starts a line or turns its direction. */
export function publicationSummary(publication: Publication, folder: string): string {
  const { forms, aboutAll, notes, troubles, duplicates, removed, figures, manifest } = publication;
  const counts = countFindings(forms.flatMap(({ checked }) => checked.findings));
  const memory = figures.peakMemory === undefined ? "—" : `${Math.round(figures.peakMemory / 2 ** 20)} MiB`;
  const lines = [
    `已公开 ${forms.length} 份自评表 → ${folder}/index.html`,
    `  检查结果：${printCounts(counts)}（${folder}/data/findings.json）`,
    ...(aboutAll.length === 0 ? [] : [`  另有说整批的 ${aboutAll.length} 处，不随表公开：`]),
    ...aboutAll.map(({ severity, message }) => `    【${SEVERITY_LABELS[severity]}】${message}。`),
    `  文件清单：${folder}/manifest.json　sha256 ${manifest.sha256}`,
    `  用时 ${figures.seconds.toFixed(1)} 秒，${figures.pages} 页 PDF，${figures.files} 个文件，${(figures.bytes / 2 ** 20).toFixed(1)} MiB，内存峰值 ${memory}`,
    ...duplicates.map(
      ({ form, source }) => `  内容完全相同，只公开一次：${source.file} 第 ${source.index} 份「${form.projectName}」`,
    ),
    ...(removed.length === 0 ? [] : [`  移除上次公开而这次没有的文件 ${removed.length} 个`]),
    ...signedLines(publication),
    ...withheldLines(publication),
    ...blockedLines(publication),
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
function signedLines({ forms }: Publication): readonly string[] {
  const waived = forms.filter((form) => form.waived.length > 0);
  const masked = forms.flatMap(({ planned }) => (planned.masked === undefined ? [] : [planned.masked]));
  const sum = (lists: readonly (readonly unknown[])[]): number => lists.reduce((total, list) => total + list.length, 0);
  return [
    ...(waived.length === 0
      ? []
      : [`  凭放行文件公开 ${waived.length} 份，附说明 ${sum(waived.map((form) => form.waived))} 处`]),
    ...(masked.length === 0 ? [] : [`  遮盖个人信息后公开 ${masked.length} 份，遮盖 ${sum(masked)} 处`]),
  ];
}

function withheldLines({ withheld }: Publication): readonly string[] {
  if (withheld.length === 0) return [];
  return [
    `不予公开 ${withheld.length} 份，首页只列名称和原因`,
    ...withheld.map(
      ({ planned, entry, objections }) =>
        `  ${formText(planned)}：${entry.reason}（${entry.signedBy}，${entry.date}）${objections === 0 ? "" : `；检查有 ${objections} 处没有通过`}`,
    ),
  ];
}

function blockedLines({ blocked }: Publication): readonly string[] {
  if (blocked.length === 0) return [];
  return [
    `没有通过检查，暂未公开 ${blocked.length} 份，首页只列名称和类别`,
    ...blocked.flatMap(({ planned, objections }) => [
      `  ${formText(planned)}`,
      ...objections.flatMap(({ rule, severity, at, label, origin, message, fix }) => [
        `    【${SEVERITY_LABELS[severity]}】${label}：${message}。`,
        `        规则：${rule}　位置：${at}${origin === undefined ? "" : `（${formatOrigin(origin)}）`}`,
        ...(fix === undefined ? [] : [`        办法：${fix}`]),
      ]),
    ]),
    "  更正后重新运行即可公开，个人信息也可用 --mask 遮盖；确须照原样公开的，在放行文件（--waivers）里写明规则、位置、理由和签批岗位；不能公开的，在其中列为不予公开。",
  ];
}

function formText({ form, source }: Publication["blocked"][number]["planned"]): string {
  return `${source.file} 第 ${source.index} 份　${form.fiscalYear} 年度　${form.implementingUnit}　「${form.projectName}」`;
}
