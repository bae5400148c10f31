/** Which edition a form belongs to, told by its captions and money unit, never by the year alone. */
import type { CurrencyUnit } from "../values/money.ts";
import type { Edition } from "./edition.ts";
import { SH_2021 } from "./sh-2021.ts";
import { SH_2024 } from "./sh-2024.ts";

/** All editions that can be read, scored and printed, oldest first. */
export const EDITIONS: readonly Edition[] = [SH_2021, SH_2024];

/** The edition with this id, or `undefined`. */
export function findEdition(id: string): Edition | undefined {
  return EDITIONS.find((edition) => edition.id === id);
}

/** What a reader has seen of a form's frame. Texts with white space removed. */
export interface SeenFrame {
  readonly fundColumns: readonly string[];
  readonly goalCaptions: readonly string[];
  readonly indicatorColumns: readonly string[];
  readonly currencyUnit: CurrencyUnit | undefined;
}

/**
 * The edition whose captions are all there: every fund column, both goal captions, every indicator column,
 * and the money unit where one is printed. `undefined` when none or more than one fits: 未识别的版式.
 */
export function recognise(frame: SeenFrame): Edition | undefined {
  const fitting = EDITIONS.filter((edition) => fits(edition, frame));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fits(edition: Edition, frame: SeenFrame): boolean {
  const { captions } = edition;
  const has = (seen: readonly string[], wanted: readonly string[]) =>
    wanted.every((caption) => seen.includes(squeeze(caption)));
  return (
    has(frame.fundColumns.map(squeeze), Object.values(captions.fundColumns)) &&
    has(frame.goalCaptions.map(squeeze), [captions.expectedGoal, captions.actualGoal]) &&
    has(frame.indicatorColumns.map(squeeze), Object.values(captions.indicatorColumns)) &&
    (frame.currencyUnit === undefined || frame.currencyUnit === edition.currencyUnit)
  );
}

/** White space removed, brackets and colons folded to their half-width forms. */
function squeeze(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replaceAll("：", ":")
    .replaceAll("％", "%");
}
