/** The page of one form: the official table as its own HTML has it, with what the public is told of it around. */
import { RESET } from "../page/reset-style.ts";
import { TemplateError } from "../template/template-error.ts";
import { type TemplateSource, readText } from "../page/template-source.ts";
import { markupOf } from "../template/compile-template.ts";
import type { FormView } from "../view/form-view.ts";
import type { FormPageView } from "./form-page-view.ts";
import { compileWebTemplate, policyOf, webDocument } from "./web-page.ts";

export interface FormPages {
  /** The page; `form` is laid out by the template of its edition. */
  readonly page: (view: FormPageView, form: FormView) => string;
  /** By edition, the text of the style sheet that the pages of its forms share. */
  readonly styles: ReadonlyMap<string, string>;
}

/** Of a form's template what its page needs. */
interface FormLayout {
  readonly markup: (view: object) => string;
  readonly style: { readonly css: string };
}

const PAGE = "site/form.hbs";
/** Only a template can write this: in the texts of a view every `<` is escaped. */
const PLACE = "<section data-form></section>";

/** Throws {@link TemplateError} when a file is missing or malformed, or the page has no place for the form. */
export function loadFormPages(source: TemplateSource, forms: ReadonlyMap<string, FormLayout>): FormPages {
  const layOut = compileWebTemplate(source, PAGE);
  const own = readText(source, "site/form.css");
  const policy = policyOf("'self'", false);
  return {
    styles: new Map([...forms].map(([edition, { style }]) => [edition, `${RESET}\n\n${style.css}\n${own}`])),
    page(view, form) {
      const template = forms.get(form.edition);
      if (template === undefined) throw new TemplateError(PAGE, 0, `没有制式 ${form.edition} 的模板`);
      const parts = markupOf(layOut, view).split(PLACE);
      if (parts.length !== 2) throw new TemplateError(PAGE, 0, `自评表没有地方放：要有一处 ${PLACE}`);
      const head = `<link rel="stylesheet" href="${view.style}">`;
      return webDocument(view.title, policy, head, parts.join(template.markup(form)));
    },
  };
}
