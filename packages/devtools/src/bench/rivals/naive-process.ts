/** What one writes first: one tab of the system's browser, `setContent`, `page.pdf`, the next. Times the loop, or one form from launch to file. */
import puppeteer from "puppeteer-core";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [, , executablePath = "", pages = "", target = "", limit = "0"] = process.argv;

mkdirSync(target, { recursive: true });
const names = readdirSync(pages).toSorted();
const chosen = limit === "0" ? names : names.slice(0, Number.parseInt(limit, 10));
const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
const started = performance.now();
for (const name of chosen) {
  await page.setContent(readFileSync(join(pages, name), "utf8"));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
  writeFileSync(join(target, name.replace(/\.html$/, ".pdf")), pdf);
}
console.log(JSON.stringify({ milliseconds: performance.now() - started }));
await browser.close();
