import type { BarsChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { FILLINGS, SMALL_TEXT_SIZE, TEXT_SIZE, nameAxis, text, valueAxis } from "./look.ts";

/** Room for the axis below the bars. */
const FOOT = 20;
const HEAD = 6;
const WHOLE = 100;
/** Of the width of a chart, for the names and the gap to the bars. */
const NAMES = 0.4;
/** Up to so many bars there is room for the usual size of text. */
const ROOMY = 30;

/** Lying bars, one under the other in the order of the view, the percentage behind each. */
export function planBars({ bars }: BarsChart, width: number): ChartPlan {
  const isRoomy = bars.length <= ROOMY;
  const size = isRoomy ? TEXT_SIZE : SMALL_TEXT_SIZE;
  const names = Math.round(width * NAMES);
  const lengths = bars.map(({ percent }) => (percent === null ? 0 : Math.max(0, Number(percent))));
  return {
    height: HEAD + FOOT + bars.length * (isRoomy ? 15 : 9.6),
    options: {
      grid: { left: names + 6, right: 46, top: HEAD, bottom: FOOT },
      xAxis: { ...valueAxis(size), min: 0, max: Math.max(WHOLE, ...lengths), axisLabel: percentLabel(size) },
      yAxis: {
        ...nameAxis(
          bars.map(({ label }) => label),
          size,
          names,
        ),
        inverse: true,
      },
      series: [
        {
          type: "bar",
          barWidth: "62%",
          itemStyle: FILLINGS[0],
          data: lengths,
          label: {
            ...text(size),
            show: true,
            position: "right",
            distance: 3,
            formatter: ({ dataIndex }) => bars[dataIndex]?.text ?? "",
          },
        },
      ],
    },
  };
}

function percentLabel(size: number) {
  return { ...text(size), formatter: "{value}%", showMaxLabel: true, hideOverlap: true };
}
