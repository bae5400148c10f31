/** The pages of a publication's site: where it starts, its lists, and one page a form. */
import { drawChart } from "../chart/draw-chart.ts";
import type { Drawing } from "../chart/drawing.ts";
import { placePictures } from "../page/place-pictures.ts";
import type { TemplateSource } from "../page/template-source.ts";
import type { ListView } from "./list-view.ts";
import type { SiteView } from "./site-view.ts";
import { type WebPage, loadWebPage } from "./web-page.ts";

/** Relative to the start page. */
export const SITE_FOLDER = "site";
/** The scripts that the start page begins with; all else is loaded when it is asked for. */
export const START_SCRIPT = `${SITE_FOLDER}/site.js`;

export type SiteTemplate = WebPage<SiteView>;
export type ListTemplate = WebPage<ListView>;

const START_PAGE = "site/index.hbs";
/** Points: three stand beside each other on a wide screen, and one is still legible on a telephone. */
const CHART_WIDTH = 300;

/** Throws {@link TemplateError} when a file is missing or malformed. */
export function loadSiteTemplate(source: TemplateSource): SiteTemplate {
  const load = (scripts: readonly string[]) =>
    loadWebPage<SiteView>(source, START_PAGE, ["site/site.css", "site/finder.css"], scripts);
  const [still, searched] = [load([]), load([START_SCRIPT])];
  return (view) => {
    const pictures = view.charts.map(
      ({ name, chart }) => [name, plainLooks(drawChart(name, chart, CHART_WIDTH))] as const,
    );
    return placePictures((view.finder === null ? still : searched)(view), new Map(pictures), START_PAGE);
  };
}

/** Throws {@link TemplateError} when a file is missing or malformed. */
export function loadListTemplate(source: TemplateSource): ListTemplate {
  return loadWebPage(source, "site/list.hbs", ["site/site.css"]);
}

/** The drawing with its fonts as attributes of their own: the policy of the page lets no style attribute have effect. */
function plainLooks(drawing: Drawing): Drawing {
  const svg = drawing.svg.replaceAll(
    / style="font-size:([\d.]+)px;font-family:([^";]+);"/gu,
    (_, size: string, families: string) => ` font-size="${size}" font-family="${families}"`,
  );
  if (svg.includes(" style=")) throw new Error("a drawing with a style of its own");
  return { ...drawing, svg };
}
