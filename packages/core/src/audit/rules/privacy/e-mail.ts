/** 表中有电子邮箱地址。 */
import { PERSONAL_DATA } from "../../../basis/personal-data.ts";
import { observePersonalData } from "../../personal-data-in.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "privacy/e-mail",
  title: "有电子邮箱地址",
  severity: "error",
  editions: "all",
  basis: () => [PERSONAL_DATA.protection, PERSONAL_DATA.disclosure],
  why: "邮箱地址多半连着具体的人，公开后会被机器收集。",
  fix: "删去地址；确是单位对外的公用邮箱的，在放行文件（--waivers）中说明。",
  check: ({ form }) => observePersonalData(form, "e-mail"),
  message: ({ count, found }) => `有 ${count} 个电子邮箱地址：${found}`,
  examples: {
    bad: [
      { "indicators[3].deviationNote": "备件到货较晚，详询zhangsan@example.cn。" },
      { notes: "联系：ab＠mail.example.cn" },
    ],
    good: [
      { "indicators[3].deviationNote": "备件到货较晚，单价@500元。" },
      { "indicators[3].deviationNote": "备件到货较晚，详询z＊＊＊＊＊＊＊@example.cn。" },
    ],
    uncheckable: [],
  },
});
