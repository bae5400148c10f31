/** An Office file → its forms, by the reader of its kind. */
import { readWordForms } from "./documents/read-word-forms.ts";
import { OfficePackage } from "./media/opc/office-package.ts";
import { kindOfPackage } from "./media/xlsx/office-kind.ts";
import type { OnPage } from "./on-page.ts";
import type { ReadResult, Source } from "./read-result.ts";
import { Refusal } from "./refusal.ts";
import { readWorkbookForms } from "./sheets/read-workbook-forms.ts";

/** Never throws for what the file contains. */
export function readPackage(source: Source, onPage?: OnPage): ReadResult {
  try {
    const parts = new OfficePackage(source.bytes);
    const kind = kindOfPackage(parts);
    return kind.kind === "document"
      ? readWordForms(source.name, parts, kind.main, onPage)
      : readWorkbookForms(source, onPage);
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(source.name)], medium: "docx" };
    throw cause;
  }
}
