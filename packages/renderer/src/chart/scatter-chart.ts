import type { ScatterChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { SMALL_TEXT_SIZE, TEXT_SIZE, text, valueAxis } from "./look.ts";

const HEIGHT = 230;
/** An axis ends a little outside the farthest points, at a round figure. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const;
const TICKS = 6;

/** Hollow points, so that several in one place can be seen; each with its number where there is room. */
export function planScatter({ across, up, points }: ScatterChart): ChartPlan {
  const places = points.map((point) => [Number(point.across), Number(point.up)]);
  const axis = (name: string, at: number) => ({
    ...valueAxis(TEXT_SIZE),
    name,
    nameLocation: "middle" as const,
    nameGap: at === 0 ? 18 : 26,
    ...roundRange(places.map((place) => place[at] ?? 0)),
  });
  return {
    height: HEIGHT,
    options: {
      grid: { left: 44, right: 16, top: 12, bottom: 32 },
      xAxis: axis(across, 0),
      yAxis: axis(up, 1),
      series: [
        {
          type: "scatter",
          symbolSize: 5.5,
          itemStyle: { color: "rgba(47,93,138,0.25)", borderColor: "#1d4166", borderWidth: 0.8 },
          data: places,
          labelLayout: { hideOverlap: true },
          label: {
            ...text(SMALL_TEXT_SIZE),
            show: true,
            position: "right",
            distance: 2,
            formatter: ({ dataIndex }) => points[dataIndex]?.label ?? "",
          },
        },
      ],
    },
  };
}

function roundRange(values: readonly number[]): { min: number; max: number; interval: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const interval = STEPS.find((step) => (high - low) / step <= TICKS - 1) ?? Math.ceil((high - low) / TICKS);
  const from = Math.max(0, Math.floor(low / interval));
  const to = Math.max(from + 1, Math.ceil(high / interval));
  // 0.1 的倍数在二进制里不是整齐的数，刻度上会露出一长串。
  return { min: Number((from * interval).toFixed(1)), max: Number((to * interval).toFixed(1)), interval };
}
