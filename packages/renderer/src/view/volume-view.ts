/** 汇编: many forms in one document, with what stands before and behind them. Finished text only. */
import type { AboutDocument, FormView } from "./form-view.ts";

/** What the volume's templates may print. */
export interface VolumeView extends VolumeFrame {
  readonly kind: "volume";
  /** The forms; one group without a divider where they are not grouped. */
  readonly groups: readonly VolumeGroup[];
}

/** A volume without the insides of its forms: as much of it as can be there at once. */
export interface VolumeFrame {
  readonly about: AboutDocument;
  readonly cover: VolumeCover;
  readonly contents: VolumeContents;
  readonly list: ProjectList;
  readonly groups: readonly FramedGroup[];
  /** `null` when every form that was handed in is in the volume. */
  readonly unpublished: UnpublishedList | null;
}

/** The cover: a page of its own. */
export interface VolumeCover {
  readonly anchor: string;
  /** `2024年度` */
  readonly period: string;
  readonly name: string;
  /** `第 1 册，共 3 册`; `""` where there is one. */
  readonly part: string;
  /** How many forms there are, and how many are missing. */
  readonly extent: string;
  /** The departments that answer for the projects; one line each. */
  readonly bodies: readonly string[];
}

/** 目录. The number of the page is put in by the print. */
export interface VolumeContents {
  readonly anchor: string;
  readonly title: string;
  readonly columns: { readonly number: string; readonly project: string; readonly unit: string; readonly page: string };
  readonly rows: readonly ContentsRow[];
}

/** A part of the volume, or a form; the other member is `null`. */
export interface ContentsRow {
  readonly part: { readonly title: string; readonly anchor: string } | null;
  readonly entry: {
    readonly number: string;
    readonly project: string;
    /** `（2021年度）` where the volume is of several years, else `""`. */
    readonly year: string;
    readonly unit: string;
    readonly anchor: string;
  } | null;
}

/** 项目一览表: all amounts in one unit. */
export interface ProjectList {
  readonly anchor: string;
  readonly title: string;
  readonly columns: ProjectTexts & { readonly page: string };
  /** `（万元）`: what the amounts are counted in, for their headings. */
  readonly currency: string;
  /** Captions of the amounts in one piece, where they stand beside their value. */
  readonly amounts: { readonly budget: string; readonly execution: string };
  readonly groups: readonly { readonly title: string; readonly rows: readonly ProjectRow[] }[];
  /** What was converted; `""` where all amounts stand as the forms print them. */
  readonly remark: string;
}

/** One text for each column of the list, the page aside. */
export interface ProjectTexts {
  readonly number: string;
  readonly project: string;
  readonly unit: string;
  readonly budget: string;
  readonly execution: string;
  readonly rate: string;
  readonly score: string;
  readonly rating: string;
}

export interface ProjectRow extends ProjectTexts {
  readonly year: string;
  readonly anchor: string;
}

export interface FramedGroup {
  /** The page before the forms of a group; `null` where the forms are not grouped. */
  readonly divider: VolumeDivider | null;
  readonly forms: readonly FramedEntry[];
}

export interface VolumeDivider {
  readonly anchor: string;
  readonly title: string;
  readonly extent: string;
}

/** What a volume says of a form besides the form itself. */
export interface FramedEntry {
  /** Counted from one through the volume. */
  readonly number: string;
  readonly project: string;
  readonly year: string;
  readonly anchor: string;
}

export interface VolumeGroup extends FramedGroup {
  readonly forms: readonly VolumeEntry[];
}

export interface VolumeEntry extends FramedEntry {
  readonly form: FormView;
}

/** Forms that were handed in and are not published. */
export interface UnpublishedList {
  readonly anchor: string;
  readonly title: string;
  readonly columns: UnpublishedTexts;
  readonly rows: readonly UnpublishedTexts[];
}

/** One text for each column of the list of what is not published. */
export interface UnpublishedTexts {
  readonly number: string;
  readonly fiscalYear: string;
  readonly project: string;
  readonly unit: string;
  readonly status: string;
  readonly reason: string;
  /** Who signed, and when. */
  readonly signed: string;
}
