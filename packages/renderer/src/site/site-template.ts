/** The start page of a publication. */
import type { TemplateSource } from "../page/template-source.ts";
import type { SiteView } from "./site-view.ts";
import { type WebPage, loadWebPage } from "./web-page.ts";

export type SiteTemplate = WebPage<SiteView>;

/** Throws {@link TemplateError} when a file is missing or malformed. */
export function loadSiteTemplate(source: TemplateSource): SiteTemplate {
  return loadWebPage(source, "site/index.hbs", "site/site.css");
}
