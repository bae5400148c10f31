import type { StackChart } from "../view/chart-view.ts";
import type { ChartPlan } from "./chart-plan.ts";
import { FILLINGS, TEXT_SIZE, nameAxis, text, valueAxis } from "./look.ts";

const ROW = 17;
const HEAD = 22;
const FOOT = 20;
const NAMES = 96;

/** Lying bars of several parts; their counts stand behind each bar, where the smallest part can be read too. */
export function planStack({ parts, groups }: StackChart): ChartPlan {
  return {
    height: HEAD + FOOT + groups.length * ROW,
    options: {
      grid: { left: NAMES + 6, right: 66, top: HEAD, bottom: FOOT },
      legend: {
        data: [...parts],
        top: 0,
        left: NAMES + 6,
        itemWidth: 16,
        itemHeight: 8,
        icon: "rect",
        textStyle: text(TEXT_SIZE),
        selectedMode: false,
      },
      xAxis: { ...valueAxis(TEXT_SIZE), min: 0, minInterval: 1 },
      yAxis: {
        ...nameAxis(
          groups.map(({ label }) => label),
          TEXT_SIZE,
          NAMES,
        ),
        inverse: true,
      },
      series: parts.map((name, at) => ({
        type: "bar",
        name,
        stack: "whole",
        barWidth: "58%",
        itemStyle: { ...FILLINGS[at] },
        data: groups.map(({ counts }) => Number(counts[at])),
        ...(at === parts.length - 1 ? { label: behindBar(groups) } : {}),
      })),
    },
  };
}

function behindBar(groups: StackChart["groups"]) {
  return {
    ...text(TEXT_SIZE),
    show: true,
    position: "right" as const,
    distance: 4,
    formatter: ({ dataIndex }: { readonly dataIndex: number }) => groups[dataIndex]?.text ?? "",
  };
}
