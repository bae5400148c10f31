/** A site in a real browser: opened from the disk or from a server, with everything noted that it asks for or that is refused. */
import { readFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** Any web server will do: this one knows files and nothing else. */
export async function serveFolder(folder: string): Promise<{ readonly base: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname);
    try {
      const bytes = readFileSync(join(folder, path));
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

export function onDisk(folder: string): string {
  return `${pathToFileURL(folder).href}/`;
}

export interface WatchedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  /** Errors, warnings and what the policy refused. */
  readonly complaints: readonly string[];
}

/** `offline` cuts the network; a disk needs none. */
export async function watchedPage(browser: Browser, offline = false): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, offline });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return { page, context, requests, complaints };
}

/** Goes to an address of the page's own and waits until the table shows what it asks for. */
export async function choose(page: Page, choice: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate(`document.getElementById("shown").textContent = ""`);
  await page.evaluate(`location.hash = ${JSON.stringify(new URLSearchParams(choice).toString())}`);
  await settled(page);
}

/** Until the table shows what was asked for last, and it is said. */
export async function settled(page: Page): Promise<void> {
  const idle = `document.querySelector("#table > table").getAttribute("aria-busy") === "false"`;
  await until(page, `${idle} && document.getElementById("shown").textContent.endsWith("。")`);
}

/** Asks again and again. What playwright itself would run in the page to wait is refused by the page's policy. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await page.evaluate<boolean>(expression)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`never: ${expression}`);
}

/** The rows that are seen: number in the publication, project. */
export async function shownProjects(page: Page): Promise<readonly string[]> {
  return await page.evaluate<readonly string[]>(
    `[...document.querySelectorAll("#table tbody th > a")].map((link) => link.textContent)`,
  );
}

export async function said(page: Page): Promise<string> {
  return (await page.locator("#shown").textContent()) ?? "";
}
