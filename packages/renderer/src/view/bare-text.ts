/** Texts as they are compared. */

/** White space and marks that draw nothing; a document keeps neither reliably. */
const UNSEEN = /[\s\u00ad\u200b-\u200d\u2060\ufeff]+/gu;

/** White space and marks that draw nothing do not count; canonically equal spellings are equal. */
export function bare(text: string): string {
  return text.replaceAll(UNSEEN, "").normalize("NFC");
}
