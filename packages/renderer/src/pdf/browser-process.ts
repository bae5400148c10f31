import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** How to start a browser. */
export interface BrowserCommand {
  readonly executable: string;
  /** Libraries that came with the browser, for machines that have none. */
  readonly libraries?: string;
  /** `FONTCONFIG_FILE`. */
  readonly fontConfig: string;
  /** Private folder of this run; profile, home and temporary files lie in it. */
  readonly runFolder: string;
  readonly sandbox: boolean;
  /** Nobody waits any more for a browser that is only starting. */
  readonly signal?: AbortSignal | undefined;
}

/** The process and its two pipes. */
export interface BrowserProcess {
  readonly child: ChildProcess;
  readonly toBrowser: Writable;
  readonly fromBrowser: Readable;
  /** The last lines it wrote to stderr. */
  lastWords(): string;
}

/** No background traffic, no network, no GPU, nothing of the user's. */
const flags = [
  "--headless",
  "--remote-debugging-pipe",
  "--no-first-run",
  "--no-default-browser-check",
  // 不加后一个，图形进程先按软件渲染启动，几次失败才退到我们要的样子，每次启动白费二三十毫秒。
  "--disable-gpu",
  "--disable-software-rasterizer",
  "--disable-dev-shm-usage",
  // 用完即弃的用户目录，不必建那些数据库。
  "--incognito",
  "--disable-breakpad",
  "--disable-crash-reporter",
  "--disable-background-networking",
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-client-side-phishing-detection",
  "--disable-component-extensions-with-background-pages",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,InterestFeedContentSuggestions",
  "--disable-sync",
  "--disable-webgl",
  "--disable-speech-api",
  "--hide-scrollbars",
  "--metrics-recording-only",
  "--mute-audio",
  "--no-pings",
  "--password-store=basic",
  "--use-mock-keychain",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--lang=zh-CN",
  // 断网的三道：代理指向无人监听的端口（本机地址也走代理），域名一律解析不到；第三道在标签页里拦截请求。
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

/** Starts the browser with an environment of its own: neither locale, time zone nor proxies of the user reach it. */
export function startProcess(command: BrowserCommand): BrowserProcess {
  const child = spawn(
    command.executable,
    [
      ...flags,
      ...(command.sandbox ? [] : ["--no-sandbox", "--disable-setuid-sandbox"]),
      `--user-data-dir=${command.runFolder}/profile`,
      "about:blank",
    ],
    {
      // 自成一组：终端的 Ctrl-C 不会先于我们到它，收尾时也能连同子进程一起结束。
      detached: process.platform !== "win32",
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      env: environmentOf(command),
    },
  );
  // 浏览器被结束时若还有没读完的命令，管道会报错；它的退出另有通知，这里不必再当故障。
  for (const pipe of child.stdio.slice(2)) pipe?.on("error", () => undefined);
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-2000);
  });
  return {
    child,
    toBrowser: child.stdio[3] as Writable,
    fromBrowser: child.stdio[4] as Readable,
    lastWords: () => words.trim(),
  };
}

function environmentOf({ libraries, fontConfig, runFolder }: BrowserCommand): NodeJS.ProcessEnv {
  const inherited = process.platform === "linux" ? {} : process.env;
  return {
    ...inherited,
    PATH: process.env["PATH"] ?? "",
    HOME: runFolder,
    TMPDIR: runFolder,
    XDG_CACHE_HOME: `${runFolder}/cache`,
    XDG_CONFIG_HOME: `${runFolder}/config`,
    LANG: "C.UTF-8",
    TZ: "UTC",
    FONTCONFIG_FILE: fontConfig,
    ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }),
  };
}

/** Ends it and waits until it is gone. It is not asked to: it would take leave by writing a profile that nobody reads. */
export async function endProcess({ child }: BrowserProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, "exit");
  killAll(child);
  await ended;
}

/** Whether the process is gone. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** The browser with its renderers. */
function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}
