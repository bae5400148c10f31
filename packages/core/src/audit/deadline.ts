/** Dates in targets and actual values: 2024年12月31日前 · 12月底前 · 2024年6月. */

/** A day of the calendar as far as it is printed; a missing year or day is 0. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Whether the work was done after the deadline; `undefined` unless both texts are nothing but a date, and both give a
 * year or neither does. Where one of them gives no day, only the months are compared.
 */
export function isLate(deadline: string, done: string): boolean | undefined {
  const [due, end] = [dayOf(deadline), dayOf(done)];
  if (due === undefined || end === undefined || (due.year === 0) !== (end.year === 0)) return undefined;
  if (end.year !== due.year) return end.year > due.year;
  if (end.month !== due.month) return end.month > due.month;
  return due.day !== 0 && end.day > due.day;
}

function dayOf(text: string): Day | undefined {
  const [, year = "0", month, day = "0"] = DATE.exec(text.replaceAll(/\s/gu, "")) ?? [];
  if (month === undefined) return undefined;
  return { year: Number.parseInt(year, 10), month: Number.parseInt(month, 10), day: Number.parseInt(day, 10) };
}

const DATE =
  /^(?:于|在)?(?:(20\d\d)[年./-])?(1[0-2]|0?[1-9])(?:月份?|[./-](?=\d))(?:(3[01]|[12]\d|0?[1-9])[日号]?)?(?:底|末)?(?:之?前|以前)?(?:完成|完工|竣工|到位)?$/u;
