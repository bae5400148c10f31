/** 表中有手机号码。 */
import { PERSONAL_DATA } from "../../../basis/personal-data.ts";
import { observePersonalData } from "../../personal-data-in.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "privacy/mobile-number",
  title: "有手机号码",
  severity: "error",
  editions: "all",
  basis: () => [PERSONAL_DATA.protection, PERSONAL_DATA.disclosure],
  why: "填表人、联系人的手机号码常随表留下，公开后会招来骚扰和冒用。按 11 位、1 开头的号段识别，也识别带 +86、用空格或横线隔开的；后面带着金额、数量单位的，前面写明是编号、流水号的，都不算。",
  fix: "删去号码；需要联系方式的，写单位的办公电话。确属其他数字的，写明单位，或在放行文件（--waivers）中说明。",
  check: ({ form }) => observePersonalData(form, "mobile-number"),
  message: ({ count, found }) => `有 ${count} 个手机号码：${found}`,
  examples: {
    bad: [
      { "indicators[3].deviationNote": "备件到货较晚，详询13000000000。" },
      { implementingUnit: "某区大数据中心（联系电话+86 130-0000-0000）" },
      { notes: "填表人电话：１３００００００００0" },
    ],
    good: [
      { projectCode: "13000000000" },
      { "indicators[3].deviationNote": "备件到货较晚，详询021-00000000。" },
      { "indicators[3].deviationNote": "当月请求13000000000次，备件到货较晚。" },
      { "indicators[3].deviationNote": "备件到货较晚，详询130＊＊＊＊0000。" },
    ],
    uncheckable: [],
  },
});
