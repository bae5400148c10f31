/** 表中有居民身份证号码。 */
import { PERSONAL_DATA } from "../../../basis/personal-data.ts";
import { observePersonalData } from "../../personal-data-in.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "privacy/id-number",
  title: "有身份证号码",
  severity: "error",
  editions: "all",
  basis: () => [PERSONAL_DATA.residentId, PERSONAL_DATA.protection, PERSONAL_DATA.disclosure],
  why: "身份证号码一经公开就收不回来。18 位号码按地址码、出生日期和校验码识别，也识别全角的、用空格或横线隔开的；15 位旧号码没有校验码，无法与其他数字区分，须由人查看。",
  fix: "删去号码，改写为不涉及个人的说法；确须保留的，用遮盖功能处理，并在公开前再查一遍。",
  check: ({ form }) => observePersonalData(form, "id-number"),
  message: ({ count, found }) => `有 ${count} 个居民身份证号码：${found}`,
  examples: {
    bad: [
      { projectCode: "110101190001010014" },
      { "indicators[3].deviationNote": "备件由甲某（身份证号110101190001010014）签收较晚。" },
      { "overallGoal.actual": "平台运行稳定。签收人证件号 110101 19000101 009x。" },
      { notes: "经办：１１０１０１－１９０００１０１－００１４" },
    ],
    good: [
      { "indicators[3].deviationNote": "备件到货较晚，合同编号110101190001010015。" },
      { "indicators[3].deviationNote": "备件由甲某（身份证号110＊＊＊＊＊＊＊＊＊＊＊＊＊14）签收较晚。" },
    ],
    uncheckable: [],
  },
});
