/** View → Page. */
import type { Twin } from "@zipingbiao/core";
import { drawChart } from "../chart/draw-chart.ts";
import type { Drawing } from "../chart/drawing.ts";
import type { ChartView } from "../view/chart-view.ts";
import { type PrintedView, viewText } from "../view/view-text.ts";
import { bookmarksOf } from "../view/bookmarks.ts";
import type { VolumeView } from "../view/volume-view.ts";
import { checkPlaces } from "./check-places.ts";
import type { Template, Templates } from "./compile-templates.ts";
import { documentText } from "./document-text.ts";
import { asksForPageNumbers } from "./page-numbers.ts";
import { formTemplate } from "./form-template.ts";
import type { Page } from "./page.ts";
import { placePictures } from "./place-pictures.ts";

/**
 * Lays out a view with its template; `twin` is the data that the view was made from. Throws {@link TemplateError} when a
 * template asks for a name that the view does not have, names two places alike, or links to a place that is not in the page.
 */
export function renderPage(templates: Templates, view: PrintedView, twin?: Twin): Page {
  const template = templateFor(templates, view);
  const body = view.kind === "volume" ? volumeBody(templates, view) : template.layOut(view);
  checkPlaces(template.file, body);
  const pictures = picturesOf(view);
  const shown = placePictures(body, pictures, template.file);
  const { title, subject, author, keywords } = view.about;
  let html: string | undefined;
  return {
    template: template.file,
    // A Word document has no use for this, nor for what a print is held against.
    get html() {
      return (html ??= documentText(template.style, title, shown, twin));
    },
    body,
    pictures,
    style: template.style,
    title,
    subject,
    author,
    keywords,
    lang: "zh-CN",
    showsPageNumbers: asksForPageNumbers(body),
    get bookmarks() {
      return bookmarksOf(view);
    },
    get texts() {
      return viewText(view);
    },
    ...(twin === undefined ? {} : { twin }),
  };
}

function templateFor(templates: Templates, view: PrintedView): Template {
  switch (view.kind) {
    case "form":
      return formTemplate(templates, view);
    case "volume":
      return templates.volume.front;
    case "correction":
      return templates.correction;
    case "report":
      return templates.report;
  }
}

const NO_PICTURES: ReadonlyMap<string, Drawing> = new Map();

function picturesOf(view: PrintedView): ReadonlyMap<string, Drawing> {
  if (view.kind !== "report") return NO_PICTURES;
  const charts: readonly (readonly [string, ChartView | null])[] = Object.entries(view.charts);
  return new Map(charts.flatMap(([name, chart]) => (chart === null ? [] : [[name, drawChart(name, chart)] as const])));
}

/** What stands before the forms, every form by the template of its edition, and what stands behind them. */
function volumeBody(templates: Templates, view: VolumeView): string {
  const { front, divider, unpublished } = templates.volume;
  const groups = view.groups.flatMap((group) => [
    ...(group.divider === null ? [] : [divider.layOut(group.divider)]),
    ...group.forms.map(({ form }) => formTemplate(templates, form).layOut(form)),
  ]);
  const back = view.unpublished === null ? [] : [unpublished.layOut(view.unpublished)];
  return [front.layOut(view), ...groups, ...back].join("\n");
}
