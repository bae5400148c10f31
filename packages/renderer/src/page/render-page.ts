/** View → Page. */
import type { FormView } from "../view/form-view.ts";
import type { VolumeView } from "../view/volume-view.ts";
import type { Templates } from "./compile-templates.ts";
import type { Page } from "./page.ts";

/** Lays out a view with its template. Throws {@link TemplateError} when a template asks for a name that the view does not have. */
export function renderPage(templates: Templates, view: FormView | VolumeView): Page {
  throw new Error(`not built yet: ${templates.place} ${view.kind}`);
}
