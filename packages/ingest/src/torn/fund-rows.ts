/** The fund rows of a text layer: labels that may be torn, then six figures. */
import { FUND_ROWS, type Edition, type FundRow, parseDecimal } from "@zipingbiao/core";
import { fold, isBlank, plainDecimal } from "../lines/normalise.ts";
import type { Doubt, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { fundRowOf } from "../tables/read-fund-table.ts";
import { cellOf, knownCell, rowOf, rowsByLine } from "./cells.ts";
import type { Token } from "./token.ts";

const COLUMNS = 6;
const [WEIGHT, RATE, SCORE] = [3, 4, 5] as const;

interface FundLine {
  readonly name: FundRow;
  readonly label: Token[];
  readonly values: Token[];
}

/**
 *     年度资金总额： 0.00 308.00 306.75 10.00 99.59 9.96
 *     其中：当年财政
 *     拨款
 *     0.00 308.00 306.75 - 99.59 -
 */
export function fundRows(tokens: readonly Token[], edition: Edition, file: string): PlacedRow[] {
  const { lines, strays } = partLines(tokens, edition);
  const rows = lines.map((line) => {
    const at = line.label[0]?.line ?? 1;
    const cells = figureCells(line, file, at);
    return rowOf(knownCell("", file, at), knownCell(edition.captions.fundRows[line.name], file, at), ...cells);
  });
  const crowded = lines
    .filter(({ values }) => joinTornFigures(values).length > COLUMNS)
    .flatMap(({ values }) => values);
  return [...rows, ...rowsByLine(strays, file), ...rowsByLine(crowded, file)];
}

function partLines(tokens: readonly Token[], edition: Edition): { lines: FundLine[]; strays: Token[] } {
  const lines: FundLine[] = [];
  const strays: Token[] = [];
  let label: Token[] = [];
  for (const token of tokens) {
    const current = lines.at(-1);
    if (isValue(token.text)) {
      const name = fundRowOf(label.map(({ text }) => text).join(""), edition);
      if (name !== undefined && !lines.some((line) => line.name === name)) lines.push({ name, label, values: [token] });
      else if (current !== undefined && isRest(label)) current.values.push(token);
      else strays.push(...label, token);
      label = [];
    } else label.push(token);
  }
  if (!isRest(label)) strays.push(...label);
  const all = FUND_ROWS.length;
  return { lines: lines.slice(0, all), strays };
}

// What is not Chinese is a value, so that a broken figure (#DIV/0!) does not become part of a label.
function isValue(text: string): boolean {
  return isBlank(text) || !/\p{Script=Han}|[:：]$/u.test(text);
}

// The rest of a torn label may stand behind the figures of its row.
function isRest(label: readonly Token[]): boolean {
  return /^(?:拨款|财政拨款|资金|总额|金额)?:?$/u.test(fold(label.map(({ text }) => text).join("")));
}

function figureCells(line: FundLine, file: string, at: number): PlacedCell[] {
  const values = joinTornFigures(line.values);
  if (values.length === COLUMNS) return values.map((value) => cellOf([value], file, at));
  if (values.length > COLUMNS) {
    const printed = values.map(({ text }) => text).join(" ");
    const doubt: Doubt = {
      reason: `这一行有 ${values.length} 个数，栏目只有 ${COLUMNS} 个，无法对应：${printed.slice(0, 80)}`,
      candidates: [],
    };
    return [...Array(COLUMNS).keys()].map(() => cellOf([], file, at, doubt));
  }
  return placeFewer(values, line.name, file, at);
}

/** `180,505,00` / `0.00`: a narrow cell breaks an amount; alone it is no figure, together it is one. */
function joinTornFigures(values: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const value of values) {
    const last = joined.at(-1);
    const isTorn =
      last !== undefined && value.first && !isBlank(last.text) && plainDecimal(last.text, true) === undefined;
    if (last !== undefined && isTorn && plainDecimal(last.text + value.text, true) !== undefined) {
      joined[joined.length - 1] = { ...last, text: last.text + value.text };
    } else joined.push(value);
  }
  return joined;
}

/**
 * Fewer figures than columns: which cell is blank is not printed. Every placing that keeps the order is weighed by what
 * the columns hold (a dash for the weight of a part, a rate that is execution ÷ budget); all that weigh the same are named.
 */
function placeFewer(values: readonly Token[], name: FundRow, file: string, at: number): PlacedCell[] {
  const placings = placingsOf(values.length).map((places) => ({ places, weight: weigh(values, places, name) }));
  const best = Math.max(...placings.map(({ weight }) => weight));
  const likely = placings.filter(({ weight }) => weight > best - 1);
  const chosen = placings.find(({ weight }) => weight === best)?.places ?? [];
  return [...Array(COLUMNS).keys()].map((column) => {
    const textIn = (places: readonly number[]): string => values[places.indexOf(column)]?.text ?? "";
    const token = values[chosen.indexOf(column)];
    const candidates = [...new Set([textIn(chosen), ...likely.map(({ places }) => textIn(places))])];
    if (candidates.length < 2) return cellOf(token === undefined ? [] : [token], file, at);
    const reason = `这一行只印了 ${values.length} 个数，栏目有 ${COLUMNS} 个，哪一格空白无从得知`;
    return cellOf(token === undefined ? [] : [token], file, at, {
      reason,
      candidates: candidates.map((text) => plainDecimal(text, true) ?? ""),
    });
  });
}

function placingsOf(count: number): number[][] {
  const all: number[][] = [];
  const extend = (places: number[], from: number): void => {
    if (places.length === count) {
      all.push(places);
      return;
    }
    for (let column = from; column < COLUMNS; column += 1) extend([...places, column], column + 1);
  };
  extend([], 0);
  return all;
}

function weigh(values: readonly Token[], places: readonly number[], name: FundRow): number {
  const at = (column: number): string | undefined => values[places.indexOf(column)]?.text;
  let weight = 0;
  for (const column of [WEIGHT, SCORE]) {
    const text = at(column);
    if (text !== undefined) weight += isBlank(text) === (name !== "total") ? 2 : -2;
  }
  for (const column of [0, 1, 2, RATE]) {
    const text = at(column);
    if (text !== undefined && isBlank(text)) weight -= 0.2;
    if (text?.endsWith("%") === true) weight += column === RATE ? 2 : -4;
  }
  return weight + (rateAgrees(at(1), at(2), at(RATE)) ? 2 : 0);
}

function rateAgrees(budget: string | undefined, execution: string | undefined, rate: string | undefined): boolean {
  const [whole, part, percent] = [budget, execution, rate].map((text) =>
    parseDecimal(plainDecimal(text ?? "", true) ?? ""),
  );
  if (whole === undefined || part === undefined || percent === undefined || whole.isZero()) return false;
  return part.div(whole).times(100).minus(percent).abs().lessThan("0.011");
}
