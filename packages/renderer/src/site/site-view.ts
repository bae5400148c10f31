/** What the start page of a publication may print: finished text, and relative addresses that are ready for an attribute. */
export interface SiteView {
  readonly title: string;
  readonly subtitle: string;
  /** The figures at the top, such as 项目数 and 全年预算数. */
  readonly figures: readonly { readonly caption: string; readonly text: string }[];
  /** Documents about all forms: the volume and the open data. */
  readonly downloads: readonly SiteLink[];
  readonly columns: SiteColumns;
  readonly forms: readonly SiteRow[];
}

export interface SiteLink {
  readonly address: string;
  readonly text: string;
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

export interface SiteRow extends Omit<SiteColumns, "project" | "documents"> {
  readonly project: SiteLink;
  readonly documents: readonly SiteLink[];
}
