/** Which cells of a table without rules are not certain, and what else they may be. */
import { INDICATOR_FIELDS, type IndicatorField } from "@zipingbiao/core";
import { plainDecimal } from "../../lines/normalise.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import { isWholeLabel, labelName, labelText, parentsOf } from "../../tables/labels.ts";
import { textOfLines } from "../set-lines.ts";
import type { Assembled, OpenRow } from "./assemble-rows.ts";
import { hundredths, pointsOf } from "./group-rows.ts";
import { BY_PLACE, cellOfLines, inParts } from "./table-region.ts";

const MAX_CANDIDATES = 6;

interface Suspicion {
  readonly reason: string;
  readonly candidates: readonly string[];
}

/** The rows as cells. `others` are ways to read the table that fit nearly as well. */
export function cellsOfRows(
  rows: readonly OpenRow[],
  others: readonly Assembled[],
  file: string,
): readonly (readonly PlacedCell[])[] {
  const labels = new Labels(rows);
  return rows.map((row, at) =>
    INDICATOR_FIELDS.map((field): PlacedCell => {
      const isFigure = field === "weight" || field === "score";
      const plain = cellOfLines(row.texts[field], file, row.anchor);
      const cell = isFigure ? inParts(plain, row.texts[field]) : plain;
      const rivals = rivalsOf(row, field).map((lines) => textOfLines(lines));
      const elsewhere = others.map((way) => textOfLines(way.rows[at]?.texts[field] ?? []));
      const different = [...rivals, ...elsewhere].filter((text) => labelText(text) !== labelText(cell.text));
      const strange = field === "level1" || field === "level2" ? labels.suspect(at, field) : undefined;
      const isFar = row.far.some((name) => name === field);
      if (different.length === 0 && strange === undefined && !isFar) return cell;
      const candidates = [...new Set([cell.text, ...different, ...(strange?.candidates ?? [])])];
      const reason = strange?.reason ?? BY_PLACE;
      return { ...cell, doubt: { reason, candidates: candidates.slice(0, MAX_CANDIDATES) } };
    }),
  );
}

function rivalsOf(row: OpenRow, field: IndicatorField): OpenRow["rivals"]["name"] {
  return field === "weight" || field === "score" ? [] : row.rivals[field];
}

/** What the words of the labels and the points that they print say against the places. */
class Labels {
  readonly #rows: readonly { readonly level1: string; readonly level2: string; readonly weight: bigint | undefined }[];

  constructor(rows: readonly OpenRow[]) {
    this.#rows = rows.map(({ texts }) => ({
      level1: labelText(textOfLines(texts.level1)),
      level2: labelText(textOfLines(texts.level2)),
      weight: hundredths(plainDecimal(textOfLines(texts.weight), false)),
    }));
  }

  suspect(at: number, field: "level1" | "level2"): Suspicion | undefined {
    const row = this.#rows[at];
    if (row === undefined) return undefined;
    const text = row[field];
    if (text !== "" && !isWholeLabel(text))
      return {
        reason: `「${text}」不像完整的一级、二级指标，可能被分到了两行或两页`,
        candidates: this.#around(at, field),
      };
    if (this.#comesBack(at, field))
      return { reason: `「${text}」隔了别的指标又出现，位置可能认错`, candidates: this.#around(at, field) };
    if (field === "level2") return undefined;
    const parents = parentsOf(row.level2);
    if (parents.length > 0 && !parents.includes(labelName(text)))
      return { reason: `「${row.level2}」通常属于「${parents.join("、")}」，不属于「${text}」`, candidates: parents };
    if (!this.#hasItsPoints(at))
      return {
        reason: `「${text}」印出的分数与所属各行的分值合计不符，位置可能认错`,
        candidates: this.#around(at, field),
      };
    return undefined;
  }

  /** The labels of the groups above and below. */
  #around(at: number, field: "level1" | "level2"): string[] {
    const own = this.#rows[at]?.[field];
    const above = this.#rows.slice(0, at).findLast((row) => row[field] !== own);
    const below = this.#rows.slice(at).find((row) => row[field] !== own);
    return [above?.[field], below?.[field]].filter((text) => text !== undefined);
  }

  /** The same group (or pair of labels) stood further up, and another one between. */
  #comesBack(at: number, field: "level1" | "level2"): boolean {
    const key = (row: { readonly level1: string; readonly level2: string } | undefined): string =>
      field === "level1" ? (row?.level1 ?? "") : `${row?.level1 ?? ""} ${row?.level2 ?? ""}`;
    const own = key(this.#rows[at]);
    const other = this.#rows.slice(0, at).findLastIndex((row) => key(row) !== own);
    return this.#rows.slice(0, Math.max(other, 0)).some((row) => key(row) === own);
  }

  #hasItsPoints(at: number): boolean {
    const text = this.#rows[at]?.level1 ?? "";
    const points = pointsOf(text);
    const own = this.#rows.filter(({ level1 }) => level1 === text).map(({ weight }) => weight);
    if (points === undefined || own.includes(undefined)) return true;
    return own.reduce<bigint>((sum, weight) => sum + (weight ?? 0n), 0n) === points;
  }
}
