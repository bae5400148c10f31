/** 表中有银行卡号。 */
import { PERSONAL_DATA } from "../../../basis/personal-data.ts";
import { observePersonalData } from "../../personal-data-in.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "privacy/bank-card",
  title: "有银行卡号",
  severity: "error",
  editions: "all",
  basis: () => [PERSONAL_DATA.protection, PERSONAL_DATA.disclosure],
  why: "账户号码公开后有资金风险。按发卡机构的号头、16 至 19 位和末位校验（Luhn）识别，随意的一串数字约有十分之一也通得过，须由人看一眼；前面写明是编号、流水号的不算。",
  fix: "删去卡号；确属合同号、资产编号等其他号码的，写明是什么号码，并在放行文件（--waivers）中说明。",
  check: ({ form }) => observePersonalData(form, "bank-card"),
  message: ({ count, found }) => `有 ${count} 个像银行卡号的号码：${found}`,
  examples: {
    bad: [
      { "indicators[3].deviationNote": "备件款误汇入6200000000000005，到货较晚。" },
      { notes: "退款账号 6200 0000 0000 0000 000" },
    ],
    good: [
      { projectCode: "6200000000000005" },
      { "indicators[3].deviationNote": "备件款误汇入6200000000000006，到货较晚。" },
      { "indicators[3].deviationNote": "备件到货较晚，合同编号62000000000000050001。" },
      { "indicators[3].deviationNote": "备件款误汇入6200＊＊＊＊＊＊＊＊0005，到货较晚。" },
    ],
    uncheckable: [],
  },
});
