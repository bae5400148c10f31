/** What forbids personal data in a publication, and how such numbers are known. */
import type { Citation } from "./citation.ts";

export const PERSONAL_DATA = {
  disclosure: {
    id: "privacy/government-disclosure",
    title: "中华人民共和国政府信息公开条例（2019 年修订）",
    article: "第十五条",
    certainty: "practice",
    note: "涉及个人隐私等、公开会对第三方合法权益造成损害的政府信息不得公开。条文见于公开论文的引文，未对照公报原文。",
  },
  protection: {
    id: "privacy/personal-information",
    title: "中华人民共和国个人信息保护法",
    article: "第二十五条",
    certainty: "practice",
    note: "不得公开所处理的个人信息，取得个人单独同意的除外。条文见于公开释义的引文，未对照公报原文。",
  },
  residentId: {
    id: "privacy/gb-11643",
    title: "公民身份号码",
    documentNumber: "GB 11643-1999",
    certainty: "practice",
    note: "18 位：6 位地址码、8 位出生日期码、3 位顺序码、1 位校验码（ISO 7064 MOD 11-2）。据公开转述，未对照标准原文。",
  },
  withholding: {
    id: "privacy/withholding",
    title: "不予公开的说明方式",
    certainty: "practice",
    note: "不公开的表应整张说明理由；在公开的表里改写个别单元格，读者无从知道改了什么。",
  },
} as const satisfies Record<string, Citation>;
