/** `zpb template`: an edition → a workbook to fill in, which `read` takes back. */
import { EDITIONS, type Edition, type TemplateLayout } from "@zipingbiao/core";
import { renderFormTemplate, renderListTemplate } from "@zipingbiao/renderer";

/** `rows` for many projects in one workbook. The same edition gives the same bytes. */
export async function makeTemplate(edition: Edition, layout: TemplateLayout): Promise<Uint8Array> {
  return layout === "form" ? await renderFormTemplate(edition) : await renderListTemplate(edition);
}

/** The edition of the latest year. */
export function latestEdition(): Edition {
  const year = ({ fiscalYearsSeen }: Edition): number => Math.max(0, ...fiscalYearsSeen);
  return EDITIONS.reduce((latest, edition) => (year(edition) >= year(latest) ? edition : latest));
}
