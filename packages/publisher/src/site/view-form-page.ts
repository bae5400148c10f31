/** A published form → what its page says around the official table. */
import type { FormPageView } from "@zipingbiao/renderer";
import { textOf } from "@zipingbiao/core";
import { EXPLANATION_STEM, FORM_STEM } from "../batch/form-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { siteLink, sizeText } from "./site-downloads.ts";
import { formPagePath, listedRow } from "./site-rows.ts";
import type { SiteForm } from "./site-source.ts";
import { findingsText, maskedText, revisionText, waivedText } from "./site-text.ts";

const ROOT = "../../../";

/** The forms of the same unit before and behind it. */
export interface Neighbours {
  readonly previous: SiteForm | undefined;
  readonly next: SiteForm | undefined;
}

export function viewFormPage(site: SiteForm, { previous, next }: Neighbours, style: string): FormPageView {
  const { form, folder, files } = site;
  const row = listedRow(site);
  const path = formPagePath(folder);
  return {
    title: `${form.projectName}　${form.implementingUnit}　${form.fiscalYear}年度绩效自评表`,
    skip: "跳到自评表",
    crumbsLabel: "当前位置",
    crumbs: [
      siteLink("index.html", "绩效自评公开", ROOT),
      {
        address: `${ROOT}index.html#${new URLSearchParams({ unit: form.implementingUnit }).toString()}`,
        text: form.implementingUnit,
      },
    ],
    here: form.projectName,
    style: `${ROOT}${style}`,
    facts: [
      { caption: "年度", text: row.year },
      { caption: "全年预算数", text: amount(row.budget) },
      { caption: "全年执行数", text: amount(row.execution) },
      { caption: "总分", text: textOf(form.totalScore) || "—" },
      { caption: "评分等级", text: form.rating ?? "—" },
      { caption: "检查结果", text: findingsText(site.errors) },
    ],
    notices: noticesOf(site),
    downloads: {
      title: "下载",
      files: files.map((file) => ({
        link: { ...siteLink(nameOf(file.path), titleOf(nameOf(file.path))) },
        size: sizeText(file.bytes),
        sha256: file.sha256,
        sm3: file.sm3 ?? "",
      })),
      manifest: siteLink(MANIFEST_PATH, "全部文件的清单与校验值", ROOT),
    },
    captions: { about: "关于这份自评表", size: "大小", sha256: "SHA-256", sm3: "SM3" },
    permalink: {
      title: "本页地址",
      note: "同一份公开资料里，这个地址不变，可以引用。",
      link: siteLink(path, path, ROOT),
    },
    pager:
      previous === undefined && next === undefined
        ? null
        : {
            label: "同一单位的其他自评表",
            previous: previous === undefined ? null : neighbour(previous, "上一份："),
            next: next === undefined ? null : neighbour(next, "下一份："),
          },
  };
}

function noticesOf({ form, folder, files, waived, masked }: SiteForm): FormPageView["notices"] {
  const explanations = files.filter(({ path }) => nameOf(path).startsWith(EXPLANATION_STEM));
  return [
    {
      title: "更正说明",
      sentences: form.revision === undefined ? [] : [revisionText(form.revision)],
      links: explanations
        .filter(({ path }) => path.endsWith(".html"))
        .map(({ path }) => siteLink(path.slice(folder.length + 1), "改了哪些地方，见更正说明")),
    },
    { title: "检查发现的差错及说明", sentences: waived.map(waivedText), links: [] },
    { title: "遮盖的内容", sentences: masked.map(maskedText), links: [] },
  ].filter(({ sentences }) => sentences.length > 0);
}

function neighbour({ form, folder }: SiteForm, caption: string) {
  return siteLink(formPagePath(folder), `${caption}${form.projectName}`, ROOT);
}

function amount(text: string): string {
  return /\d$/u.test(text) ? `${text} 万元` : text || "—";
}

const DOCUMENTS: Readonly<Record<string, string>> = { [FORM_STEM]: "自评表", [EXPLANATION_STEM]: EXPLANATION_STEM };
const FORMATS: Readonly<Record<string, string>> = { pdf: "PDF", docx: "Word", html: "网页", json: "JSON 数据" };

function titleOf(name: string): string {
  const [stem = "", ending = ""] = name.split(".");
  return `${DOCUMENTS[stem] ?? stem}（${FORMATS[ending] ?? ending}）`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
