import type { ColumnsChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { FILLINGS, TEXT_SIZE, nameAxis, text, valueAxis } from "./look.ts";

const HEIGHT = 150;
/** Beside the columns. */
const LEFT = 34;
const RIGHT = 10;
const MOST_LABEL_WIDTH = 80;

/** Upright columns, the count above each. */
export function planColumns({ columns }: ColumnsChart, width: number): ChartPlan {
  const room = (width - LEFT - RIGHT) / Math.max(1, columns.length);
  const counts = columns.map(({ count }) => Number(count));
  return {
    height: HEIGHT,
    options: {
      grid: { left: LEFT, right: RIGHT, top: 18, bottom: 20 },
      xAxis: nameAxis(
        columns.map(({ label }) => label),
        TEXT_SIZE,
        Math.min(MOST_LABEL_WIDTH, room),
      ),
      yAxis: { ...valueAxis(TEXT_SIZE), minInterval: 1, min: 0 },
      series: [
        {
          type: "bar",
          barMaxWidth: 46,
          itemStyle: FILLINGS[0],
          data: counts,
          label: {
            ...text(TEXT_SIZE),
            show: true,
            position: "top",
            distance: 3,
            formatter: ({ dataIndex }) => columns[dataIndex]?.count ?? "",
          },
        },
      ],
    },
  };
}
