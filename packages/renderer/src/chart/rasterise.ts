/** Drawing → PNG, for Word. */
import { createRequire } from "node:module";
import type * as Drawer from "@resvg/resvg-js";
import { type ChartFont, chartFonts, nameFonts } from "./chart-fonts.ts";
import type { Drawing } from "./drawing.ts";
import { CHART_FAMILIES } from "./look.ts";
import { withPlainFiles } from "./plain-fonts.ts";

/** Dots to a point: 216 to the inch, which prints cleanly and keeps a page of bars below 200 kB. */
const SCALE = 3;

const require = createRequire(import.meta.url);

/** The same drawing, the same bytes. @throws ChartTextError for a character that no font has; PlainFontsNeeded */
export function rasterise(drawing: Drawing, fonts: readonly ChartFont[] = chartFonts()): Uint8Array {
  const { svg, used } = nameFonts(drawing.svg, CHART_FAMILIES, fonts);
  // A native program, loaded with the first picture.
  const { Resvg } = require("@resvg/resvg-js") as typeof Drawer;
  return withPlainFiles(used, (fontFiles) =>
    new Resvg(svg, {
      background: "#ffffff",
      // The picture's own size is in points, which the program would take for 4/3 of a dot.
      fitTo: { mode: "width", value: Math.round(drawing.width * SCALE) },
      font: { loadSystemFonts: false, fontFiles, defaultFontFamily: used[0]?.family ?? "" },
      logLevel: "error",
    })
      .render()
      .asPng(),
  );
}
