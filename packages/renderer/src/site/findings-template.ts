/** The page of findings that a reviewer sends back to a unit. */
import type { TemplateSource } from "../page/template-source.ts";
import type { FindingsView } from "./findings-view.ts";
import { type WebPage, loadWebPage } from "./web-page.ts";

export type FindingsTemplate = WebPage<FindingsView>;

/** Throws {@link TemplateError} when a file is missing or malformed. */
export function loadFindingsTemplate(source: TemplateSource): FindingsTemplate {
  return loadWebPage(source, "findings/findings.hbs", ["findings/findings.css"]);
}
