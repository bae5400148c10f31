import type { BarSeriesOption, ScatterSeriesOption } from "echarts/charts";
import type { GridComponentOption, LegendComponentOption } from "echarts/components";
import type { ComposeOption } from "echarts/core";

/** What ECharts is asked to draw. */
export type ChartOptions = ComposeOption<
  BarSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption
>;

/** A chart before it is drawn. */
export interface ChartPlan {
  /** Points. */
  readonly height: number;
  readonly options: ChartOptions;
}
