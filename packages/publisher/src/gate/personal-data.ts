/** Personal data in one text, masked in sight. */
import { type PersonalDataKind, findPersonalData, maskPersonalData } from "@zipingbiao/core";

/** The text with personal data hidden behind ＊, and what was found, in the order of the text. */
export interface MaskedText {
  readonly text: string;
  readonly kinds: readonly PersonalDataKind[];
}

export const PERSONAL_DATA_LABELS: Readonly<Record<PersonalDataKind, string>> = {
  "id-number": "居民身份证号码",
  "mobile-number": "手机号码",
  "bank-card": "银行卡号",
  "e-mail": "电子邮箱",
};

export function maskText(text: string): MaskedText {
  return { text: maskPersonalData(text), kinds: findPersonalData(text).map(({ kind }) => kind) };
}

/** Rules about personal data and secrets: the id says so. */
export function isPrivacyRule(rule: string): boolean {
  return rule.startsWith("privacy/");
}
