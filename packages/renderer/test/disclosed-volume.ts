/** Volumes of disclosed forms, for tests. */
import { type UnpublishedEntry, type VolumeView, viewVolume } from "../src/index.ts";
import type { DisclosedForm } from "./disclosed-forms.ts";

/** What is said of forms that are not in the volume. */
const UNPUBLISHED: readonly UnpublishedEntry[] = [
  {
    fiscalYear: "2024",
    project: "涉密项目",
    unit: "某区大数据中心",
    status: "不予公开",
    reason: "涉及工作秘密",
    signed: "保密审查岗\n2025-03-31",
  },
  {
    fiscalYear: "2024",
    project: "待更正项目",
    unit: "某区大数据中心",
    status: "暂未公开",
    reason: "检查没有通过（得分），更正后公开",
    signed: "",
  },
];

/** All the forms in their order: one after the other, or in groups by their source. */
export function disclosedVolume(forms: readonly DisclosedForm[], grouped = false, name = "绩效自评表汇编"): VolumeView {
  const head = { period: "2021、2024年度", name, bodies: ["上海市数据局", "上海市大数据中心"] };
  const groups = grouped ? [...Map.groupBy(forms, ({ source }) => source)] : ([["", forms]] as const);
  return viewVolume(
    head,
    groups.map(([title, members]) => ({ title, forms: members })),
    UNPUBLISHED,
  );
}
