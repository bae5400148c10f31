/**
 * Published pages as a reader's browser shows them: our bundled browser with our fonts, driven by another hand than the
 * printer's, on the page as it is published, with the policy and the screen styles that the printer takes away.
 */
import axe from "axe-core";
import { type Browser, type Page, chromium } from "playwright-core";
import { findTypefaces } from "../src/fonts/font-set.ts";
import { FontShelf } from "../src/fonts/font-shelf.ts";
import { unpackBundledBrowser } from "../src/pdf/bundled-browser.ts";
import { openCacheFolder } from "../src/cache/cache-folder.ts";
import { findBrowser } from "../src/pdf/find-browser.ts";

/** A window, in CSS pixels. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

export const PHONE: Screen = { width: 390, height: 844 };
export const TABLET: Screen = { width: 768, height: 1024 };
export const DESK: Screen = { width: 1280, height: 900 };

/** Starts the browser; the caller closes it. */
export async function openWebBrowser(): Promise<Browser> {
  const found = findBrowser(undefined);
  const cache = await openCacheFolder(undefined);
  const program =
    found.kind === "bundled" ? await unpackBundledBrowser(found.bundled, cache.path) : { executable: found.executable };
  const { typefaces } = findTypefaces();
  const shelf = await FontShelf.at({ cache: cache.path, typefaces, making: () => {}, outdated: async () => {} });
  await shelf.open(typefaces.map(({ family }) => family));
  return await chromium.launch({
    executablePath: program.executable,
    chromiumSandbox: false,
    args: ["--font-render-hinting=none", "--force-color-profile=srgb"],
    env: {
      PATH: process.env["PATH"] ?? "",
      LANG: "C.UTF-8",
      TZ: "UTC",
      FONTCONFIG_FILE: shelf.configFile,
      ...("libraries" in program ? { LD_LIBRARY_PATH: program.libraries } : {}),
    },
  });
}

/** Opens a page of the given HTML, hands it on and closes it. Its own policy holds, except against our own scripts. */
export async function withPage<T>(
  browser: Browser,
  html: string,
  screen: Screen,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: screen, bypassCSP: true, locale: "zh-CN" });
  try {
    const page = await context.newPage();
    await page.setContent(html);
    return await look(page);
  } finally {
    await context.close();
  }
}

/**
 * What is asked: WCAG 2.0 to 2.2 at levels A and AA, and axe's best practices. None of its rules is left out; those
 * for which it must see a person's judgement are not counted by axe either.
 */
const ASKED: axe.RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  resultTypes: ["violations"],
};

/** What axe finds wrong: rule, element, reason; a line each. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    async (asked) => await (globalThis as unknown as { readonly axe: typeof axe }).axe.run(asked),
    ASKED,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary ?? ""}`),
  );
}

/** How many pixels of the page lie beyond its right edge, to be reached by scrolling sideways only. */
export async function widthBeyond(page: Page): Promise<number> {
  return await page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}
