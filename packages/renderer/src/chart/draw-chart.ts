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

/** Draws a chart. `name` tells it from the others of its page: lower-case letters and hyphens. */
export function drawChart(name: string, view: ChartView): Drawing {
  const { options, height } = plan(guarded(view));
  const chart = drawingLibrary().init(null, null, { renderer: "svg", ssr: true, width: CHART_WIDTH, height });
  try {
    chart.setOption({ ...options, animation: false });
    const svg = tidySvg(unguarded(chart.renderToSVGString()), { name, width: CHART_WIDTH, height, alt: view.alt });
    return { name, svg, width: CHART_WIDTH, height, alt: view.alt, caption: view.caption };
  } finally {
    chart.dispose();
  }
}

function plan(view: ChartView): ChartPlan {
  switch (view.kind) {
    case "columns":
      return planColumns(view);
    case "bars":
      return planBars(view);
    case "scatter":
      return planScatter(view);
    case "stack":
      return planStack(view);
  }
}
