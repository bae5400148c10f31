import type { FormView } from "../view/form-view.ts";
import type { Template, Templates } from "./compile-templates.ts";
import { TemplateError } from "../template/template-error.ts";

/** The template of a form's edition. */
export function formTemplate(templates: Templates, view: FormView): Template {
  const template = templates.forms.get(view.edition);
  if (template === undefined) throw new TemplateError(`editions/${view.edition}/form.hbs`, 0, "没有这一制式的模板");
  return template;
}
