import { BrowserTrouble, type RunningBrowser, type StartBrowser } from "./browser-port.ts";
import type { BrowserCommand } from "./browser-process.ts";
import type { PrinterEvent } from "./printer.ts";
import { startPuppeteerBrowser } from "./puppeteer-browser.ts";
import { openRunFolder } from "./run-folder.ts";

/** What stays the same from one start to the next. */
export type BrowserSetup = Pick<BrowserCommand, "executable" | "libraries" | "signal"> & {
  readonly cache: string;
  /** Asked at every start: fonts may have come in since the last one. */
  readonly fontConfig: () => string;
};

/**
 * A way to start this browser, sandboxed where the machine allows it.
 * Whether it does shows only by trying; what was found out is kept for later starts.
 */
export function browserStarter(setup: BrowserSetup, report: (event: PrinterEvent) => void): StartBrowser {
  let sandbox = process.getuid?.() !== 0;
  let told = false;
  const tellOnce = (why: string) => {
    if (!told) report({ level: "warning", code: "no-sandbox", message: `浏览器未启用沙箱：${why}` });
    told = true;
  };
  return async () => {
    if (!sandbox) {
      tellOnce("以 root 身份运行，或系统不允许用户命名空间");
      return await startIn(setup, false);
    }
    try {
      return await startIn(setup, true);
    } catch (error) {
      // 沙箱不可用时浏览器有的说明白，有的直接崩溃；去掉沙箱能启动，便知是它。
      if (!(error instanceof BrowserTrouble) || setup.signal?.aborted === true) throw error;
      const started = await startIn(setup, false);
      sandbox = false;
      tellOnce("系统不允许用户命名空间");
      return started;
    }
  };
}

async function startIn(setup: BrowserSetup, sandbox: boolean): Promise<RunningBrowser> {
  const { cache, fontConfig, ...command } = setup;
  const folder = await openRunFolder(cache);
  try {
    const browser = await startPuppeteerBrowser({
      ...command,
      fontConfig: fontConfig(),
      runFolder: folder.path,
      sandbox,
    });
    return {
      version: browser.version,
      processId: browser.processId,
      get alive() {
        return browser.alive;
      },
      openTab: () => browser.openTab(),
      close: async () => {
        await browser.close();
        await folder.remove();
      },
    };
  } catch (error) {
    await folder.remove();
    throw error;
  }
}
