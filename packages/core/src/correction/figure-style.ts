/** How many decimals a derived figure is printed with: those of the edition, unless the form leaves out closing zeros. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { textOf } from "../place/cell.ts";
import type { FormPath } from "../place/form-path.ts";

/**
 * `due` is the edition's text. Closing zeros are left out (`96.90` → `96.9`, `95.00` → `95`) where the cell did so
 * before (`printed`, `""` when blank), or where all points of the form do.
 */
export function inFormsStyle(due: string, printed: string, formLeavesOut: boolean): string {
  const cellLeavesOut = printed !== "" && placesOf(printed) < placesOf(due);
  return formLeavesOut || cellLeavesOut ? due.replace(/(\.\d*?)0+$/u, "$1").replace(/\.$/u, "") : due;
}

/** Whether a place holds points, as against money and rates. */
export function isPoints(at: FormPath): boolean {
  return /(?:^|\.)(?:weight|score)$|^total(?:Weight|Score)$/u.test(at);
}

/** Whether the form prints its points without closing zeros: some of them have fewer decimals, none ends in a zero. */
export function leavesOutZeros({ funds, indicators, totalWeight, totalScore }: SelfEvaluationForm): boolean {
  const cells = [funds.total, ...indicators].flatMap(({ weight, score }) => [weight, score]);
  const texts = [...cells, totalWeight, totalScore].map(textOf).filter((text) => text !== "");
  const most = Math.max(0, ...texts.map(placesOf));
  return texts.some((text) => placesOf(text) < most) && !texts.some((text) => /\.\d*0$/u.test(text));
}

function placesOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}
