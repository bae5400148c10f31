/** A form that stands in the same source twice is read once. */
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import type { ReadProblem, ReadResult } from "./read-result.ts";
import { placed } from "./refusal.ts";

/** The same form twice, apart from its places, is read once: printed twice in a volume, or joined from copies. */
export function withoutDuplicates(
  read: { forms: readonly SelfEvaluationForm[]; problems: readonly ReadProblem[] },
  file: string,
): Omit<ReadResult, "medium"> {
  const names = new Map<string, number>();
  for (const { projectName } of read.forms) names.set(projectName, (names.get(projectName) ?? 0) + 1);
  const seen = new Set<string>();
  const problems = [...read.problems];
  const forms = read.forms.filter((form) => {
    if (names.get(form.projectName) === 1) return true;
    const { origin: _origin, leftovers: _leftovers, unreadable: _unreadable, ...content } = encodeForm(form);
    const key = JSON.stringify(content);
    if (!seen.has(key)) return seen.add(key);
    problems.push({
      code: "duplicate-form",
      file,
      ...placed(form.origin["projectName"] ?? {}),
      what: `「${form.projectName}」重复出现，只读一次。`,
      why: "同一文件里有两份逐项相同的表。",
      next: "如确为两份，请核对项目名称。",
    });
    return false;
  });
  return { forms, problems };
}
