import { describe, expect, it } from "vitest";
import { Failure } from "../trouble.ts";
import { baseAddress, sitemapFiles } from "./sitemap.ts";

const PATHS = [
  "index.html",
  "forms/某区/01-甲's & 乙/form.html",
  "data/forms.json",
  "forms/某区/01-甲's & 乙/form.pdf",
];
const textsOf = (files: ReturnType<typeof sitemapFiles>): readonly (readonly [string, string])[] =>
  files.map(({ path, pieces }) => [path, [...pieces].join("")]);

describe("the sitemap", () => {
  it("lists the pages by absolute addresses, escaped", () => {
    expect(textsOf(sitemapFiles(PATHS, baseAddress("https://www.example.gov.cn/公开")))).toEqual([
      [
        "sitemap.xml",
        [
          '<?xml version="1.0" encoding="UTF-8"?>',
          '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
          "<url><loc>https://www.example.gov.cn/%E5%85%AC%E5%BC%80/forms/%E6%9F%90%E5%8C%BA/01-%E7%94%B2&apos;s%20%26%20%E4%B9%99/form.html</loc></url>",
          "<url><loc>https://www.example.gov.cn/%E5%85%AC%E5%BC%80/index.html</loc></url>",
          "</urlset>",
          "",
        ].join("\n"),
      ],
    ]);
  });

  it("is an index of several files where one would hold too many", () => {
    const paths = Array.from({ length: 5 }, (_, at) => `p${at}.html`);
    const [index, ...parts] = textsOf(sitemapFiles(paths, "http://x/", 2));
    expect(index?.[0]).toBe("sitemap.xml");
    expect(index?.[1].match(/(?<=<sitemap><loc>)[^<]*/gu)).toEqual([1, 2, 3].map((at) => `http://x/sitemap-${at}.xml`));
    expect(parts.map(([path, text]) => [path, text.match(/p\d/gu)])).toEqual([
      ["sitemap-1.xml", ["p0", "p1"]],
      ["sitemap-2.xml", ["p2", "p3"]],
      ["sitemap-3.xml", ["p4"]],
    ]);
  });

  it("stays below the bytes that a file may have, and leaves out an address that is too long", () => {
    const paths = Array.from({ length: 30_000 }, (_, at) => `${"x".repeat(1900)}${at}.html`);
    const files = sitemapFiles([...paths, `${"长".repeat(300)}.html`], "http://x/");
    expect(files).toHaveLength(3);
    let addresses = 0;
    for (const { pieces } of files.slice(1)) {
      const texts = [...pieces];
      expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(50_000_000);
      addresses += texts.length - 2;
    }
    expect(addresses).toBe(30_000);
  });

  it.each(["", "www.example.gov.cn", "ftp://x/", "file:///srv", "https://x/?a=1", "https://x/#a", "https://a:b@x/"])(
    "takes no %j for an address",
    (text) => expect(() => baseAddress(text)).toThrow(Failure),
  );
});
