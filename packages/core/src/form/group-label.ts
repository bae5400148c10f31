/** 一级、二级指标的标签: a name, and in some forms the points of the group: `产出指标(50分)`. */
import { type Decimal, parseDecimal } from "../values/decimal.ts";
import { remember } from "../values/remember.ts";

/** A label taken apart; what is printed is kept in the form. */
export interface GroupLabel {
  /** The name without white space and points: `产出指标`. */
  readonly name: string;
  /** The printed points, `undefined` where none are. */
  readonly points: Decimal | undefined;
}

const POINTS = /[（(]([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)分?[)）]$/u;

/** `产出 指标（50 分）` is the group 产出指标 with 50 points. Another remark in brackets is part of the name. */
export const readGroupLabel: (label: string) => GroupLabel = remember((label) => {
  const bare = label.replaceAll(/\s/gu, "");
  const printed = POINTS.exec(bare);
  if (printed === null || printed.index === 0) return { name: bare, points: undefined };
  return { name: bare.slice(0, printed.index), points: parseDecimal((printed[1] ?? "").normalize("NFKC")) };
}, 256);

/** The name of a group without its ending 指标: `产出`, `服务对象满意度`. */
export function groupStem(label: string): string {
  return readGroupLabel(label).name.replace(/指标$/u, "");
}
