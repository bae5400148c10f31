import { FontShelf } from "../fonts/font-shelf.ts";
import { BrowserPool } from "./browser-pool.ts";
import { unpackBundledBrowser } from "./bundled-browser.ts";
import { type CacheFolder, openCacheFolder } from "../cache/cache-folder.ts";
import type { PrinterFonts } from "./choose-faces.ts";
import { type FoundBrowser, findBrowser } from "./find-browser.ts";
import { FontNotices } from "./font-notices.ts";
import { complaintsOf, gatherFonts } from "./gather-fonts.ts";
import { PrintFailure } from "./print-failure.ts";
import { abortFailure, closedFailure } from "./print-failures.ts";
import { ShelfLetters } from "./typeset/faces/shelf-letters.ts";
import { typesetFeet } from "./typeset/typeset-page.ts";
import { type BookPress, printBook } from "./join/print-book.ts";
import { printPage } from "./print-page.ts";
import type { Printer, PrinterEvent, PrinterOptions } from "./printer.ts";
import type { StartBrowser } from "./browser-port.ts";
import { setPart } from "./set-part.ts";
import { browserStarter } from "./start-browser.ts";

/**
 * Opens a printer with our fonts. Its browser starts when a page first needs it.
 * @throws PrintFailure `print/no-browser` for one that was asked for and is not there, `print/no-fonts`, `print/disk-full`
 */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer> {
  const report = options.report ?? (() => {});
  const find = () => findBrowser(options.browserPath);
  // Without any browser all but pages with pictures can be made; one that was asked for by name must be there.
  if (options.browserPath !== undefined || (process.env["ZPB_BROWSER"] ?? "") !== "") find();
  const cache = await openCacheFolder(options.cacheDir);
  if (cache.trouble !== undefined) {
    report({ level: "warning", code: "cache-private", message: `缓存不可用，改用临时文件夹：${cache.trouble}` });
  }
  let pool: BrowserPool | undefined;
  try {
    const fonts = await prepareFonts(options.fonts, cache.path, report, async () => await pool?.renew());
    const start = lateStarter(find, cache.path, fonts, options.signal, report);
    pool = new BrowserPool(start, { tabs: options.tabs ?? 2, patience, recycleAfter: 2000, report });
    if (options.signal?.aborted === true) throw abortFailure(options.signal);
    return printerOf(pool, fonts, cache, find, options.signal);
  } catch (error) {
    await cache.release();
    if (options.signal?.aborted === true) throw abortFailure(options.signal);
    throw error instanceof PrintFailure ? error : openingFailure(error);
  }
}

/** The bundled browser is unpacked before its first start. */
function lateStarter(
  find: () => FoundBrowser,
  cache: string,
  fonts: PrinterFonts,
  signal: AbortSignal | undefined,
  report: (event: PrinterEvent) => void,
): StartBrowser {
  let starter: Promise<StartBrowser> | undefined;
  const prepare = async () => {
    const program = await prepareBrowser(find(), cache, report).catch((error: unknown) => {
      throw error instanceof PrintFailure ? error : openingFailure(error);
    });
    return browserStarter({ ...program, fontConfig: () => fonts.shelf.configFile, cache, signal }, report);
  };
  return async () => {
    starter ??= prepare();
    starter.catch(() => (starter = undefined));
    return await (await starter)();
  };
}

/** A minute, and more for pages that are a volume. */
function patience({ html }: { readonly html: string }): number {
  return 60_000 + html.length / 20;
}

async function prepareBrowser(found: FoundBrowser, cache: string, report: (event: PrinterEvent) => void) {
  if (found.kind !== "bundled") return { executable: found.executable };
  return await unpackBundledBrowser(found.bundled, cache, () =>
    report({ level: "note", code: "unpacking", message: "首次使用：正在解开自带的浏览器" }),
  );
}

async function prepareFonts(
  folder: string | undefined,
  cache: string,
  report: (event: PrinterEvent) => void,
  outdated: () => Promise<void>,
): Promise<PrinterFonts> {
  const { typefaces, castings, found } = await gatherFonts(folder);
  if (found !== undefined) {
    for (const message of complaintsOf(found)) report({ level: "warning", code: "font-refused", message });
  }
  const shelf = await FontShelf.at({
    cache,
    typefaces,
    making: ({ name }) =>
      report({ level: "note", code: "fonts-made", message: `首次使用：正在准备打印用的字体（${name}）` }),
    outdated,
  });
  // 字体配置里的通用名指向这两种，任何页面都用得上。
  await shelf.open(["Zpb Song", "Zpb Hei"]);
  return { shelf, castings, notices: new FontNotices(typefaces, report) };
}

async function nameOf(found: FoundBrowser, pool: BrowserPool): Promise<string> {
  if (found.kind === "bundled") return `Chromium/${found.bundled.version}`;
  return await pool.warmUp().catch((error: unknown) => {
    throw error instanceof PrintFailure ? error : openingFailure(error);
  });
}

function openingFailure(cause: unknown): PrintFailure {
  const why = cause instanceof Error ? cause.message : String(cause);
  const full = (cause as NodeJS.ErrnoException).code === "ENOSPC";
  const next = full ? "请清理缓存所在的磁盘（约需 300 MB）后重试" : "请运行 zpb doctor 查看浏览器与缓存";
  return new PrintFailure(
    full ? "print/disk-full" : "print/browser-lost",
    { what: "浏览器没有启动", why, next },
    cause,
  );
}

function printerOf(
  pool: BrowserPool,
  fonts: PrinterFonts,
  cache: CacheFolder,
  find: () => FoundBrowser,
  signal?: AbortSignal,
): Printer {
  let isClosed = false;
  const abort = () => void close();
  const close = async () => {
    isClosed = true;
    signal?.removeEventListener("abort", abort);
    await pool.close();
    await cache.release();
  };
  signal?.addEventListener("abort", abort, { once: true });
  const letterCase = new ShelfLetters(fonts.shelf, fonts.castings);
  const press: BookPress = {
    set: async (part) => await setPart(fonts, letterCase, part),
    feet: async (style, pages) => await typesetFeet(style, pages, letterCase),
  };
  return {
    browser: async () => await nameOf(find(), pool),
    versions: {
      get fonts() {
        return fonts.shelf.used;
      },
      fontSet: fonts.shelf.setHash,
    },
    async print(job) {
      if (isClosed) throw closedFailure();
      return await printPage({ fonts, letterCase, pool }, job);
    },
    rest: async () => await pool.renew(),
    printBook: (job) => printBook(press, job),
    close,
  };
}
