/** A stored day number as its cell shows it. */
import type { FormatToken } from "./format-code.ts";
import { type Numeral, partsOf } from "./numeral.ts";

const DAY_SECONDS = 86_400n;
const DAY_MS = 86_400_000;
/** 9999-12-31, the last day that Excel knows. */
const LAST_DAY = 2_958_465;
const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"] as const;

/** `undefined` for what Excel shows as #### (a negative number) and for what is not understood (names of months, parts of seconds). */
export function showDate(numeral: Numeral, section: readonly FormatToken[], from1904: boolean): string | undefined {
  if (numeral.negative || section.some(({ kind }) => kind === "digit" || kind === "general")) return undefined;
  const [whole, fraction] = partsOf(numeral);
  if (whole.length > 7) return undefined;
  const scale = 10n ** BigInt(fraction.length);
  const rounded = (BigInt(fraction === "" ? "0" : fraction) * DAY_SECONDS * 2n + scale) / (scale * 2n);
  const days = Number.parseInt(whole, 10) + (rounded === DAY_SECONDS ? 1 : 0);
  if (days > LAST_DAY) return undefined;
  const seconds = Number.parseInt((rounded % DAY_SECONDS).toString(), 10);
  const day = dayOf(days, from1904);
  const twelve = section.some((token) => token.kind === "date" && token.letters.includes("/"));
  const letters = section.map((token) => (token.kind === "date" ? token.letters : ""));
  const parts = section.map((token, at) => {
    if (token.kind === "literal") return token.text;
    if (token.kind === "point") return ".";
    if (token.kind !== "date") return "";
    const minutes = token.letters.startsWith("m") && isMinute(letters, at);
    return partOf(minutes ? token.letters.replaceAll("m", "n") : token.letters, day, seconds, twelve);
  });
  return parts.includes(undefined) ? undefined : parts.join("");
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
}

function dayOf(days: number, from1904: boolean): Day {
  // Excel counts a 29 February 1900 that never was as day 60.
  if (!from1904 && days === 60) return { year: 1900, month: 2, day: 29, weekday: 3 };
  const start = from1904 ? Date.UTC(1904, 0, 1) : days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const date = new Date(start + days * DAY_MS);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, weekday: date.getUTCDay() };
}

// The letter m stands for minutes behind an hour and before seconds.
function isMinute(letters: readonly string[], at: number): boolean {
  const before = letters.slice(0, at).findLast((each) => each !== "" && !each.includes("/"));
  const after = letters.slice(at + 1).find((each) => each !== "" && !each.includes("/"));
  return before?.startsWith("h") === true || after?.startsWith("s") === true;
}

function partOf(letters: string, day: Day, seconds: number, twelve: boolean): string | undefined {
  const padded = (value: number): string => String(value).padStart(letters.length, "0");
  const hour = Math.floor(seconds / 3600);
  switch (letters) {
    case "y":
    case "yy":
      return String(day.year % 100).padStart(2, "0");
    case "yyy":
    case "yyyy":
      return String(day.year).padStart(4, "0");
    case "m":
    case "mm":
      return padded(day.month);
    case "d":
    case "dd":
      return padded(day.day);
    case "h":
    case "hh":
      return padded(twelve ? ((hour + 11) % 12) + 1 : hour);
    case "n":
    case "nn":
      return padded(Math.floor(seconds / 60) % 60);
    case "s":
    case "ss":
      return padded(seconds % 60);
    case "aaa":
      return WEEKDAYS[day.weekday];
    case "aaaa":
      return `星期${WEEKDAYS[day.weekday] ?? ""}`;
    case "AM/PM":
      return hour < 12 ? "AM" : "PM";
    case "上午/下午":
      return hour < 12 ? "上午" : "下午";
    default:
      return undefined;
  }
}
