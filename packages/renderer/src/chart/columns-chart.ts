import type { ColumnsChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { FILLINGS, TEXT_SIZE, nameAxis, text, valueAxis } from "./look.ts";

const HEIGHT = 150;
const LABEL_WIDTH = 80;

/** Upright columns, the count above each. */
export function planColumns({ columns }: ColumnsChart): ChartPlan {
  const counts = columns.map(({ count }) => Number(count));
  return {
    height: HEIGHT,
    options: {
      grid: { left: 34, right: 10, top: 18, bottom: 20 },
      xAxis: nameAxis(
        columns.map(({ label }) => label),
        TEXT_SIZE,
        LABEL_WIDTH,
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
