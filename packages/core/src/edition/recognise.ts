/** Which edition a form belongs to, told by its captions and money unit, never by the year alone. */
import type { CurrencyUnit } from "../values/money.ts";
import { type SeenCaptions, foreignCaptions, missingCaptions } from "./caption-spellings.ts";
import { CENTRAL_2020 } from "./central-2020.ts";
import type { Edition } from "./edition.ts";
import { SH_2021 } from "./sh-2021.ts";
import { SH_2024 } from "./sh-2024.ts";

/** All editions that can be read, scored and printed. */
export const EDITIONS: readonly Edition[] = [SH_2021, SH_2024, CENTRAL_2020];

/** The edition with this id, or `undefined`. */
export function findEdition(id: string): Edition | undefined {
  return EDITIONS.find((edition) => edition.id === id);
}

/** What a reader has seen of a form's frame. Texts with white space removed. */
export interface SeenFrame extends SeenCaptions {
  readonly currencyUnit: CurrencyUnit | undefined;
}

/**
 * The edition whose captions are all there, in one of their spellings, and no other column beside them: every fund
 * column, both goal captions, every indicator column, and the money unit where one is printed. `undefined` when none
 * or more than one fits: 未识别的版式.
 */
export function recognise(frame: SeenFrame): Edition | undefined {
  const fitting = EDITIONS.filter((edition) => fits(edition, frame));
  return fitting.length === 1 ? fitting[0] : undefined;
}

function fits(edition: Edition, frame: SeenFrame): boolean {
  const missing = missingCaptions(edition, frame);
  const foreign = foreignCaptions(edition, frame);
  return (
    [missing.funds, missing.goals, missing.indicators, foreign.funds, foreign.indicators].every(
      ({ length }) => length === 0,
    ) &&
    (frame.currencyUnit === undefined || frame.currencyUnit === edition.currencyUnit)
  );
}
