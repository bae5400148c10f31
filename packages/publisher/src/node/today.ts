/** The day of a run: of `SOURCE_DATE_EPOCH`, where the environment gives it, so that a run can be repeated to the byte; else of the machine. */
import { Failure } from "../trouble.ts";

/** Seconds up to the end of the year 9999. */
const EPOCH = /^\d{1,12}$/u;
const LAST_SECOND = 253_402_300_799;

/** `YYYY-MM-DD`: in UTC for `SOURCE_DATE_EPOCH` (whole seconds since 1970), in the machine's time zone for `now`. */
export function today(environment: Readonly<Record<string, string | undefined>>, now: Date): string {
  const given = environment["SOURCE_DATE_EPOCH"] ?? "";
  if (given === "") return localDay(now);
  const seconds = Number.parseInt(given, 10);
  if (!EPOCH.test(given) || seconds > LAST_SECOND) {
    throw new Failure({
      code: "environment/date",
      what: "环境变量 SOURCE_DATE_EPOCH 不是日期",
      why: `值为「${given}」，应为 1970 年以来的整秒数`,
      next: "请改正或取消这个环境变量，或用 --date 写明日期",
    });
  }
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

function localDay(now: Date): string {
  const twoDigits = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
