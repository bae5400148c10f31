/**
 * Evaluates the formulas that we write, for tests: numbers, texts, comparison, arithmetic and the few functions that we use.
 * How numbers are rounded and cut is handed in, because programs differ in what they make of a hair's breadth.
 */

export type Value = number | string | boolean;

/** The places where programs put their thumb on the scale. */
export interface Arithmetic {
  readonly subtract: (a: number, b: number) => number;
  readonly whole: (value: number) => number;
  readonly round: (value: number, places: number) => number;
}

/** IEEE 754 and nothing else; rounding as people first write it. */
export const BARE: Arithmetic = {
  subtract: (a, b) => a - b,
  whole: Math.floor,
  round: (value, places) => Math.round(value * 10 ** places) / 10 ** places,
};

const digits15 = (value: number): number => Number(value.toPrecision(15));

/** Fifteen digits, as Excel shows numbers: a difference that is a hair's breadth is none, and 2.9999999999999996 is 3. */
export const FIFTEEN_DIGITS: Arithmetic = {
  subtract: (a, b) => (digits15(a) === digits15(b) ? 0 : a - b),
  whole: (value) => Math.floor(digits15(value)),
  round: (value, places) => Math.round(digits15(value * 10 ** places)) / 10 ** places,
};

type Cells = Readonly<Record<string, Value>>;
type Expression = (cells: Cells, arithmetic: Arithmetic) => Value;

const TOKEN = /\s*("(?:[^"]|"")*"|\d+(?:\.\d+)?|[A-Z]+(?=\()|[A-Z]+\d+|<=|>=|<>|[-+*/&=<>(),])/y;

/** The formula, without its `=`, as a function of the cells. Throws for anything that we do not write. */
export function compileFormula(formula: string): Expression {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < formula.length) {
    const from = TOKEN.lastIndex;
    const [, token] = TOKEN.exec(formula) ?? [];
    if (token === undefined) throw new Error(`not understood: ${formula.slice(from, from + 20)}`);
    tokens.push(token);
  }
  const left = { tokens, at: 0 };
  const expression = comparison(left);
  if (left.at < tokens.length) throw new Error(`not understood: ${tokens.slice(left.at).join(" ")}`);
  return expression;
}

interface Left {
  readonly tokens: readonly string[];
  at: number;
}

function take(left: Left, ...wanted: readonly string[]): string | undefined {
  const token = left.tokens[left.at];
  if (token === undefined || !wanted.includes(token)) return undefined;
  left.at += 1;
  return token;
}

function comparison(left: Left): Expression {
  const first = sum(left);
  const sign = take(left, "=", "<>", "<", ">", "<=", ">=");
  if (sign === undefined) return first;
  const second = sum(left);
  return (cells, arithmetic) => compare(sign, first(cells, arithmetic), second(cells, arithmetic));
}

function compare(sign: string, a: Value, b: Value): boolean {
  const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
  return (
    { "=": order === 0, "<>": order !== 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0 }[sign] ??
    false
  );
}

function sum(left: Left): Expression {
  let expression = product(left);
  for (let sign = take(left, "+", "-"); sign !== undefined; sign = take(left, "+", "-")) {
    const [first, second, isPlus] = [expression, product(left), sign === "+"];
    expression = (cells, arithmetic) => {
      const [a, b] = [numeric(first(cells, arithmetic)), numeric(second(cells, arithmetic))];
      return isPlus ? a + b : arithmetic.subtract(a, b);
    };
  }
  return expression;
}

function product(left: Left): Expression {
  let expression = atom(left);
  for (let sign = take(left, "*", "/"); sign !== undefined; sign = take(left, "*", "/")) {
    const [first, second, isTimes] = [expression, atom(left), sign === "*"];
    expression = (cells, arithmetic) => {
      const [a, b] = [numeric(first(cells, arithmetic)), numeric(second(cells, arithmetic))];
      if (!isTimes && b === 0) throw new Error("#DIV/0!");
      return isTimes ? a * b : a / b;
    };
  }
  return expression;
}

function atom(left: Left): Expression {
  const token = left.tokens[left.at] ?? "";
  left.at += 1;
  if (token === "(") {
    const inner = comparison(left);
    if (take(left, ")") === undefined) throw new Error("not closed");
    return inner;
  }
  if (token.startsWith('"')) return () => token.slice(1, -1).replaceAll('""', '"');
  if (/^\d/u.test(token)) return () => Number(token);
  if (/^[A-Z]+\d+$/u.test(token)) return (cells) => cells[token] ?? "";
  return call(token, left);
}

function call(name: string, left: Left): Expression {
  if (take(left, "(") === undefined) throw new Error(`not understood: ${name}`);
  const given: Expression[] = [];
  do given.push(comparison(left));
  while (take(left, ",") !== undefined);
  if (take(left, ")") === undefined) throw new Error(`${name} is not closed`);
  const [first = () => "", second = () => "", third = () => ""] = given;
  if (name === "IF") return (cells, as) => (isTrue(first(cells, as)) ? second(cells, as) : third(cells, as));
  return (cells, as) => {
    const values = given.map((each) => each(cells, as));
    const numbers = values.filter((value) => typeof value === "number");
    switch (name) {
      case "COUNT":
        return numbers.length;
      case "SUM":
        return numbers.reduce((total, value) => total + value, 0);
      case "MAX":
        return Math.max(...numbers);
      case "AND":
        return values.every(isTrue);
      case "OR":
        return values.some(isTrue);
      case "ISNUMBER":
        return typeof values[0] === "number";
      case "INT":
        return as.whole(numeric(values[0] ?? 0));
      case "ROUND":
        return as.round(numeric(values[0] ?? 0), numeric(values[1] ?? 0));
      default:
        throw new Error(`no function ${name}`);
    }
  };
}

function isTrue(value: Value): boolean {
  return typeof value === "string" ? false : Boolean(value);
}

function numeric(value: Value): number {
  if (typeof value === "string") throw new Error(`#VALUE! ${value}`);
  return Number(value);
}
