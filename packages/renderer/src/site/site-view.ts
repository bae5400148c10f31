/** What the start page of a publication may print: finished text, and relative addresses that are ready for an attribute. */
export interface SiteView {
  readonly title: string;
  readonly subtitle: string;
  /** The figures at the top, such as 项目数 and 全年预算数. */
  readonly figures: readonly { readonly caption: string; readonly text: string }[];
  readonly downloads: SiteDownloads;
  readonly formsTitle: string;
  readonly columns: SiteColumns;
  /** Empty when no form is published; the page then has no such table. */
  readonly forms: readonly SiteRow[];
  /** Forms that were handed in and are not published; `null` when there are none. */
  readonly unpublished: SiteUnpublished | null;
}

export interface SiteLink {
  readonly address: string;
  readonly text: string;
}

/** What is there about all forms. */
export interface SiteDownloads {
  readonly title: string;
  /** The volume, the report, the open data; as many as there are. */
  readonly documents: readonly SiteDownload[];
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

export interface SiteUnpublished {
  readonly title: string;
  readonly columns: SiteUnpublishedRow;
  readonly forms: readonly SiteUnpublishedRow[];
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
