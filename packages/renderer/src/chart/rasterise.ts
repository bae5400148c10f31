/** Drawing → PNG, for Word. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { unpackWoff } from "../fonts/unpack-woff.ts";
import { type ChartFont, chartFonts, nameFonts } from "./chart-fonts.ts";
import type { Drawing } from "./drawing.ts";
import { CHART_FAMILIES } from "./look.ts";

/** Dots to a point: 216 to the inch, which prints cleanly and keeps a page of bars below 200 kB. */
const SCALE = 3;

/** The same drawing, the same bytes. @throws ChartTextError for a character that no font has */
export function rasterise(drawing: Drawing, fonts: readonly ChartFont[] = chartFonts()): Uint8Array {
  const { svg, used } = nameFonts(drawing.svg, CHART_FAMILIES, fonts);
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

/** The drawing program takes fonts by their paths and knows no WOFF; one is unpacked for as long as it draws. */
function withPlainFiles<T>(fonts: readonly ChartFont[], draw: (paths: string[]) => T): T {
  const packed = fonts.filter(({ path }) => path.endsWith(".woff"));
  if (packed.length === 0) return draw(fonts.map(({ path }) => path));
  const folder = mkdtempSync(join(tmpdir(), "zpb-chart-"));
  try {
    const plain = packed.map(({ path }, at) => {
      const file = join(folder, `${at}.ttf`);
      writeFileSync(file, unpackWoff(readFileSync(path)), { mode: 0o600 });
      return file;
    });
    return draw([...fonts.filter((font) => !packed.includes(font)).map(({ path }) => path), ...plain]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
