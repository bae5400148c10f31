/** Forms that are not public → their rows in the volume. */
import type { UnpublishedEntry } from "@zipingbiao/renderer";
import { reasonText, statusText } from "../gate/reason-text.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";

/** What may stand in a row as it is: everything but signs that nobody sees; or only what every face has for certain. */
export type Writable = "visible" | "plain";

const UNWRITABLE: Readonly<Record<Writable, RegExp>> = {
  visible: /[\p{C}\p{Zl}\p{Zp}]/gu,
  // Blank and ASCII, Chinese punctuation, the ideographs of GB 13000.1, full-width signs.
  plain: /[^\u0020-\u007e\u3000-\u303f\u4e00-\u9fa5\uff01-\uff5e]/gu,
};

/**
 * What the public is told of each. These forms were never printed, and a name may be the very reason: what cannot be
 * printed stands as its code point, so that a form that is held back never holds back the volume of the others.
 */
export function listUnpublished(forms: readonly UnpublishedForm[], writable: Writable): UnpublishedEntry[] {
  const written = (text: string): string =>
    text.replaceAll(UNWRITABLE[writable], (character) => `<U+${codeOf(character)}>`);
  return forms.map((form) => ({
    fiscalYear: String(form.fiscalYear),
    project: written(form.projectName),
    unit: written(form.implementingUnit),
    status: statusText(form),
    reason: written(reasonText(form)),
    signed: form.kind === "withheld" ? `${written(form.signedBy)}\n${form.date}` : "",
  }));
}

function codeOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
