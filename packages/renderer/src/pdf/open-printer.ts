import { PrintFailure } from "./print-failure.ts";
import type { Printer, PrinterOptions } from "./printer.ts";

/**
 * Opens a warm browser with our fonts.
 * @throws PrintFailure `print/no-browser`, `print/cache-unusable`
 */
export async function openPrinter(_options: PrinterOptions = {}): Promise<Printer> {
  throw new PrintFailure("print/no-browser", { what: "无法打印", why: "打印尚未实现", next: "请等待下一版" });
}
