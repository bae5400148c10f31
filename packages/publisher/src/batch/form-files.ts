/** The names of the files that stand for one form in a folder of ours. */
import { DOCUMENT_FORMATS } from "../render-form.ts";

export { FORM_JSON } from "./data-files.ts";

/** Stems of the documents that are printed from it: the form, and the explanation of its last correction. */
export const FORM_STEM = "form";
export const EXPLANATION_STEM = "更正说明";

/** The page about a form on the disclosure site: it shows the form and carries no data. */
export const FORM_PAGE = "index.html";

/** Every document that may be printed from a `form.json` beside it. */
export const FORM_DOCUMENTS: readonly string[] = [FORM_STEM, EXPLANATION_STEM].flatMap((stem) =>
  DOCUMENT_FORMATS.map((format) => `${stem}.${format}`),
);
