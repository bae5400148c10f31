/** The charts that a document shows, held against those that its data gives. */
import { ChartTextError } from "../chart/chart-fonts.ts";
import type { Drawing } from "../chart/drawing.ts";
import { rasterise } from "../chart/rasterise.ts";
import type { Page } from "../page/page.ts";
import { resolveReferences } from "../page/read-web-page.ts";
import { bare } from "../view/bare-text.ts";

/** A chart as a document shows it. */
export interface ShownFigure {
  /** The `svg` element of a web page to the letter, the text that a PDF paints, the PNG file of a Word document. */
  readonly picture: string | Uint8Array;
  /** Its text alternative; of a web page, whose `svg` holds it, `undefined`. */
  readonly alt: string | undefined;
}

/** One chart that is not the one that the data gives. Chinese, without full stops. */
export interface FigureDifference {
  /** What stands below the chart, 图1 …; of one too many, its number in the document. */
  readonly label: string;
  readonly what: string;
  /** What is shown, and what should be, from a little before the first difference on; `""` for none. Not of images. */
  readonly shown?: string;
  readonly data?: string;
}

/** `undefined` for a picture that cannot be drawn: no document of ours shows it. */
type DueFigure = { readonly [Part in keyof ShownFigure]: ShownFigure[Part] | undefined };

/** How a chart stands in each format. */
const DUE: Readonly<Record<"html" | "pdf" | "docx", (drawing: Drawing) => DueFigure>> = {
  html: ({ svg }) => ({ picture: svg, alt: undefined }),
  pdf: ({ svg, alt }) => ({ picture: bare(resolveReferences(svg.replaceAll(/<[^>]*>/g, ""))), alt }),
  docx: (drawing) => ({ picture: imageOf(drawing), alt: drawing.alt }),
};

/** The differences in the order of the page; none when the document shows the page's pictures, all of them and in their order. */
export function compareFigures(
  format: keyof typeof DUE,
  figures: readonly ShownFigure[],
  page: Page,
): FigureDifference[] {
  const shown = figures.map(({ picture, alt }) => ({
    picture: format === "pdf" && typeof picture === "string" ? bare(picture) : picture,
    alt,
  }));
  const due = [...page.pictures.values()].map((drawing) => ({ drawing, ...DUE[format](drawing) }));
  if (shown.length === due.length)
    return due.flatMap(({ drawing, ...wanted }, at) => differenceOf(drawing.caption, shown[at], wanted) ?? []);
  const missing = due.filter((wanted) => !shown.some((each) => isSame(each, wanted)));
  const extra = shown.flatMap((each, at) => (due.some((wanted) => isSame(each, wanted)) ? [] : [at + 1]));
  const found = [
    ...missing.map(({ drawing }) => ({ label: drawing.caption, what: "数据画得出这幅图，文件里没有" })),
    ...extra.map((number) => ({ label: `第 ${number} 幅图`, what: "与数据画出来的图不同，数据里没有这幅图" })),
  ];
  const counts = { shown: `${shown.length} 幅图`, data: `${due.length} 幅图` };
  return found.length > 0 ? found : [{ label: "图", what: "图的数目与数据不同", ...counts }];
}

function imageOf(drawing: Drawing): Uint8Array | undefined {
  try {
    return rasterise(drawing);
  } catch (cause) {
    // Data out of other hands may hold signs that no font has.
    if (cause instanceof ChartTextError) return undefined;
    throw cause;
  }
}

function isSame(shown: ShownFigure, { picture, alt }: DueFigure): boolean {
  return shown.alt === alt && isSamePicture(shown.picture, picture);
}

function isSamePicture(shown: ShownFigure["picture"], due: DueFigure["picture"]): boolean {
  if (typeof shown === "string" || typeof due === "string" || due === undefined) return shown === due;
  return Buffer.compare(shown, due) === 0;
}

function differenceOf(label: string, shown: ShownFigure | undefined, due: DueFigure): FigureDifference | undefined {
  if (shown === undefined || isSame(shown, due)) return undefined;
  if (isSamePicture(shown.picture, due.picture))
    return { label, what: "图的替代文字与数据不同", ...excerpts(shown.alt ?? "", due.alt ?? "") };
  const what = "与数据画出来的图不同";
  if (typeof shown.picture !== "string" || typeof due.picture !== "string") return { label, what };
  return { label, what, ...excerpts(shown.picture, due.picture) };
}

const BEFORE = 20;
const EXCERPT = 80;

/** The two texts around the place where they part. */
function excerpts(shown: string, data: string): { readonly shown: string; readonly data: string } {
  let at = 0;
  while (at < shown.length && shown[at] === data[at]) at += 1;
  const from = Math.max(0, at - BEFORE);
  const cut = (text: string) => text.slice(from, from + EXCERPT).toWellFormed();
  return { shown: cut(shown), data: cut(data) };
}
