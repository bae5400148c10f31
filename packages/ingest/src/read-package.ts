/** An Office file → its forms, by the reader of its kind. */
import { readWordForms } from "./documents/read-word-forms.ts";
import { OfficePackage } from "./media/opc/office-package.ts";
import { twinsIn } from "./media/opc/twins-in.ts";
import { kindOfPackage } from "./media/xlsx/office-kind.ts";
import type { OnPage } from "./on-page.ts";
import type { ReadResult, Source } from "./read-result.ts";
import { Refusal } from "./refusal.ts";
import { readWorkbookForms } from "./sheets/read-workbook-forms.ts";

/** Never throws for what the file contains. */
export function readPackage({ name: file, bytes }: Source, onPage?: OnPage): ReadResult {
  try {
    const parts = new OfficePackage(bytes);
    const kind = kindOfPackage(parts);
    const twins = kind.kind === "refused" ? [] : twinsIn(parts, parts.relationshipsOf(kind.main));
    const read =
      kind.kind === "document"
        ? readWordForms(file, parts, kind.main, onPage)
        : readWorkbookForms(file, parts, kind, onPage);
    return twins.length === 0 ? read : { ...read, twins };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "docx" };
    throw cause;
  }
}
