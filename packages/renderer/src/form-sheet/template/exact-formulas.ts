/**
 * The formulas of the fill-in workbooks. A spreadsheet computes in binary floating point, where 88.69 ÷ 100 may come out a
 * hair too low; so a quotient is only guessed by dividing, and then put right by comparing whole numbers, which are exact.
 */
import { type CurrencyUnit, type Edition, type Rounding, formatScore } from "@zipingbiao/core";

/** How a spreadsheet takes an amount apart: cents make whole 万元 and a rest of so many places. */
const PARTED = {
  万元: { whole: (cell: string) => `INT(${cell})`, size: "1", places: 6, most: "100000000" },
  元: { whole: (cell: string) => `INT(${cell}/10000)`, size: "10000", places: 2, most: "1000000000000" },
} as const satisfies Record<CurrencyUnit, unknown>;

/** Over this many times the budget nothing is computed: somebody mistook 元 for 万元. */
const MOST_TIMES = 1000;

/** The cells of a fund row, by name. */
export interface FundCells {
  readonly annualBudget: string;
  readonly annualExecution: string;
}

/** 执行率: in percent, or as a ratio where the edition prints a percent sign. Blank where an amount is blank or beyond all use. */
export function rateFormula(cells: FundCells, edition: Edition): string {
  const { annualBudget: budget, annualExecution: spent } = cells;
  const rounding = edition.rateRounding.value;
  const hundredths = quotient(spent, budget, power(2 + rounding.places), rounding, edition.currencyUnit);
  const shift = power(rounding.places + (edition.rateWithPercentSign ? 2 : 0));
  return (
    `IF(COUNT(${budget},${spent})<2,"",IF(AND(${budget}=0,${spent}=0),0,` +
    `IF(${isBeyond(cells, edition.currencyUnit)},"",(${hundredths})/${shift})))`
  );
}

/** 执行率得分: weight × exact ratio, cut once, between zero and the weight. Blank without money. */
export function executionScoreFormula(weight: string, cells: FundCells, edition: Edition): string {
  const { annualBudget: budget, annualExecution: spent } = cells;
  const rounding = edition.executionScoreRounding.value;
  const scale = `ROUND(${weight}*${power(rounding.places)},0)`;
  const points = quotient(spent, budget, scale, rounding, edition.currencyUnit);
  const isOdd = `${weight}<0,ROUND(${weight},${rounding.places})<>${weight}`;
  return (
    `IF(COUNT(${weight},${budget},${spent})<3,"",IF(OR(${isBeyond(cells, edition.currencyUnit)},${isOdd}),"",` +
    `IF(${spent}>=${budget},${weight},(${points})/${power(rounding.places)})))`
  );
}

/** A sum of amounts, blank while none of them is filled in. What lies below the last place is the noise of adding. */
export function amountSumFormula(cells: string, unit: CurrencyUnit): string {
  return sumFormula(cells, cells, PARTED[unit].places + 2);
}

/** A sum of points, blank while `needed` holds no figure. */
export function pointsSumFormula(needed: string, added: string): string {
  return sumFormula(needed, added, 6);
}

function sumFormula(needed: string, added: string, places: number): string {
  return `IF(COUNT(${needed})=0,"",ROUND(SUM(${added}),${places}))`;
}

/** 评分等级 by the bands of the edition. */
export function ratingFormula(total: string, { gradeBands }: Edition): string {
  const grades = gradeBands.reduceRight(
    (below, { label, from }) => `IF(${total}>=${plain(formatScore(from))},"${label}",${below})`,
    '""',
  );
  return `IF(ISNUMBER(${total}),${grades},"")`;
}

/** `90.00` → `90`: how a formula says it. */
export function plain(figure: string): string {
  return figure.replace(/\.?0+$/u, (zeros) => (zeros.startsWith(".") ? "" : zeros));
}

/** Whether a row's rate is not computed in the sheet: the reader does it, exactly, whatever the figures. */
function isBeyond({ annualBudget: budget, annualExecution: spent }: FundCells, unit: CurrencyUnit): string {
  const { places, most } = PARTED[unit];
  const tests = [
    `${budget}<=0`,
    `${spent}<0`,
    `MAX(${budget},${spent})>${most}`,
    `${spent}>${budget}*${MOST_TIMES}`,
    `ROUND(${budget},${places})<>${budget}`,
    `ROUND(${spent},${places})<>${spent}`,
  ];
  return `OR(${tests.join(",")})`;
}

/**
 * part ÷ whole × scale as a whole number, cut by `mode`. The guess is the nearest whole number, at most one off; what is
 * left over, `part × scale − guess × whole`, is counted in whole 万元 and in cents apart, so that no digit of it is lost.
 */
function quotient(part: string, whole: string, scale: string, { mode }: Rounding, unit: CurrencyUnit): string {
  const { size, places, ...parted } = PARTED[unit];
  const rest = (cell: string) => `ROUND(${cell}-${parted.whole(cell)}${size === "1" ? "" : `*${size}`},${places})`;
  const guess = `ROUND(${part}/${whole}*${scale},0)`;
  const times = size === "1" ? "" : `*${size}`;
  /** `twice × left over + halves × whole`, as an exact number. */
  const leftOver = (twice: string, halves: string) =>
    `((${twice}${scale}*${parted.whole(part)}-(${twice}${guess}${halves})*${parted.whole(whole)})${times}` +
    `+ROUND(${twice}${scale}*${rest(part)}-(${twice}${guess}${halves})*${rest(whole)},${places}))`;
  switch (mode) {
    case "truncate":
      return `${guess}-(${leftOver("", "")}<0)`;
    case "up":
      return `${guess}+(${leftOver("", "")}>0)`;
    case "half-up":
      return `${guess}+(${leftOver("2*", "+1")}>=0)-(${leftOver("2*", "-1")}<0)`;
  }
}

function power(places: number): string {
  return `1${"0".repeat(places)}`;
}
