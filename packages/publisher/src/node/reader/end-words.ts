/** What is said of a file whose reading was ended. */
import type { Trouble } from "../../trouble.ts";
import type { ReadProgress } from "./messages.ts";
import type { ReadEnd } from "./reader-child.ts";

const NEXT =
  "请核对文件从哪里来、能否正常打开；确是正常的表，请拆成几份，或在 Excel、WPS 里另存为 .xlsx 后再读。其余文件不受影响";

/** The trouble of a file; `reached` is the last place that reading had come to. */
export function endedReading(file: string, end: ReadEnd, reached: ReadProgress | undefined): Trouble {
  const place = placeOf(reached);
  const page = reached?.unit === "page" && reached.at !== undefined ? { page: reached.at } : {};
  const told = { file, ...page };
  if ("figure" in end) {
    const isMemory = end.cause === "memory";
    const why = isMemory
      ? `占用的内存超过上限（${Math.floor(end.figure / 1024 / 1024)} MiB），内容可能损坏，或是有意撑大的`
      : `用了 ${Math.round(end.figure / 1000)} 秒还没有读完，内容可能损坏，或是有意拖延的`;
    const what = `${isMemory ? "内存" : "时间"}超过上限，没有读取`;
    return { code: `read/${end.cause}`, ...told, what, why: `${place}，${why}`, next: NEXT };
  }
  const why = `${place}，读取的进程${end.cause === "bug" ? "出错" : "意外结束"}（${end.how}）`;
  const next = "请核对文件能否正常打开；能打开的，请把文件和这条提示报告给维护者。其余文件不受影响";
  return { code: "read/crashed", ...told, what: "程序出错，没有读取", why, next };
}

const UNITS = { page: "页", form: "份表", sheet: "张工作表" } as const;

function placeOf(reached: ReadProgress | undefined): string {
  if (reached === undefined) return "刚打开文件";
  if (reached.unit === "compare") return "文字与所带的数据核对时";
  return `读到第 ${reached.at ?? 1} ${UNITS[reached.unit]}（共 ${reached.of ?? 1} ${UNITS[reached.unit]}）`;
}
