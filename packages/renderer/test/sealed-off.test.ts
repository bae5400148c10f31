import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPrinter } from "../src/pdf/open-printer.ts";
import { PrintFailure } from "../src/pdf/print-failure.ts";
import type { Printer } from "../src/pdf/printer.ts";
import { textOf } from "./read-pdf.ts";
import { readRawPdf } from "../src/pdf/raw-pdf.ts";
import { samplePage } from "./sample-page.ts";

let printer: Printer;
let canary: Server;
let address: string;
const hits: string[] = [];

beforeAll(async () => {
  canary = createServer((request, response) => {
    hits.push(request.url ?? "");
    response.end("x");
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
  canary.close();
});

const attacks: Record<string, (url: string) => string> = {
  image: (url) => `<img src="${url}/img" srcset="${url}/set 2x"><picture><source srcset="${url}/source"></picture>`,
  links: (url) =>
    ["stylesheet", "preload", "prefetch", "preconnect", "dns-prefetch", "manifest", "icon"]
      .map((rel) => `<link rel="${rel}" as="style" href="${url}/${rel}">`)
      .join(""),
  style: (url) =>
    `<style>@import "${url}/import";p{background:url(${url}/bg)}@font-face{font-family:z;src:url(${url}/font)}p{font-family:z}</style>`,
  frames: (url) => `<iframe src="${url}/frame"></iframe><iframe srcdoc="&lt;img src=${url}/srcdoc&gt;"></iframe>`,
  files: () =>
    '<iframe src="file:///etc/passwd"></iframe><object data="file:///etc/passwd"></object><embed src="file:///etc/passwd"><img src="file:///etc/passwd">',
  refresh: (url) => `<meta http-equiv="refresh" content="0;url=${url}/refresh">`,
  "refresh to a file": () => '<META HTTP-EQUIV=Refresh content="0;url=file:///etc/passwd">',
  script: (url) =>
    `<script>document.body.textContent="root:正文在此";fetch("${url}/fetch")</script><img src=x onerror="location='${url}/onerror'">`,
  vector: (url) =>
    `<svg><image href="${url}/svg"/><use href="${url}/use#a"/><foreignObject><img src="${url}/foreign"></foreignObject></svg>`,
  media: (url) =>
    `<base href="${url}/"><video src="v" poster="poster" autoplay></video><audio src="a" autoplay></audio><a href="x" ping="${url}/ping">x</a>`,
};

test.for(Object.entries(attacks))("%s reaches neither the network nor a file", async ([, attack]) => {
  const html = samplePage({ body: `${attack(address)}<p>正文在此</p>` }).html;
  // 印出来，或者明白拒绝；不许悄悄印成别的样子。
  const outcome = await printer.print({ html, title: "样张", texts: ["正文在此"] }).then(
    async ({ bytes }) => ((await textOf(bytes)).includes("root:") ? "stolen" : "printed"),
    (error: unknown) => (error instanceof PrintFailure ? error.code : error),
  );
  expect(["printed", "print/reached-outside"]).toContain(outcome);
  const after = await printer.print({ ...samplePage(), title: "下一份" });
  expect(after.pages).toBe(1);
});

test("the canary heard nothing, even afterwards", async () => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(hits).toEqual([]);
});

test("readRawPdf refuses what Chromium does not write", () => {
  expect(() => readRawPdf(Buffer.from("%PDF-1.4\n"))).toThrow("交叉引用表");
});
