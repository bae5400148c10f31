/** Forms → VolumeView. */
import { formAnchors } from "./anchors.ts";
import { viewForm } from "./view-form.ts";
import { type ListedForm, viewProjectList } from "./view-project-list.ts";
import type {
  ContentsRow,
  UnpublishedTexts,
  VolumeContents,
  VolumeEntry,
  VolumeGroup,
  VolumeView,
} from "./volume-view.ts";

/** What a volume is called. */
export interface VolumeHead {
  /** `2024年度` */
  readonly period: string;
  readonly name: string;
  /** The departments that answer for the projects. */
  readonly bodies: readonly string[];
  /** Goes into the file properties; missing where no single department answers. */
  readonly author?: string;
}

/** Forms that stand together under a title; `""` where forms are not grouped, and then there is one such group. */
export interface FormGroup {
  readonly title: string;
  readonly forms: readonly Pick<ListedForm, "form" | "edition">[];
}

/** A form that is not in the volume, as the public is told. */
export type UnpublishedEntry = Omit<UnpublishedTexts, "number">;

const NAMES = { contents: "目录", list: "项目一览表", unpublished: "未公开的自评表" } as const;
const ANCHORS = { cover: "cover", contents: "contents", list: "list", unpublished: "unpublished" } as const;

/** All forms in one document, in the given order. */
export function viewVolume(
  head: VolumeHead,
  groups: readonly FormGroup[],
  unpublished: readonly UnpublishedEntry[] = [],
): VolumeView {
  const numbered = numberForms(groups);
  const viewed = numbered.map(({ title, forms }, at): VolumeGroup => {
    const entries = forms.map((each) => viewEntry(each, title !== ""));
    if (title === "") return { divider: null, forms: entries };
    return { divider: { anchor: `group-${at + 1}`, title, extent: `收录自评表 ${entries.length} 份` }, forms: entries };
  });
  const count = numbered.reduce((sum, { forms }) => sum + forms.length, 0);
  const title = `${head.period}${head.name}`;
  return {
    kind: "volume",
    about: { title, subject: head.bodies.join("、"), author: head.author ?? "", keywords: [title, ...head.bodies] },
    cover: {
      anchor: ANCHORS.cover,
      period: head.period,
      name: head.name,
      extent: extentText(count, unpublished.length),
      bodies: head.bodies,
    },
    contents: viewContents(viewed, unpublished.length > 0),
    list: viewProjectList(numbered, { anchor: ANCHORS.list, title: NAMES.list }),
    groups: viewed,
    unpublished:
      unpublished.length === 0
        ? null
        : {
            anchor: ANCHORS.unpublished,
            title: NAMES.unpublished,
            columns: {
              number: "序号",
              fiscalYear: "年度",
              project: "项目名称",
              unit: "实施单位",
              status: "情况",
              reason: "原因",
              signed: "签批",
            },
            rows: unpublished.map((entry, at) => ({ number: String(at + 1), ...entry })),
          },
  };
}

function extentText(published: number, unpublished: number): string {
  const whole = `收录自评表 ${published} 份`;
  return unpublished === 0 ? whole : `${whole}　另有 ${unpublished} 份未公开，列于书末`;
}

/** Numbers through the whole volume; in one of several years the names say which. */
function numberForms(groups: readonly FormGroup[]): readonly { title: string; forms: readonly ListedForm[] }[] {
  const years = new Set(groups.flatMap(({ forms }) => forms.map(({ form }) => form.fiscalYear)));
  let number = 0;
  return groups.map(({ title, forms }) => ({
    title,
    forms: forms.map(({ form, edition }) => {
      number += 1;
      return {
        form,
        edition,
        number: String(number),
        anchor: `form-${number}`,
        project: form.projectName,
        year: years.size > 1 ? `（${form.fiscalYear}年度）` : "",
      };
    }),
  }));
}

function viewEntry({ form, edition, number, anchor, project, year }: ListedForm, isBelowGroup: boolean): VolumeEntry {
  const text = [number, form.projectName, form.implementingUnit].filter((part) => part !== "").join("　");
  const view = viewForm(form, edition);
  return { number, project, year, form: { ...view, heading: { text, isBelowGroup }, anchors: formAnchors(anchor) } };
}

function viewContents(groups: readonly VolumeGroup[], hasUnpublished: boolean): VolumeContents {
  const part = (title: string, anchor: string): ContentsRow => ({ part: { title, anchor }, entry: null });
  return {
    anchor: ANCHORS.contents,
    title: NAMES.contents,
    columns: { number: "序号", project: "项目名称", unit: "实施单位", page: "页码" },
    rows: [
      part(NAMES.list, ANCHORS.list),
      ...groups.flatMap(({ divider, forms }) => [
        ...(divider === null ? [] : [part(divider.title, divider.anchor)]),
        ...forms.map(({ number, project, year, form }) => ({
          part: null,
          entry: { number, project, year, unit: form.implementingUnit.text, anchor: form.anchors.form },
        })),
      ]),
      ...(hasUnpublished ? [part(NAMES.unpublished, ANCHORS.unpublished)] : []),
    ],
  };
}
