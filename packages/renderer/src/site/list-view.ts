/** What a page of the list of all forms may print, and one of the forms that are not published. */
import type { SiteColumns, SiteLink, SiteRow, SiteUnpublishedRow } from "./site-view.ts";

export interface ListView {
  readonly title: string;
  readonly subtitle: string;
  readonly skip: string;
  /** To the start page. */
  readonly home: SiteLink;
  readonly pager: SitePager;
  readonly columns: SiteColumns;
  /** Forms of one department, or what of them is on this page; `anchor` is where the start page leads to. */
  readonly groups: readonly {
    readonly anchor: string;
    readonly title: string;
    readonly forms: readonly SiteRow[];
  }[];
  readonly unpublished: { readonly columns: SiteUnpublishedRow; readonly forms: readonly SiteUnpublishedRow[] } | null;
}

export interface SitePager {
  readonly label: string;
  readonly previous: SiteLink | null;
  readonly next: SiteLink | null;
}
