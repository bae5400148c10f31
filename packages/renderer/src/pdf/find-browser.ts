import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { type BundledBrowser, findBundledBrowser } from "./bundled-browser.ts";
import { PrintFailure } from "./print-failure.ts";

/** A browser that could be started. */
export type FoundBrowser =
  | { readonly kind: "given" | "system"; readonly executable: string }
  | { readonly kind: "bundled"; readonly bundled: BundledBrowser };

const onPath = [
  "chrome-headless-shell",
  "chromium-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "microsoft-edge",
];

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/lib/chromium/chromium-headless-shell", "/usr/lib/chromium/chromium", "/opt/google/chrome/chrome"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
    const base = process.env[name];
    if (base === undefined) return [];
    return [
      join(base, "Google", "Chrome", "Application", "chrome.exe"),
      join(base, "Microsoft", "Edge", "Application", "msedge.exe"),
    ];
  }),
};

/**
 * The browser to print with: the one given, else `ZPB_BROWSER`, else the bundled one, else a system one.
 * The bundled one goes before the system's because its version, and so the bytes of every PDF, is pinned.
 * @throws PrintFailure `print/no-browser`
 */
export function findBrowser(given: string | undefined, env: NodeJS.ProcessEnv = process.env): FoundBrowser {
  const asked = given ?? (env["ZPB_BROWSER"] || undefined);
  if (asked !== undefined) {
    if (existsSync(asked)) return { kind: "given", executable: asked };
    throw new PrintFailure("print/no-browser", {
      what: "找不到指定的浏览器",
      why: `${asked} 不存在`,
      next: "请检查 ZPB_BROWSER（或 --browser）所指的路径，或去掉它以使用自带的浏览器",
    });
  }
  const bundled = findBundledBrowser();
  if (bundled !== undefined) return { kind: "bundled", bundled };
  const executable = findSystemBrowser(env);
  if (executable !== undefined) return { kind: "system", executable };
  throw new PrintFailure("print/no-browser", {
    what: "找不到浏览器，有图的页面无法生成 PDF",
    why: "没有自带的浏览器（仅 linux x64 有），也没有找到 Chrome、Edge 或 Chromium",
    next: "请重新运行 npm ci，或安装 Chrome 后以 ZPB_BROWSER 指明其路径",
  });
}

function findSystemBrowser(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env["PATH"] ?? "").split(delimiter).filter(isAbsolute);
  const places = [
    ...(usualPlaces[process.platform] ?? []),
    ...onPath.flatMap((name) => folders.map((at) => join(at, name))),
  ];
  return places.find((place) => existsSync(place));
}
