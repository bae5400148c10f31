import { expect, test } from "vitest";
import { siteDownloads } from "./site-downloads.ts";

test("a document is offered once with all its formats and their sizes, in the order of the page", () => {
  const files = [
    { path: "data/forms.json", bytes: 999 },
    { path: "volume/汇编.pdf", bytes: 1_000_001 },
    { path: "volume/汇编.docx", bytes: 999_999 },
    { path: "report/汇总报告.html", bytes: 1000 },
    { path: "volume/汇编-第01册.pdf", bytes: 2 },
    { path: "data/catalog.jsonld", bytes: 3 },
    { path: "index.html", bytes: 1 },
    { path: "manifest.json", bytes: 1 },
  ];
  expect(
    siteDownloads(files).map(({ title: group, documents }) => [
      group,
      ...documents.map(({ title, files: own }) => [
        title,
        ...own.map(({ address, text, size }) => [address, text, size]),
      ]),
    ]),
  ).toEqual([
    [
      "文档",
      ["汇编第01册", ["volume/%E6%B1%87%E7%BC%96-%E7%AC%AC01%E5%86%8C.pdf", "PDF", "2 字节"]],
      [
        "汇编",
        ["volume/%E6%B1%87%E7%BC%96.pdf", "PDF", "1.1 MB"],
        ["volume/%E6%B1%87%E7%BC%96.docx", "Word", "1000.0 KB"],
      ],
      ["汇总报告", ["report/%E6%B1%87%E6%80%BB%E6%8A%A5%E5%91%8A.html", "网页", "1.0 KB"]],
    ],
    [
      "开放数据",
      ["全部自评表", ["data/forms.json", "JSON", "999 字节"]],
      ["数据目录（DCAT）", ["data/catalog.jsonld", "JSON-LD", "3 字节"]],
    ],
  ]);
});
