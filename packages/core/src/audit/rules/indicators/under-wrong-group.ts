/** 二级指标放在了别的一级指标之下。 */
import { groupStem } from "../../../form/group-label.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/under-wrong-group",
  title: "二级指标归类不当",
  severity: "warning",
  editions: "all",
  basis: ({ rulePack }) => [rulePack.tolerances.groupsOfSubgroups.basis],
  why: "各类指标的分值按一级指标分配，放错了类，两类的分值都不对。",
  fix: "把这一行移到所属的一级指标之下；移动后核对各类分值之和。",
  *check({ form, edition }) {
    const groups = new Map(Object.entries(edition.rulePack.tolerances.groupsOfSubgroups.value));
    const known = new Set([...groups.values()].flat());
    for (const [row, { level1, level2 }] of form.indicators.entries()) {
      const due = groups.get(groupStem(level2));
      if (due === undefined) continue;
      const printed = groupStem(level1);
      if (printed === "") {
        yield uncheckable(indicatorPath(row, "level1"), `「${level2}」所属的一级指标没有印出`);
        continue;
      }
      // 印在别处、由推断得来的一级指标不能拿来说表填错了。
      if (form.unreadable.some(({ at }) => at === indicatorPath(row, "level1"))) continue;
      if (known.has(printed) && !due.includes(printed)) {
        yield violated(indicatorPath(row, "level2"), {
          level1,
          level2,
          due: due.map((name) => `${name}指标`).join("或"),
        });
      }
    }
  },
  message: ({ level1, level2, due }) => `「${level2}」应在「${due}」之下，表中在「${level1}」之下`,
  examples: {
    bad: [{ "indicators[4].level2": "时效指标" }, { "indicators[1].level2": "社会效益指标" }],
    good: [
      { "indicators[0].level2": "成本指标" },
      { "indicators[4].level2": "可持续影响" },
      { "indicators[4].level2": "其他指标" },
      { "indicators[4].level1": "效益指标(30分)" },
    ],
    uncheckable: [{ "indicators[3].level1": "" }],
  },
});
