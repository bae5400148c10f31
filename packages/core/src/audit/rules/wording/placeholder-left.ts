/** 占位的符号和字样没有替换。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { defineRule, violated } from "../../rule.ts";

// Not 台×年, 单价×月, 1+X个场景 or Space X 年报: a unit, a product, a formula, a name.
const LETTER =
  /(?<![\p{Script=Latin}\d+＋人台套点户路元价费额数准量积值资金分率-]\s{0,2})[XxＸｘ×]\s{0,2}(?:[%％年月日个次家](?![数均限产])|项(?![目数])|万元)/u;

/** Cells that are nothing but a placeholder, and placeholders that give themselves away anywhere. */
const PLACEHOLDERS: readonly RegExp[] = [
  /^[≥≤><＞＜=＝]{0,2}\s{0,3}(?:…{1,9}|\.{3,9}|。{2,9}|_{2,9}|＿{1,9})\s{0,3}[（(]?(?:%|％|\p{Script=Han}{1,3})?[)）]?$/u,
  /^(?:一级|二级|三级|绩效)?指标\s{0,3}[\d一二三四五六七八九十]{1,3}\s{0,3}[：:、.．]?$/u,
  /^(?:指标|指标名称|待定|待填|待填写|待补充|待补|暂缺|TBD|TODO)$/iu,
  // 「人员有待补充」是一句话。
  /(?<=^|[（(【[：:，,。；;、\s])待(?:填写?|填报|填列|补充?)(?=[)）】\]。]|$)/u,
  /(?<![\p{Script=Latin}\d])[XxＸｘ]{2,9}(?![\p{Script=Latin}\d])/u,
  /×{2,9}|(?<![一二三四五六七八九])[○〇◯]{2,9}|□{2,9}|_{3,9}|＿{2,9}/u,
  LETTER,
  /20[XxＸｘ×*＊○]{1,2}\s{0,2}年/u,
  // 「95.00()」是没有选单位的数，由 indicators/unit-missing 说明。
  /(?<![\p{Script=Latin}\d])[（(]\s{0,9}[)）]|《\s{0,9}》|【\s{0,9}】|“\s{0,9}”/u,
];

export default defineRule({
  id: "wording/placeholder-left",
  title: "占位字样没有替换",
  severity: "error",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "省略号、XX、空括号、「指标2：」是模板里等人填写的位置，留在公开的表里说明这一格没有填完。",
  fix: "填上实际内容；多余的行整行删去。",
  *check({ form }) {
    for (const { at, text } of proseOf(form)) {
      const cell = text.trim();
      const isFormula = /[+＋]\s{0,2}[NXＮＸ]/u.test(cell);
      const patterns = isFormula ? PLACEHOLDERS.filter((pattern) => pattern !== LETTER) : PLACEHOLDERS;
      const found = patterns.map((pattern) => pattern.exec(cell)?.[0]).find((piece) => piece !== undefined);
      if (found !== undefined) yield violated(at, { found });
    }
  },
  message: ({ found }) => `留有占位字样「${found}」`,
  examples: {
    bad: [
      { "indicators[4].name": "……" },
      { "indicators[4].name": "指标2：" },
      { "overallGoal.actual": "全年完成巡检XX次，平台运行稳定。" },
      { "overallGoal.actual": "202×年平台运行稳定，按××合同完成巡检。" },
      { "overallGoal.actual": "平台运行稳定，完成（ ）次巡检。" },
      { "overallGoal.actual": "平台运行稳定，X月X日完成巡检。" },
      { "indicators[3].deviationNote": "待填写" },
    ],
    good: [
      { "overallGoal.actual": "平台运行稳定，完成巡检、处置故障……各部门均稳定使用。" },
      { "overallGoal.actual": "按“1+2+1+X”架构运行，main()接口与XXL型机柜稳定，7×24小时值守。" },
      { "indicators[4].name": "指标体系提升" },
      { "overallGoal.actual": "二〇〇八年建成，全年投入120人×月，覆盖1+X个场景，待填报单位意见已全部办结。" },
      { "indicators[2].deviationNote": "无" },
      { "overallGoal.actual": "按补贴标准×次数核发，单价×月结算；专业人员有待补充，资料待补。" },
      { "overallGoal.actual": "新建1个中心、N个站点、X个服务圈，形成“1+N+X”体系。" },
    ],
    uncheckable: [],
  },
});
