/**
 * ECharts, loaded when the first chart is drawn: its hundreds of files take half a second, and most commands draw none.
 * Loaded at once, not awaited, because laying out a page is no matter of waiting.
 */
import { createRequire } from "node:module";
import type * as Charts from "echarts/charts";
import type * as Components from "echarts/components";
import type * as Core from "echarts/core";
import type * as Features from "echarts/features";
import type * as Renderers from "echarts/renderers";

const require = createRequire(import.meta.url);
let library: typeof Core | undefined;

/** The library with the parts that our charts need. */
export function drawingLibrary(): typeof Core {
  if (library !== undefined) return library;
  const core = require("echarts/core") as typeof Core;
  const { BarChart, ScatterChart } = require("echarts/charts") as typeof Charts;
  const { AriaComponent, GridComponent, LegendComponent } = require("echarts/components") as typeof Components;
  const { LabelLayout } = require("echarts/features") as typeof Features;
  const { SVGRenderer } = require("echarts/renderers") as typeof Renderers;
  // Fillings with patterns belong to the library's part for accessibility.
  core.use([AriaComponent, BarChart, GridComponent, LabelLayout, LegendComponent, ScatterChart, SVGRenderer]);
  library = core;
  return core;
}
