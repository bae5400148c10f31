/** What the page of one form may print around the official table: finished text, relative addresses. */
import type { SitePager } from "./list-view.ts";
import type { SiteLink } from "./site-view.ts";

export interface FormPageView {
  /** Of the window: project and unit. */
  readonly title: string;
  readonly skip: string;
  /** From the start page down; the last is this page, without address. */
  readonly crumbsLabel: string;
  readonly crumbs: readonly SiteLink[];
  readonly here: string;
  /** Style sheets, relative. */
  readonly style: string;
  readonly facts: readonly { readonly caption: string; readonly text: string }[];
  /** Corrections, findings that were let through, masked places: each a heading with sentences. */
  readonly notices: readonly FormNotice[];
  readonly downloads: {
    readonly title: string;
    readonly files: readonly FormDownload[];
    readonly manifest: SiteLink;
  };
  readonly captions: { readonly about: string; readonly size: string; readonly sha256: string; readonly sm3: string };
  readonly permalink: { readonly title: string; readonly note: string; readonly link: SiteLink };
  /** To the forms of the same unit before and behind it; `null` for the only one. */
  readonly pager: SitePager | null;
}

export interface FormNotice {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly links: readonly SiteLink[];
}

export interface FormDownload {
  readonly link: SiteLink;
  readonly size: string;
  readonly sha256: string;
  /** `""` where it was not computed. */
  readonly sm3: string;
}
