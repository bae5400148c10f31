/** 产出、效益或满意度指标整类没有。 */
import { groupStem } from "../../../form/group-label.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/group-missing",
  title: "整类一级指标缺失",
  severity: "warning",
  editions: "all",
  basis: ({ rulePack }) => [rulePack.tolerances.requiredGroups.basis],
  why: "产出、效益、满意度三方面缺一类，这一类的绩效就没有自评，分值也挪到了别处。",
  fix: "按批复的绩效目标补上缺的一类；批复中确无此类的，在备注中说明。",
  *check({ form, edition }) {
    const present = new Set(form.indicators.map(({ level1 }) => stem(level1)));
    const missing = edition.rulePack.tolerances.requiredGroups.value.filter((group) => !present.has(stem(group)));
    if (missing.length === 0) return;
    if (present.has("")) yield uncheckable("indicators", `有的行没有印出一级指标，不能断定缺少${missing.join("、")}`);
    else yield violated("indicators", { missing: missing.join("、") });
  },
  message: ({ missing }) => `没有${missing}`,
  examples: {
    bad: [
      {
        "indicators[5].level1": "效益指标",
        "indicators[5].level2": "社会效益指标",
        "indicators[5].name": "在线办理占比",
      },
      {
        "indicators[5].level1": "产出指标",
        "indicators[5].level2": "质量指标",
        "indicators[5].name": "数据更新占比",
      },
    ],
    good: [{ "indicators[5].level1": "满意度" }, { "indicators[5].level1": "服务对象满意度指标（10分）" }],
    uncheckable: [{ "indicators[5].level1": "" }],
  },
});

/** `满意度 指标`, `服务对象满意度指标（10分）` and `满意度` are the same label. */
function stem(label: string): string {
  return groupStem(label.replaceAll(/\s/gu, "").replace(/[（(][^（()）]*[)）]$/u, "")).replace(/^.*(?=满意度$)/u, "");
}
