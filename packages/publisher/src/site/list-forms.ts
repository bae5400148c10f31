/** The list of all forms on pages of their own, for a publication that is too large for its start page. */
import type { ListView } from "@zipingbiao/renderer";
import { NO_DEPARTMENT } from "./groups.ts";
import { siteLink } from "./site-downloads.ts";
import { SITE_COLUMNS, siteRow } from "./site-rows.ts";
import type { SiteForm, SiteSource } from "./site-source.ts";
import { UNPUBLISHED_COLUMNS, unpublishedRow } from "./unpublished-rows.ts";

const ON_A_PAGE = 200;
const ROOT = "../../";

export interface ListPage {
  readonly path: string;
  readonly title: string;
  /** From which department to which. */
  readonly note: string;
  readonly view: () => ListView;
}

export interface SiteLists {
  readonly pages: readonly ListPage[];
  readonly unpublishedPages: readonly ListPage[];
  /** By the name of a department, the address relative to the start page at which its forms begin. */
  readonly departments: ReadonlyMap<string, string>;
}

/** Pages in the order of the publication; their views are made when they are asked for. */
export function listForms({ forms, unpublished }: Pick<SiteSource, "forms" | "unpublished">): SiteLists {
  const parts = cut(forms);
  const departments = new Map<string, string>();
  const pages = parts.map((part, at): ListPage => {
    const path = pagePath("forms", at);
    const groups = groupsOf(part);
    for (const { name, anchor } of groups) {
      if (!departments.has(name)) departments.set(name, `${siteLink(path, "").address}#${anchor}`);
    }
    const title = titleOf("全部项目名单", at, part.length);
    const names = [groups[0]?.title ?? "", groups.at(-1)?.title ?? ""];
    return {
      path,
      title,
      note: [...new Set(names)].join(" — "),
      view: () => ({
        ...frameOf(title, "forms", at, parts.length),
        groups: groups.map(({ anchor, title: name, forms: own }) => ({
          anchor,
          title: name,
          forms: own.map((form) => siteRow(form, ROOT)),
        })),
        unpublished: null,
      }),
    };
  });
  const unpublishedParts = cut(unpublished);
  const unpublishedPages = unpublishedParts.map((part, at): ListPage => {
    const title = titleOf("未公开的项目", at, part.length);
    return {
      path: pagePath("unpublished", at),
      title,
      note: "",
      view: () => ({
        ...frameOf(title, "unpublished", at, unpublishedParts.length),
        groups: [],
        unpublished: { columns: UNPUBLISHED_COLUMNS, forms: part.map(unpublishedRow) },
      }),
    };
  });
  return { pages, unpublishedPages, departments };
}

function cut<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / ON_A_PAGE) }, (_, at) =>
    all.slice(at * ON_A_PAGE, (at + 1) * ON_A_PAGE),
  );
}

function pagePath(kind: string, at: number): string {
  return `site/list/${kind}-${String(at + 1).padStart(3, "0")}.html`;
}

function titleOf(what: string, at: number, forms: number): string {
  return `${what}（第 ${at * ON_A_PAGE + 1} 至 ${at * ON_A_PAGE + forms} 个）`;
}

function frameOf(title: string, kind: string, at: number, pages: number) {
  const link = (to: number, text: string) => (to < 0 || to >= pages ? null : siteLink(pagePath(kind, to), text, ROOT));
  return {
    title,
    subtitle: `第 ${at + 1} 页，共 ${pages} 页`,
    skip: "跳到正文",
    home: siteLink("index.html", "首页", ROOT),
    pager: { label: "翻页", previous: link(at - 1, "上一页"), next: link(at + 1, "下一页") },
    columns: SITE_COLUMNS,
  };
}

/** Forms that follow one another and have one department; of several years there are several groups of a name. */
function groupsOf(forms: readonly SiteForm[]) {
  const groups: {
    readonly name: string;
    readonly title: string;
    readonly anchor: string;
    readonly forms: SiteForm[];
  }[] = [];
  for (const form of forms) {
    const name = form.form.competentDepartment;
    const last = groups.at(-1);
    if (last?.name === name) last.forms.push(form);
    else {
      const anchor = `department-${groups.length + 1}`;
      groups.push({ name, title: name === "" ? NO_DEPARTMENT : name, anchor, forms: [form] });
    }
  }
  return groups;
}
