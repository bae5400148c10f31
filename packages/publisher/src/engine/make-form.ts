/** One form → its documents: a pure function of the form and the maker, here as on any other machine. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { PrintFailure } from "@zipingbiao/renderer";
import { formPages } from "../form-pages.ts";
import { knownEdition } from "../known-edition.ts";
import { DOCUMENT_FORMATS, type RenderParts, renderDocuments } from "../render-form.ts";
import { troubleOf } from "../trouble.ts";
import type { MadeDocument, MadeForm, MakingFailure, TaskOutcome } from "./engine.ts";

/** How many forms a process has in work at once: enough to keep both tabs of the printer busy while others are packed and written. */
export const FORMS_IN_WORK = 10;

/** view → page → print and pack, for the form and, where it was corrected, for the explanation of the correction. */
async function makeForm(form: SelfEvaluationForm, parts: RenderParts): Promise<MadeForm> {
  const documents: MadeDocument[] = [];
  const fonts: MadeForm["fonts"][number][] = [];
  for (const [stem, page] of formPages(form, knownEdition(form.edition), parts.templates)) {
    for (const { format, bytes, pages, fonts: used = [] } of await renderDocuments(page, DOCUMENT_FORMATS, parts)) {
      documents.push({ name: `${stem}.${format}`, bytes, ...(pages === undefined ? {} : { pages }) });
      fonts.push(...used);
    }
  }
  return { documents, fonts };
}

/** {@link makeForm}, with what is wrong with this form alone as an outcome. Throws when no form can be made any more, and bugs. */
export async function tryForm(form: SelfEvaluationForm, parts: RenderParts): Promise<TaskOutcome> {
  try {
    return { kind: "made", made: await makeForm(form, parts) };
  } catch (error) {
    if (isEnd(error)) throw error;
    return { kind: "failed", failure: failureOf(error) };
  }
}

/** No form can be printed any more. To go on would leave an earlier publication without the forms that were not reached. */
function isEnd(error: unknown): boolean {
  return error instanceof PrintFailure && ENDS.has(error.code);
}

const ENDS: ReadonlySet<string> = new Set(["print/aborted", "print/closed", "print/disk-full"]);

function failureOf(error: unknown): MakingFailure {
  const { code, what, why, next } = troubleOf(error, {});
  return { code, what, why, next, characters: error instanceof PrintFailure ? error.characters : [] };
}
