/** A Word document → the forms in it. */
import { readWordBlocks } from "../media/docx/read-word-blocks.ts";
import type { OfficePackage } from "../media/opc/office-package.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadResult } from "../read-result.ts";
import { readDocumentForms } from "./read-document-forms.ts";

/** All forms of a document whose main part is `main`. Throws a refusal for a file that is unsound. */
export function readWordForms(file: string, parts: OfficePackage, main: string, onPage?: OnPage): ReadResult {
  const content = readWordBlocks(parts, main);
  const nothing = content.pictures > 0 ? `里面没有文字，只有 ${content.pictures} 张图片。` : "里面没有文字。";
  return { ...readDocumentForms(content, file, { whole: "文档", nothing }, onPage), medium: "docx" };
}
