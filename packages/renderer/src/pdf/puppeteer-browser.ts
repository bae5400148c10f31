// 只取 puppeteer 的协议部分：整个包装入要 120 毫秒，它自己的启动、页面与输入功能这里一样也用不上。
import { setTimeout } from "node:timers/promises";
import type { CDPSession } from "puppeteer-core/internal/api/CDPSession.js";
import { Connection } from "puppeteer-core/internal/cdp/Connection.js";
import { PipeTransport } from "puppeteer-core/internal/node/PipeTransport.js";
import { type BrowserTab, BrowserTrouble, type RunningBrowser, type TabJob } from "./browser-port.ts";
import { tabOpening } from "./print-document.ts";
import { type BrowserCommand, endProcess, hasEnded, startProcess } from "./browser-process.ts";

/** Longer than any print may take; the printer's own timer is the one that counts. */
const protocolTimeout = 900_000;

/** Milliseconds after which a browser that has not answered yet counts as hung. */
const startPatience = 60_000;

const silent = () => undefined;

/**
 * Starts a browser and speaks to it over a pipe, so that it dies with us even when we are killed.
 * @throws BrowserTrouble if it does not start
 */
export async function startPuppeteerBrowser(command: BrowserCommand): Promise<RunningBrowser> {
  const running = startProcess(command);
  const { child } = running;
  const failed = new Promise<never>((_, reject) => {
    child.once("error", (error) => reject(new BrowserTrouble("gone", error.message, error)));
    child.once("close", (code, signal) => {
      reject(new BrowserTrouble("gone", `浏览器退出（${signal ?? code}）${running.lastWords()}`));
    });
  });
  failed.catch(() => {});
  const late = AbortSignal.any([AbortSignal.timeout(startPatience), ...(command.signal ? [command.signal] : [])]);
  const given = new Promise<never>((_, reject) => {
    const giveUp = (): void => reject(new BrowserTrouble("gone", "浏览器启动后一直没有应答"));
    if (late.aborted) giveUp();
    else late.addEventListener("abort", giveUp, { once: true });
  });
  given.catch(() => {});
  // 管道断开先于进程退出的通知；断了就不能再用。
  let connected = true;
  running.fromBrowser.once("close", () => {
    connected = false;
  });
  const transport = new PipeTransport(running.toBrowser, running.fromBrowser, silent);
  const connection = new Connection("", transport, 0, protocolTimeout, false, undefined, silent);
  try {
    const targets = pageTargets(connection);
    const { product } = await Promise.race([connection.send("Browser.getVersion"), failed, given]);
    return {
      version: product,
      processId: child.pid ?? 0,
      get alive() {
        return connected && !hasEnded(child);
      },
      openTab: async () => await openTab(connection, await targets.next()),
      close: async () => {
        await endProcess(running);
        connection.dispose();
      },
    };
  } catch (error) {
    // 管道先断，退出与临终的话随后才到；原因都在那几句话里，等一等。
    if (!hasEnded(child) && !late.aborted) await Promise.race([failed, setTimeout(1000)]).catch(() => {});
    await endProcess(running);
    throw error instanceof BrowserTrouble ? error : new BrowserTrouble("gone", running.lastWords(), error);
  }
}

/** The empty page that the browser opens with, then new ones: the first tab comes thirty milliseconds sooner. */
function pageTargets(connection: Connection): { next(): Promise<string> } {
  let first = true;
  return {
    next: async () => {
      if (first) {
        first = false;
        const { targetInfos } = await connection.send("Target.getTargets");
        const page = targetInfos.find(({ type, attached }) => type === "page" && !attached);
        if (page !== undefined) return page.targetId;
      }
      return (await connection.send("Target.createTarget", { url: "about:blank" })).targetId;
    },
  };
}

async function openTab(connection: Connection, targetId: string): Promise<BrowserTab> {
  const { sessionId } = await connection.send("Target.attachToTarget", { targetId, flatten: true });
  const session = connection.session(sessionId);
  if (session === null) throw new BrowserTrouble("gone", "标签页没有打开");
  const [{ frameTree }] = await Promise.all([
    session.send("Page.getFrameTree"),
    session.send("Page.enable"),
    session.send("Emulation.setScriptExecutionDisabled", { value: true }),
    session.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] }),
  ]);
  const frameId = frameTree.frame.id;
  await session.send("Page.setDocumentContent", { frameId, html: tabOpening });
  return new PuppeteerTab(connection, session, targetId, frameId);
}

class PuppeteerTab implements BrowserTab {
  readonly #connection: Connection;
  readonly #session: CDPSession;
  readonly #targetId: string;
  readonly #frameId: string;
  /** Where the page tried to go; it may go nowhere. */
  #outside: string | undefined;

  constructor(connection: Connection, session: CDPSession, targetId: string, frameId: string) {
    this.#connection = connection;
    this.#session = session;
    this.#targetId = targetId;
    this.#frameId = frameId;
    session.on("Fetch.requestPaused", ({ requestId, request }) => {
      this.#outside ??= request.url;
      session.send("Fetch.failRequest", { requestId, errorReason: "BlockedByClient" }).catch(() => {});
    });
    session.on("Page.frameNavigated", ({ frame }) => {
      this.#outside ??= frame.url;
    });
    session.on("Page.frameRequestedNavigation", ({ url }) => {
      this.#outside ??= url;
    });
  }

  async print({ html }: TabJob): Promise<Buffer> {
    // 两条命令一次发出：按序执行，省去一个来回。
    const placed = this.#session.send("Page.setDocumentContent", { frameId: this.#frameId, html });
    placed.catch(() => {});
    try {
      const { data } = await this.#session.send("Page.printToPDF", {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        transferMode: "ReturnAsBase64",
      });
      await placed;
      if (this.#outside !== undefined) throw new BrowserTrouble("outside", this.#outside);
      return Buffer.from(data, "base64");
    } catch (error) {
      throw troubleOf(error);
    }
  }

  async close(): Promise<void> {
    await this.#connection.send("Target.closeTarget", { targetId: this.#targetId }).catch(() => {});
  }
}

function troubleOf(error: unknown): BrowserTrouble {
  if (error instanceof BrowserTrouble) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (message.includes("IO.read")) return new BrowserTrouble("disk-full", message, error);
  return new BrowserTrouble(/clos|detach|crash|not found/i.test(message) ? "gone" : "refused", message, error);
}
