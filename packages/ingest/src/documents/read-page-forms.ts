/** A web page → the forms in it. */
import { readPageBlocks } from "../media/html/page-blocks.ts";
import type { OnPage } from "../on-page.ts";
import type { ReadResult } from "../read-result.ts";
import { Refusal } from "../refusal.ts";
import { readDocumentForms } from "./read-document-forms.ts";

const WORDS = { whole: "网页", nothing: "里面没有文字。" };

/** All forms of a page. Never throws for what it contains. */
export function readPageForms(file: string, text: string, onPage?: OnPage): ReadResult {
  try {
    const content = { blocks: readPageBlocks(text), margins: [] };
    return { ...readDocumentForms(content, file, WORDS, onPage), medium: "html" };
  } catch (cause) {
    if (cause instanceof Refusal) return { forms: [], problems: [cause.toProblem(file)], medium: "html" };
    throw cause;
  }
}
