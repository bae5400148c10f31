/** View → Page. */
import type { Twin } from "@zipingbiao/core";
import { drawChart } from "../chart/draw-chart.ts";
import type { Drawing } from "../chart/drawing.ts";
import type { ChartView } from "../view/chart-view.ts";
import { type PrintedView, viewText } from "../view/view-text.ts";
import { bookmarksOf } from "../view/bookmarks.ts";
import type { VolumeView } from "../view/volume-view.ts";
import type { LaidOut } from "./block-builder.ts";
import { checkPlaces } from "./check-places.ts";
import type { Template, Templates } from "./compile-templates.ts";
import { documentText } from "./document-text.ts";
import { formTemplate } from "./form-template.ts";
import type { Page } from "./page.ts";
import { picturesInOrder, placePictures } from "./place-pictures.ts";

/**
 * Lays out a view with its template; `twin` is the data that the view was made from. Throws {@link TemplateError} when a
 * template asks for a name that the view does not have, names two places alike, or links to a place that is not in the page.
 */
export function renderPage(templates: Templates, view: PrintedView, twin?: Twin): Page {
  const parts = partsOf(templates, view);
  const [{ template }] = parts;
  const laid = inOne(parts.map((part) => part.template.layOut(part.view)));
  checkPlaces(template.file, laid);
  const pictures = picturesInOrder(laid.pictures, picturesOf(view), template.file);
  const { title, subject, author, keywords } = view.about;
  let html: string | undefined;
  return {
    template: template.file,
    // A Word document has no use for this, nor for what a print is held against.
    get html() {
      return (html ??= documentText(template.style, title, bodyOf(parts, pictures), twin));
    },
    blocks: laid.blocks,
    pictures,
    style: template.style,
    title,
    subject,
    author,
    keywords,
    lang: "zh-CN",
    showsPageNumbers: laid.showsPageNumbers,
    get bookmarks() {
      return bookmarksOf(view);
    },
    get texts() {
      return viewText(view);
    },
    ...(twin === undefined ? {} : { twin }),
  };
}

/** What one template lays out. */
interface Part {
  readonly template: Template;
  readonly view: object;
}

/** The body as HTML. */
function bodyOf(parts: readonly [Part, ...Part[]], pictures: ReadonlyMap<string, Drawing>): string {
  const markup = parts.map(({ template, view }) => template.markup(view)).join("\n");
  return placePictures(markup, pictures, parts[0].template.file);
}

function inOne(parts: readonly LaidOut[]): LaidOut {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return {
    blocks: parts.flatMap(({ blocks }) => blocks),
    places: parts.flatMap(({ places }) => places),
    targets: parts.flatMap(({ targets }) => targets),
    pictures: parts.flatMap(({ pictures }) => pictures),
    showsPageNumbers: parts.some(({ showsPageNumbers }) => showsPageNumbers),
  };
}

function partsOf(templates: Templates, view: PrintedView): readonly [Part, ...Part[]] {
  switch (view.kind) {
    case "form":
      return [{ template: formTemplate(templates, view), view }];
    case "volume":
      return volumeParts(templates, view);
    case "correction":
      return [{ template: templates.correction, view }];
    case "report":
      return [{ template: templates.report, view }];
  }
}

const NO_PICTURES: ReadonlyMap<string, Drawing> = new Map();

function picturesOf(view: PrintedView): ReadonlyMap<string, Drawing> {
  if (view.kind !== "report") return NO_PICTURES;
  const charts: readonly (readonly [string, ChartView | null])[] = Object.entries(view.charts);
  return new Map(charts.flatMap(([name, chart]) => (chart === null ? [] : [[name, drawChart(name, chart)] as const])));
}

/** What stands before the forms, every form by the template of its edition, and what stands behind them. */
function volumeParts(templates: Templates, view: VolumeView): readonly [Part, ...Part[]] {
  const { front, divider, unpublished } = templates.volume;
  const groups = view.groups.flatMap((group): Part[] => [
    ...(group.divider === null ? [] : [{ template: divider, view: group.divider }]),
    ...group.forms.map(({ form }) => ({ template: formTemplate(templates, form), view: form })),
  ]);
  const back = view.unpublished === null ? [] : [{ template: unpublished, view: view.unpublished }];
  return [{ template: front, view }, ...groups, ...back];
}
