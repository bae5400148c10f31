/** ChartView → Drawing. */
import type { ChartView } from "../view/chart-view.ts";
import { planBars } from "./bars-chart.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { planColumns } from "./columns-chart.ts";
import { drawingLibrary } from "./drawing-library.ts";
import type { Drawing } from "./drawing.ts";
import { CHART_WIDTH } from "./look.ts";
import { planScatter } from "./scatter-chart.ts";
import { planStack } from "./stack-chart.ts";
import { guarded, unguarded } from "./guard-names.ts";
import { tidySvg } from "./tidy-svg.ts";

/** Draws a chart. `name` tells it from the others of its page: lower-case letters and hyphens; `width` in points. */
export function drawChart(name: string, view: ChartView, width: number = CHART_WIDTH): Drawing {
  const { options, height } = plan(guarded(view), width);
  const chart = drawingLibrary().init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ ...options, animation: false });
    const svg = tidySvg(unguarded(chart.renderToSVGString()), { name, width, height, alt: view.alt });
    return { name, svg, width, height, alt: view.alt, caption: view.caption };
  } finally {
    chart.dispose();
  }
}

function plan(view: ChartView, width: number): ChartPlan {
  switch (view.kind) {
    case "columns":
      return planColumns(view, width);
    case "bars":
      return planBars(view, width);
    case "scatter":
      return planScatter(view);
    case "stack":
      return planStack(view);
  }
}
