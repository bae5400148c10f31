/** 模板的填写说明没有删去。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { defineRule, violated } from "../../rule.ts";

const INSTRUCTIONS: readonly RegExp[] = [
  // 「5000字以上的报告」 is a result, a limit stands in brackets or says that it is one.
  // So is 「（每篇1500字左右）」.
  /(?:[（(【]\s{0,2}|限|控制在|字数)[^（()）【】。，,\d每篇份件本]{0,6}\d{2,4}\s{0,2}(?:[-—~～至]\s{0,2}\d{2,4}\s{0,2})?字\s{0,2}(?:以内|之内|左右)(?!的)/u,
  /[（(【]\s{0,2}(?:限|不超过|不少于)\s{0,2}\d{2,4}\s{0,2}字\s{0,2}[)）】]/u,
  // 「提请填报单位」「邀请填写问卷」 ask somebody else: an instruction begins its clause.
  /(?<![^（(【：:，,。；;、\s])请(?:在此处?|在本栏|按要求|按实际|根据实际|如实|据实|逐项|简要|详细|对照){0,2}(?:填写|填报|填列|概述|选择填列|勾选)(?!单位|部门|人|者|员)/u,
  /[（(]\s{0,2}请(?:说明|描述|列明|注明|选择)[^（()）]{0,40}[)）]/u,
  /(?:此处|此栏|本栏|此格)(?:请)?(?:填写|填报|填列|填入|不填)/u,
  /^(?:填写|填表|填报)(?:说明|要求|须知)(?=[：:\s]|$)|[（(](?:填写|填表|填报)(?:说明|要求)/u,
  /^(?:例|示例|举例|样例)\s{0,2}[：:]/u,
  /(?:注|说明)\s{0,2}[：:][^。]{0,40}(?:未完成原因分析|偏差原因分析及改进|得分一档最高)/u,
  /(?:点击|单击)此处|[（(](?:下拉|单选|多选|必填|选填)(?:选择|项)?[)）]$/u,
];

const ANY = new RegExp(INSTRUCTIONS.map(({ source }) => source).join("|"), "u");

export default defineRule({
  id: "wording/instruction-text-left",
  title: "填写说明没有删去",
  severity: "error",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "「(100字以内)」「请填写」「例：」是写给填表人的话，公开出去说明表没有经过校对。",
  fix: "删去说明文字，只留填写的内容；这一格还没有填的，补上内容。",
  *check({ form }) {
    for (const { at, text } of proseOf(form)) {
      // 表后的备注本来就印着计分说明。
      if (at === "notes") continue;
      const cell = text.trim();
      if (!ANY.test(cell)) continue;
      const found = INSTRUCTIONS.map((pattern) => pattern.exec(cell)?.[0]).find((piece) => piece !== undefined);
      if (found !== undefined) yield violated(at, { found });
    }
  },
  message: ({ found }) => `留有填写说明「${found}」`,
  examples: {
    bad: [
      { "overallGoal.actual": "平台运行稳定，未发生重大责任事故。(100字以内)" },
      { "overallGoal.actual": "请填写年度目标的实际完成情况" },
      { "overallGoal.actual": "平台运行稳定，未发生重大责任事故（限200字）" },
      { "indicators[3].deviationNote": "例：备件到货较晚，已增加库存。" },
      { "indicators[3].deviationNote": "备件到货较晚（请说明改进措施）" },
    ],
    good: [
      { "overallGoal.actual": "平台运行稳定，受理申请填报系统工单300余件，撰写5000字调研报告。" },
      { "overallGoal.actual": "平台运行稳定，提请填报单位核对，邀请填写问卷，形成报告3篇，每篇5000字以上。" },
      { "overallGoal.actual": "平台运行稳定，完成征文200篇（每篇1500字左右）。" },
      { "indicators[3].deviationNote": "个别备件到货较晚，例如：电源模块。" },
      { "overallGoal.actual": "例如：在三个街道试点。填表说明已下发各单位，平台运行稳定。" },
      { notes: "注：定量指标完成的得满分，未完成的按比例计分；偏差原因分析及改进措施须填写。" },
    ],
    uncheckable: [],
  },
});
