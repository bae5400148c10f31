/** `sitemap.xml`: the pages of a publication for search engines, by sitemaps.org. Addresses there are absolute, so it takes one to publish at. */
import { Failure } from "../trouble.ts";

const SITEMAP_PATH = "sitemap.xml";

/** What the protocol allows in one file. */
const MOST_ADDRESSES = 50_000;
const MOST_BYTES = 50_000_000;
const LONGEST_ADDRESS = 2047;

const SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';

export interface SitemapFile {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/**
 * The files of the sitemap for those of `paths` that are web pages: one, or an index and as many as the protocol asks for.
 * `base` is what {@link baseAddress} gave. No dates: nothing published knows the clock.
 */
export function sitemapFiles(
  paths: readonly string[],
  base: string,
  mostAddresses = MOST_ADDRESSES,
): readonly SitemapFile[] {
  const parts: string[][] = [];
  let bytes = MOST_BYTES;
  for (const path of paths.filter((each) => each.endsWith(".html")).toSorted()) {
    const address = addressOf(path, base);
    if (address.length > LONGEST_ADDRESS) continue;
    const entry = `<url><loc>${escaped(address)}</loc></url>\n`;
    bytes += entry.length;
    if (bytes + 200 > MOST_BYTES || parts.at(-1)?.length === mostAddresses) {
      parts.push([]);
      bytes = entry.length;
    }
    parts.at(-1)?.push(entry);
  }
  const [only = [], ...others] = parts;
  if (others.length === 0) return [{ path: SITEMAP_PATH, pieces: enclosed("urlset", only) }];
  const files = parts.map((entries, at) => ({ path: `sitemap-${at + 1}.xml`, pieces: enclosed("urlset", entries) }));
  const index = files.map(({ path }) => `<sitemap><loc>${escaped(addressOf(path, base))}</loc></sitemap>\n`);
  return [{ path: SITEMAP_PATH, pieces: enclosed("sitemapindex", index) }, ...files];
}

function* enclosed(name: string, entries: readonly string[]): Generator<string, void, void> {
  yield `${DECLARATION}<${name} xmlns="${SCHEMA}">\n`;
  yield* entries;
  yield `</${name}>\n`;
}

/** Addresses are ASCII, so a character is a byte. */
function addressOf(path: string, base: string): string {
  return base + path.split("/").map(encodeURIComponent).join("/");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("'", "&apos;");
}

/**
 * Where a publication will be found, with `/` at its end. @throws Failure `publish/base-url` for what is no address of a folder on
 * the web
 */
export function baseAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^https?:$/u.test(url.protocol) && url.username === "" && !/[?#]/u.test(text)) {
    return url.href.endsWith("/") ? url.href : `${url.href}/`;
  }
  throw new Failure({
    code: "publish/base-url",
    what: `--base-url 不是可以公开的网址：${text}`,
    why: "应是 http:// 或 https:// 开头的文件夹地址，不带用户名、? 和 #",
    next: "请写成 https://www.example.gov.cn/zipingbiao/ 这样",
  });
}
