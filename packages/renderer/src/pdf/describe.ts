import { stat } from "node:fs/promises";
import { unpackedPlace } from "./bundled-browser.ts";
import { cachePlace, distrust } from "../cache/cache-folder.ts";
import { findBrowser } from "./find-browser.ts";
import { PrintFailure } from "./print-failure.ts";
import { isIntact } from "../cache/sealed-folder.ts";

/** What `zpb doctor` says about the browser or the fonts; sentences are Chinese. */
export interface Described {
  readonly usable: boolean;
  /** What would be used, one line each. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
  /** What to do about what is missing. */
  readonly next: readonly string[];
}

export interface DescribeOptions {
  readonly browserPath?: string;
  readonly cacheDir?: string;
}

/** Which browser a printer would start; nothing is started or unpacked, but an unpacked one is checked byte by byte. */
export async function describeBrowser(options: DescribeOptions = {}): Promise<Described> {
  try {
    const browser = findBrowser(options.browserPath);
    const cache = await describeCache(options.cacheDir);
    if (browser.kind !== "bundled") {
      const whose = browser.kind === "given" ? "指定的浏览器" : "系统的浏览器";
      const aside = "版本不由本工具固定，换机器后 PDF 的字节可能不同";
      return {
        usable: true,
        found: [`${whose}：${browser.executable}（${aside}）`, ...cache.found],
        missing: [],
        next: cache.next,
      };
    }
    const state = await describeSealed(
      unpackedPlace(browser.bundled, cachePlace(options.cacheDir)),
      "首次打印时解开，约 205 MB",
    );
    const found = [`自带的浏览器：Chromium ${browser.bundled.version}（${state}）`, ...cache.found, describeSandbox()];
    return { usable: true, found, missing: [], next: cache.next };
  } catch (error) {
    if (!(error instanceof PrintFailure)) throw error;
    return { usable: false, found: [], missing: [`浏览器：${error.why}`], next: [error.next] };
  }
}

/** Whether a folder of the cache is there and whole; nothing is made. */
export async function describeSealed(place: string, notYet: string): Promise<string> {
  const there = await stat(place).catch(() => undefined);
  if (there === undefined) return notYet;
  return (await isIntact(place, { thorough: true })) ? `已就绪：${place}` : `已损坏，下次打印时重做：${place}`;
}

async function describeCache(cacheDir: string | undefined): Promise<Pick<Described, "found" | "next">> {
  const place = cachePlace(cacheDir);
  // 还没有这个文件夹是常事，第一次打印会建。
  const trouble = await distrust(place).catch(() => undefined);
  if (trouble === undefined) return { found: [`缓存：${place}`], next: [] };
  return {
    found: [`缓存 ${place} ${trouble}，每次都会改用临时文件夹`],
    next: [`请执行 chmod go-w ${place}，或用 XDG_CACHE_HOME 另指一处`],
  };
}

function describeSandbox(): string {
  return process.getuid?.() === 0 ? "沙箱：以 root 运行时不可用，建议换普通用户" : "沙箱：启动时试用，不可用会提示";
}
