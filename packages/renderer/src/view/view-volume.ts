/** Forms → VolumeView. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import { formAnchors } from "./anchors.ts";
import { viewForm } from "./view-form.ts";
import { type ListedForm, type ListedHead, viewProjectList } from "./view-project-list.ts";
import type {
  ContentsRow,
  FramedEntry,
  FramedGroup,
  UnpublishedTexts,
  VolumeContents,
  VolumeDivider,
  VolumeEntry,
  VolumeFrame,
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
  /** Missing where one volume holds all forms. */
  readonly part?: VolumePart | undefined;
}

/** Which of several volumes this is. */
export interface VolumePart {
  /** Counted from one. */
  readonly number: number;
  readonly count: number;
  /** The number of its first form among those of all volumes, counted from one. */
  readonly first: number;
  /** Forms in all volumes, and how many are not public; those are named at the end of the last volume. */
  readonly forms: number;
  readonly unpublished: number;
}

/** Forms that stand together under a title; `""` where forms are not grouped, and then there is one such group. */
export interface FormGroup<Form = SelfEvaluationForm> {
  readonly title: string;
  readonly forms: readonly { readonly form: Form; readonly edition: Edition }[];
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
  const frame = frameVolume(head, groups, unpublished);
  return {
    ...frame,
    kind: "volume",
    groups: frame.groups.map((group, at) => ({
      ...group,
      forms: group.forms.flatMap((entry, row) => {
        const listed = groups[at]?.forms[row];
        return listed === undefined ? [] : [viewEntry(group, entry, listed.form, listed.edition)];
      }),
    })),
  };
}

/** A volume without the insides of its forms, for which their heads are enough. */
export function frameVolume(
  head: VolumeHead,
  groups: readonly FormGroup<ListedHead>[],
  unpublished: readonly UnpublishedEntry[] = [],
): VolumeFrame {
  const numbered = numberForms(groups, head.part?.first ?? 1);
  const framed = numbered.map(({ title, forms }, at): FramedGroup => {
    const entries = forms.map(({ number, project, year, anchor }) => ({ number, project, year, anchor }));
    if (title === "") return { divider: null, forms: entries };
    return { divider: { anchor: `group-${at + 1}`, title, extent: `收录自评表 ${entries.length} 份` }, forms: entries };
  });
  const count = numbered.reduce((sum, { forms }) => sum + forms.length, 0);
  const part = partText(head.part);
  const title = `${head.period}${head.name}${part === "" ? "" : `（${part}）`}`;
  return {
    about: { title, subject: head.bodies.join("、"), author: head.author ?? "", keywords: [title, ...head.bodies] },
    cover: {
      anchor: ANCHORS.cover,
      period: head.period,
      name: head.name,
      part,
      extent: extentText(count, unpublished.length, head.part),
      bodies: head.bodies,
    },
    contents: viewContents(framed, numbered, unpublished.length > 0),
    list: viewProjectList(numbered, { anchor: ANCHORS.list, title: NAMES.list }),
    groups: framed,
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

/** A form of a volume, as its frame places it. */
export function viewEntry(
  { divider }: Pick<FramedGroup, "divider">,
  entry: FramedEntry,
  form: SelfEvaluationForm,
  edition: Edition,
): VolumeEntry {
  const text = [entry.number, form.projectName, form.implementingUnit].filter((part) => part !== "").join("　");
  const heading = { text, isBelowGroup: divider !== null };
  return { ...entry, form: { ...viewForm(form, edition), heading, anchors: formAnchors(entry.anchor) } };
}

function partText(part: VolumePart | undefined): string {
  return part === undefined ? "" : `第 ${part.number} 册，共 ${part.count} 册`;
}

function extentText(published: number, unpublished: number, part: VolumePart | undefined): string {
  const whole = `收录自评表 ${published} 份`;
  if (part === undefined) return unpublished === 0 ? whole : `${whole}　另有 ${unpublished} 份未公开，列于书末`;
  const range = `${whole}（第 ${part.first} 至 ${part.first + published - 1} 份，各册共 ${part.forms} 份）`;
  if (part.unpublished === 0) return range;
  return `${range}　另有 ${part.unpublished} 份未公开，列于${unpublished === 0 ? "末册" : ""}书末`;
}

/** Numbers through all volumes; in one of several years the names say which. */
function numberForms(
  groups: readonly FormGroup<ListedHead>[],
  first: number,
): readonly { title: string; forms: readonly ListedForm[] }[] {
  const years = new Set(groups.flatMap(({ forms }) => forms.map(({ form }) => form.fiscalYear)));
  let number = first - 1;
  return groups.map(({ title, forms }) => ({
    title,
    forms: forms.map(({ form }) => {
      number += 1;
      return {
        form,
        number: String(number),
        anchor: `form-${number}`,
        project: form.projectName,
        year: years.size > 1 ? `（${form.fiscalYear}年度）` : "",
      };
    }),
  }));
}

function viewContents(
  groups: readonly FramedGroup[],
  numbered: readonly { readonly forms: readonly ListedForm[] }[],
  hasUnpublished: boolean,
): VolumeContents {
  const part = (title: string, anchor: string): ContentsRow => ({ part: { title, anchor }, entry: null });
  return {
    anchor: ANCHORS.contents,
    title: NAMES.contents,
    columns: { number: "序号", project: "项目名称", unit: "实施单位", page: "页码" },
    rows: [
      part(NAMES.list, ANCHORS.list),
      ...numbered.flatMap(({ forms }, at) => [
        ...dividersOf(groups[at]).map(({ title, anchor }) => part(title, anchor)),
        ...forms.map(({ number, project, year, form, anchor }) => ({
          part: null,
          entry: { number, project, year, unit: form.implementingUnit, anchor },
        })),
      ]),
      ...(hasUnpublished ? [part(NAMES.unpublished, ANCHORS.unpublished)] : []),
    ],
  };
}

function dividersOf(group: FramedGroup | undefined): readonly VolumeDivider[] {
  return group === undefined || group.divider === null ? [] : [group.divider];
}
