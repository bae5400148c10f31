/** The disclosure site: start page, lists, one page a form, and what its scripts work with. */
import { SITE_FOLDER, SITE_SCRIPT, START_SCRIPT, type Templates, viewForm } from "@zipingbiao/renderer";
import { publishedForm } from "../batch/published-form.ts";
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { knownEdition } from "../known-edition.ts";
import { listForms } from "./list-forms.ts";
import { minisearchScript } from "./minisearch-script.ts";
import { type SiteFile, openSiteData } from "./site-data.ts";
import { formPagePath, listedRow } from "./site-rows.ts";
import type { SiteForm, SiteSource } from "./site-source.ts";
import { viewFormPage } from "./view-form-page.ts";
import { MOST_ON_START_PAGE, viewSite } from "./view-site.ts";

/** Writing waits for the disk; so many files at once keep it busy. */
const WRITTEN_AT_ONCE = 8;

/**
 * Writes the site below `output` and gives its files, the start page last. Forms are opened one after another, each once; of
 * all of them only heads, and rows that are not written yet, are held. The same source gives the same bytes.
 */
export async function publishSite(
  source: SiteSource,
  output: Pick<OutputFolder, "write">,
  templates: Templates,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  let waiting: SiteFile[] = [];
  const write = async (files: readonly SiteFile[], isLast = false): Promise<void> => {
    waiting.push(...files);
    if (waiting.length < WRITTEN_AT_ONCE && !isLast) return;
    const batch = waiting;
    waiting = [];
    written.push(...(await Promise.all(batch.map(({ path, text }) => output.write(path, text)))));
  };
  for (const files of siteFiles(source, templates)) await write(files);
  await write([], true);
  return written;
}

/** File by file in the order of writing. */
function* siteFiles(source: SiteSource, templates: Templates): Generator<readonly SiteFile[]> {
  const { forms, unpublished } = source;
  if (forms.length > 0) yield* formFiles(source, templates);
  const lists = listForms(source);
  const pages = [
    ...(forms.length > MOST_ON_START_PAGE ? lists.pages : []),
    ...(unpublished.length > MOST_ON_START_PAGE ? lists.unpublishedPages : []),
  ];
  for (const { path, view } of pages) yield [{ path, text: templates.siteList(view()) }];
  yield [{ path: "index.html", text: templates.site(viewSite(source, lists)) }];
}

function* formFiles({ forms, open }: SiteSource, templates: Templates): Generator<readonly SiteFile[]> {
  yield [
    { path: START_SCRIPT, text: SITE_SCRIPT },
    { path: `${SITE_FOLDER}/minisearch.js`, text: minisearchScript() },
  ];
  const styled = new Set<string>();
  const data = openSiteData();
  for (const [at, site] of forms.entries()) {
    const form = publishedForm(open(at));
    const style = `${SITE_FOLDER}/form-${form.edition}.css`;
    if (!styled.has(form.edition)) {
      styled.add(form.edition);
      yield [{ path: style, text: templates.formPages.styles.get(form.edition) ?? "" }];
    }
    const neighbours = { previous: sameUnit(forms[at - 1], site), next: sameUnit(forms[at + 1], site) };
    const view = viewFormPage(site, neighbours, style);
    const page = templates.formPages.page(view, viewForm(form, knownEdition(form.edition)));
    yield [{ path: formPagePath(site.folder), text: page }, ...data.add(form, listedRow(site))];
  }
  yield data.finish();
}

function sameUnit(other: SiteForm | undefined, { form }: SiteForm): SiteForm | undefined {
  return other?.form.implementingUnit === form.implementingUnit ? other : undefined;
}
