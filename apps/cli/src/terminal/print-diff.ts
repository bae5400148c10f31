/** Differences for people: by form, one line a cell. */
import type { FormDifference } from "@zipingbiao/core";
import type { ComparedForms, SourceDiff, SourcedForm } from "@zipingbiao/publisher";
import { printChange } from "./print-change.ts";

/** The whole text of `zpb diff`, ending with a summary. */
export function printDiff({ compared, missing, added, troubles }: SourceDiff): string {
  const changed = compared.filter(({ differences }) => differences.length > 0);
  const lines = [
    ...changed.flatMap(printCompared),
    ...missing.map((each) => `【新的一方没有】${nameOf(each)}`),
    ...added.map((each) => `【新的一方才有】${nameOf(each)}`),
    `共比较 ${compared.length} 份：${compared.length - changed.length} 份相同，${changed.length} 份不同；新的一方少 ${missing.length} 份，多 ${added.length} 份。`,
    ...(troubles.length === 0 ? [] : [`${troubles.length} 处未能读取，见上。`]),
  ];
  return `${lines.join("\n")}\n`;
}

function printCompared({ before, after, differences }: ComparedForms): readonly string[] {
  const [old, now] = [before.form.revision?.number ?? 0, after.form.revision?.number ?? 0];
  const revisions = old === now ? "" : `　（第 ${old} 次更正 → 第 ${now} 次更正）`;
  return [`${nameOf(after)}${revisions}`, ...differences.map((each) => `  ${printDifference(each)}`)];
}

function printDifference(difference: FormDifference): string {
  switch (difference.kind) {
    case "changed":
      return printChange(difference.label, difference.before ?? "", difference.after ?? "");
    case "added":
      return `增加一行：${difference.label}（第 ${rowOf(difference.at)} 行）`;
    case "removed":
      return `删去一行：${difference.label}（原第 ${rowOf(difference.at)} 行）`;
    case "moved":
      return `移动一行：${difference.label}（原第 ${rowOf(difference.from)} 行，现第 ${rowOf(difference.at)} 行）`;
  }
}

function nameOf({ form }: SourcedForm): string {
  return `${form.fiscalYear} 年度　${form.implementingUnit}　「${form.projectName}」`;
}

/** Rows as people count them. */
function rowOf(path: string): number {
  return Number.parseInt(/\d+/u.exec(path)?.[0] ?? "0", 10) + 1;
}
