import { expect, test } from "vitest";
import { siteDownloads } from "./site-downloads.ts";

test("a document is offered once with all its formats and their sizes, in the order of the page", () => {
  const files = [
    { path: "data/forms.json", bytes: 999 },
    { path: "volume/汇编.pdf", bytes: 1_000_001 },
    { path: "volume/汇编.docx", bytes: 999_999 },
    { path: "report/汇总报告.html", bytes: 1000 },
    { path: "index.html", bytes: 1 },
    { path: "manifest.json", bytes: 1 },
  ];
  expect(
    siteDownloads(files).map(({ title, files: own }) => [
      title,
      ...own.map(({ address, text, size }) => [address, text, size]),
    ]),
  ).toEqual([
    [
      "汇编",
      ["volume/%E6%B1%87%E7%BC%96.pdf", "PDF", "1.1 MB"],
      ["volume/%E6%B1%87%E7%BC%96.docx", "Word", "1000.0 KB"],
    ],
    ["汇总报告", ["report/%E6%B1%87%E6%80%BB%E6%8A%A5%E5%91%8A.html", "网页", "1.0 KB"]],
    ["全部自评表", ["data/forms.json", "JSON", "999 字节"]],
  ]);
});
