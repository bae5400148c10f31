/** All spellings of an edition's captions, the printed one first. */
import {
  FUND_COLUMNS,
  type FundColumn,
  type FundRow,
  INDICATOR_FIELDS,
  type IndicatorField,
} from "../place/form-path.ts";
import type { Edition } from "./edition.ts";

export function fundColumnSpellings({ captions, spellings }: Edition, column: FundColumn): readonly string[] {
  return [captions.fundColumns[column], ...(spellings?.fundColumns?.[column] ?? [])];
}

export function fundRowSpellings({ captions, spellings }: Edition, row: FundRow): readonly string[] {
  return [captions.fundRows[row], ...(spellings?.fundRows?.[row] ?? [])];
}

export function indicatorColumnSpellings({ captions, spellings }: Edition, field: IndicatorField): readonly string[] {
  return [captions.indicatorColumns[field], ...(spellings?.indicatorColumns?.[field] ?? [])];
}

export function notesSpellings({ captions, spellings }: Edition): readonly string[] {
  return [captions.notes, ...(spellings?.notes ?? [])];
}

/** White space removed, brackets, colons and percent signs folded to their half-width forms: captions compare so. */
function squeezeCaption(text: string): string {
  return text
    .replaceAll(/\s/gu, "")
    .replaceAll("（", "(")
    .replaceAll("）", ")")
    .replaceAll("：", ":")
    .replaceAll("／", "/")
    .replaceAll("％", "%");
}

/** A head's captions, folded, that an edition has and the head has not. */
export interface MissingCaptions {
  readonly funds: readonly string[];
  readonly goals: readonly string[];
  readonly indicators: readonly string[];
}

/** What a reader has seen of a form's heads. */
export interface SeenCaptions {
  readonly fundColumns: readonly string[];
  readonly goalCaptions: readonly string[];
  readonly indicatorColumns: readonly string[];
}

export function missingCaptions(edition: Edition, seen: SeenCaptions): MissingCaptions {
  const { captions } = edition;
  const lacks = (row: readonly string[], wanted: readonly (readonly string[])[]): string[] => {
    const printed = new Set(row.map(squeezeCaption));
    return wanted.flatMap((spellings) =>
      spellings.some((spelling) => printed.has(squeezeCaption(spelling))) ? [] : spellings.slice(0, 1),
    );
  };
  return {
    funds: lacks(
      seen.fundColumns,
      FUND_COLUMNS.map((column) => fundColumnSpellings(edition, column)),
    ),
    goals: lacks(seen.goalCaptions, [[captions.expectedGoal], [captions.actualGoal]]),
    indicators: lacks(
      seen.indicatorColumns,
      INDICATOR_FIELDS.map((field) => indicatorColumnSpellings(edition, field)),
    ),
  };
}

/** Captions of a head that the edition has no column for, and those that stand there twice: every cell behind would be shifted. */
export function foreignCaptions(edition: Edition, seen: SeenCaptions): Pick<MissingCaptions, "funds" | "indicators"> {
  const { captions } = edition;
  const foreign = (row: readonly string[], known: readonly string[]): string[] => {
    const names = new Set(known.map(squeezeCaption));
    const printed = row.map(squeezeCaption);
    return printed.filter((caption, at) => !names.has(caption) || printed.indexOf(caption) !== at);
  };
  return {
    funds: foreign(
      seen.fundColumns.filter((caption) => !isFundsCaption(caption)),
      FUND_COLUMNS.flatMap((column) => fundColumnSpellings(edition, column)),
    ),
    indicators: foreign(seen.indicatorColumns, [
      ...INDICATOR_FIELDS.flatMap((field) => indicatorColumnSpellings(edition, field)),
      ...(captions.indicatorBlock === undefined ? [] : [captions.indicatorBlock]),
    ]),
  };
}

// 项目资金（万元）stands in the first cell of the head; a wrapped one may come in two.
function isFundsCaption(caption: string): boolean {
  return /^(?:项目资金)?(?:\((?:万?元)\))?$/u.test(squeezeCaption(caption));
}
