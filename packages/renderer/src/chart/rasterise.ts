/** Drawing → PNG, for Word. */
import { Resvg } from "@resvg/resvg-js";
import { type ChartFont, chartFonts, nameFonts } from "./chart-fonts.ts";
import type { Drawing } from "./drawing.ts";
import { CHART_FAMILIES } from "./look.ts";

/** Dots to a point: 216 to the inch, which prints cleanly and keeps a page of bars below 200 kB. */
const SCALE = 3;

/** The same drawing, the same bytes. @throws ChartTextError for a character that no font has */
export function rasterise(drawing: Drawing, fonts: readonly ChartFont[] = chartFonts()): Uint8Array {
  const resvg = new Resvg(nameFonts(drawing.svg, CHART_FAMILIES, fonts), {
    background: "#ffffff",
    // The picture's own size is in points, which the program would take for 4/3 of a dot.
    fitTo: { mode: "width", value: Math.round(drawing.width * SCALE) },
    font: {
      loadSystemFonts: false,
      fontFiles: fonts.map(({ path }) => path),
      defaultFontFamily: fonts[0]?.family ?? "",
    },
    logLevel: "error",
  });
  return resvg.render().asPng();
}
