import type { ScatterChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { SMALL_TEXT_SIZE, TEXT_SIZE, text, valueAxis } from "./look.ts";

const HEIGHT = 230;
/** An axis ends a little outside the farthest points, at a round figure. */
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50, 100, 200, 500] as const;
const TICKS = 6;

/** Points nearer to each other than this part of an axis lie over one another: some three points of the drawing. */
const CELLS = { across: 120, up: 60 };

/** Hollow points, so that several in one place can be seen; each with its number where there is room. */
export function planScatter({ across, up, points, isThinned }: ScatterChart): ChartPlan {
  const places = points.map(({ label, across: x, up: y }): Place => ({ label, at: [Number(x), Number(y)] }));
  const ranges = [roundRange(places.map(({ at }) => at[0])), roundRange(places.map(({ at }) => at[1]))] as const;
  const axis = (name: string, at: 0 | 1) => ({
    ...valueAxis(TEXT_SIZE),
    name,
    nameLocation: "middle" as const,
    nameGap: at === 0 ? 18 : 26,
    ...ranges[at],
  });
  const drawn = isThinned ? apart(places, ranges) : places;
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
          data: drawn.map(({ at }) => [...at]),
          labelLayout: { hideOverlap: true },
          label: {
            ...text(SMALL_TEXT_SIZE),
            show: true,
            position: "right",
            distance: 2,
            formatter: ({ dataIndex }) => drawn[dataIndex]?.label ?? "",
          },
        },
      ],
    },
  };
}

interface Place {
  readonly label: string;
  readonly at: readonly [across: number, up: number];
}

interface Range {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** The first of the places that share a cell of the drawing. */
function apart(places: readonly Place[], [across, up]: readonly [Range, Range]): readonly Place[] {
  const cell = (value: number, { min, max }: Range, cells: number) => Math.round(((value - min) / (max - min)) * cells);
  const taken = new Map<string, Place>();
  for (const place of places) {
    const [x, y] = place.at;
    const key = `${cell(x, across, CELLS.across)} ${cell(y, up, CELLS.up)}`;
    if (!taken.has(key)) taken.set(key, place);
  }
  return [...taken.values()];
}

function roundRange(values: readonly number[]): Range {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const interval = STEPS.find((step) => (high - low) / step <= TICKS - 1) ?? Math.ceil((high - low) / TICKS);
  const from = Math.max(0, Math.floor(low / interval));
  const to = Math.max(from + 1, Math.ceil(high / interval));
  // 0.1 的倍数在二进制里不是整齐的数，刻度上会露出一长串。
  return { min: Number((from * interval).toFixed(1)), max: Number((to * interval).toFixed(1)), interval };
}
