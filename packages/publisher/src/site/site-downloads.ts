/** Files that are about all forms → what the start page offers of them. */
import type { SiteDownload, SiteLink } from "@zipingbiao/renderer";
import type { WrittenFile } from "../batch/store.ts";

/** What a file is, by its name without the ending, in the order of the start page. */
const TITLES: Readonly<Record<string, string>> = {
  汇编: "汇编",
  汇总报告: "汇总报告",
  汇总表: "汇总表",
  projects: "项目表",
  indicators: "指标表",
  forms: "全部自评表",
  findings: "检查结果",
  unpublished: "未公开项目表",
};

const FORMATS: Readonly<Record<string, string>> = {
  pdf: "PDF",
  docx: "Word",
  html: "网页",
  xlsx: "Excel",
  csv: "CSV",
  json: "JSON",
};

/** A document in all its formats is one entry; files of other names are no documents. */
export function siteDownloads(files: readonly Pick<WrittenFile, "path" | "bytes">[]): readonly SiteDownload[] {
  return titlesFor(files).flatMap(([stem, title]) => {
    const own = files.flatMap(({ path, bytes }) => {
      const [name, ending = ""] = (path.split("/").at(-1) ?? "").split(".");
      const format = FORMATS[ending];
      return name === stem && format !== undefined ? [{ ...siteLink(path, format), size: sizeText(bytes) }] : [];
    });
    return own.length === 0 ? [] : [{ title, files: own }];
  });
}

/** The volumes of a publication that has several stand where the one would. */
function titlesFor(files: readonly Pick<WrittenFile, "path">[]): readonly (readonly [stem: string, title: string])[] {
  const stems = new Set(files.map(({ path }) => (path.split("/").at(-1) ?? "").replace(/\.\w+$/u, "")));
  const volumes = [...stems].filter((stem) => /^汇编-第\d+册$/u.test(stem)).toSorted();
  return Object.entries(TITLES).flatMap(([stem, title]) => [
    [stem, title] as const,
    ...(stem === "汇编" ? volumes.map((volume) => [volume, volume.replace("-", "　")] as const) : []),
  ]);
}

/** A path below the publication as a relative address. */
export function siteLink(path: string, text: string): SiteLink {
  return { address: path.split("/").map(encodeURIComponent).join("/"), text };
}

/** `512 字节`, `3.4 KB`, `12.0 MB`: of 1,000 each, rounded up, since nobody minds a download that is smaller than said. */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`;
  const [unit, size] = bytes < 1_000_000 ? ["KB", 1000] : ["MB", 1_000_000];
  const tenths = Math.ceil((bytes * 10) / size);
  return `${Math.floor(tenths / 10)}.${tenths % 10} ${unit}`;
}
