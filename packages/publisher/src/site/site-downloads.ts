/** Files that are about all forms → what the start page offers of them. */
import type { SiteDownload, SiteLink, SiteView } from "@zipingbiao/renderer";
import type { WrittenFile } from "../batch/store.ts";

/** What a file is, by its name without the ending, in the order of the start page. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  汇编: "汇编",
  汇总报告: "汇总报告",
  汇总表: "汇总表",
  公开情况表: "公开情况表",
};

const DATA: Readonly<Record<string, string>> = {
  projects: "项目表",
  indicators: "指标表",
  forms: "全部自评表",
  findings: "检查结果",
  unpublished: "未公开项目表",
  字段说明: "字段说明",
  schema: "数据结构（JSON Schema）",
  catalog: "数据目录（DCAT）",
  sitemap: "网页清单",
};

const FORMATS: Readonly<Record<string, string>> = {
  pdf: "PDF",
  docx: "Word",
  html: "网页",
  xlsx: "Excel",
  csv: "CSV",
  json: "JSON",
  jsonld: "JSON-LD",
  xml: "XML",
};

const VOLUME = /(?:^|\/)(汇编-(第\d+册))\.\w+$/u;

type Offered = Pick<WrittenFile, "path" | "bytes">;

/** A document in all its formats is one entry, each 册 of a volume another; files of other names are no documents. */
export function siteDownloads(files: readonly Offered[]): SiteView["downloads"]["groups"] {
  const volumes = files.flatMap(({ path }) => {
    const [, stem, number] = VOLUME.exec(path) ?? [];
    return stem === undefined || number === undefined ? [] : [[stem, `汇编${number}`] as const];
  });
  return [
    {
      title: "文档",
      documents: documentsOf(
        { ...Object.fromEntries(volumes.toSorted(([a], [b]) => (a < b ? -1 : 1))), ...DOCUMENTS },
        files,
      ),
    },
    { title: "开放数据", documents: documentsOf(DATA, files) },
  ].filter(({ documents }) => documents.length > 0);
}

/** A path below the publication as an address relative to a page from which `root` leads to the start page. */
export function siteLink(path: string, text: string, root = ""): SiteLink {
  return { address: `${root}${path.split("/").map(encodeURIComponent).join("/")}`, text };
}

function documentsOf(titles: Readonly<Record<string, string>>, files: readonly Offered[]): readonly SiteDownload[] {
  return Object.entries(titles).flatMap(([stem, title]) => {
    const own = files.flatMap(({ path, bytes }) => {
      const [name, ending = ""] = (path.split("/").at(-1) ?? "").split(".");
      const format = FORMATS[ending];
      return name === stem && format !== undefined ? [{ ...siteLink(path, format), size: sizeText(bytes) }] : [];
    });
    return own.length === 0 ? [] : [{ title, files: own }];
  });
}

/** `512 字节`, `3.4 KB`, `12.0 MB`: of 1,000 each, rounded up, since nobody minds a download that is smaller than said. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} 字节`;
  const [unit, size] = bytes < 1_000_000 ? ["KB", 1000] : ["MB", 1_000_000];
  const tenths = Math.ceil((bytes * 10) / size);
  return `${Math.floor(tenths / 10)}.${tenths % 10} ${unit}`;
}
