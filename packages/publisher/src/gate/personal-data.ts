/** Personal data in one text, masked in sight. */

export type PersonalDataKind = "id-number" | "mobile-number" | "bank-card" | "e-mail";

/** The text with personal data hidden behind ＊, and what was found, in the order of the text. */
export interface MaskedText {
  readonly text: string;
  readonly kinds: readonly PersonalDataKind[];
}

export const PERSONAL_DATA_LABELS: Readonly<Record<PersonalDataKind, string>> = {
  "id-number": "公民身份号码",
  "mobile-number": "手机号码",
  "bank-card": "银行卡号",
  "e-mail": "电子邮箱",
};

// Stands in for core's findPersonalData and maskPersonalData until they are here; it knows mobile numbers only.
const MOBILE = /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/gu;

export function maskText(text: string): MaskedText {
  return {
    text: text.replaceAll(MOBILE, (found) => `${found.slice(0, 3)}＊＊＊＊${found.slice(7)}`),
    kinds: Array.from(text.matchAll(MOBILE), () => "mobile-number"),
  };
}
