/** One row of the indicator table. */
import type { Cell } from "../place/cell.ts";
import type { Score } from "../values/score.ts";
import type { Actual } from "./actual.ts";
import type { Target } from "./target.ts";

/** A third-level indicator with its two group labels, as printed. */
export interface Indicator {
  /** 一级指标, such as 产出指标. */
  readonly level1: string;
  /** 二级指标, such as 数量指标. */
  readonly level2: string;
  /** 三级指标: the indicator's own name. */
  readonly name: string;
  readonly target: Target;
  readonly actual: Actual;
  readonly weight: Cell<Score>;
  readonly score: Cell<Score>;
  /** 偏差原因分析及改进措施. */
  readonly deviationNote: string;
}
