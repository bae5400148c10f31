/** What the start page of a publication may print: finished text, and relative addresses that are ready for an attribute. */
import type { ChartView } from "../view/chart-view.ts";

export interface SiteView {
  readonly title: string;
  readonly subtitle: string;
  readonly captions: SiteCaptions;
  /** The figures at the top, such as 项目数 and 全年预算数. */
  readonly figures: readonly { readonly caption: string; readonly text: string }[];
  /** Each with its figures as a table; empty when no form is published. */
  readonly charts: readonly SiteChart[];
  readonly downloads: SiteDownloads;
  readonly formsTitle: string;
  readonly columns: SiteColumns;
  /** Forms in the order of the publication, all or, of a large publication, the first; empty when none is published. */
  readonly forms: readonly SiteRow[];
  /** Says that there are more forms than the page shows; `""` where there are not. */
  readonly formsNote: string;
  /** Where all forms are listed; empty where the page itself shows them all. */
  readonly departments: readonly SiteDepartment[];
  /** Pages of the list, where there are too many departments to name. */
  readonly pages: readonly (SiteLink & { readonly note: string })[];
  /** What the scripts of the page work with; `null` when no form is published. */
  readonly finder: SiteFinder | null;
  /** Forms that were handed in and are not published; `null` when there are none. */
  readonly unpublished: SiteUnpublished | null;
}

/** Words of the page that are not about any form. */
export interface SiteCaptions {
  readonly skip: string;
  readonly contents: string;
  readonly finder: string;
  readonly overview: string;
  readonly chartTable: string;
  readonly departments: string;
  readonly pages: string;
  readonly department: string;
  readonly forms: string;
  readonly budget: string;
  readonly execution: string;
  readonly rate: string;
  readonly footer: string;
}

export interface SiteLink {
  readonly address: string;
  readonly text: string;
}

export interface SiteChart {
  /** Lower-case letters and hyphens. */
  readonly name: string;
  readonly chart: ChartView;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly figures: readonly string[] }[];
}

/** What is there about all forms. */
export interface SiteDownloads {
  readonly title: string;
  /** Documents, then data; groups without files are left out. */
  readonly groups: readonly { readonly title: string; readonly documents: readonly SiteDownload[] }[];
  readonly manifest: SiteLink;
}

/** One document in its formats. */
export interface SiteDownload {
  readonly title: string;
  /** `text` is the format, `size` as people read it: `3.4 MB`. */
  readonly files: readonly (SiteLink & { readonly size: string })[];
}

export interface SiteColumns {
  readonly number: string;
  readonly fiscalYear: string;
  readonly unit: string;
  readonly project: string;
  readonly budget: string;
  readonly execution: string;
  readonly rate: string;
  readonly score: string;
  readonly rating: string;
  readonly findings: string;
  readonly documents: string;
}

export interface SiteDepartment {
  readonly department: SiteLink;
  readonly forms: string;
  readonly budget: string;
  readonly execution: string;
  readonly rate: string;
}

/** Search and filters: choices with the words that are shown for them, and how the data files are cut. */
export interface SiteFinder {
  readonly years: readonly string[];
  /** Empty where there are more than a list can hold. */
  readonly departments: readonly string[];
  readonly grades: readonly SiteChoice[];
  readonly bands: readonly SiteChoice[];
  readonly files: {
    readonly forms: number;
    /** Forms in a file of rows, of an index, of texts. */
    readonly rows: number;
    readonly index: number;
    readonly texts: number;
  };
}

export interface SiteChoice {
  readonly value: string;
  readonly text: string;
}

export interface SiteUnpublished {
  readonly title: string;
  readonly columns: SiteUnpublishedRow;
  readonly forms: readonly SiteUnpublishedRow[];
  /** Pages with the list, where it is too long for the start page. */
  readonly pages: readonly SiteLink[];
  readonly note: string;
}

export interface SiteUnpublishedRow {
  /** That of the whole publication: it fills the gaps in the table of forms. */
  readonly number: string;
  readonly fiscalYear: string;
  readonly unit: string;
  readonly project: string;
  readonly status: string;
  readonly reason: string;
}

export interface SiteRow extends Omit<SiteColumns, "project" | "documents"> {
  readonly project: SiteLink;
  /** What a reader must know of the form's publication: findings that were let through, places that were masked. */
  readonly remarks: readonly string[];
  readonly documents: readonly SiteLink[];
}
