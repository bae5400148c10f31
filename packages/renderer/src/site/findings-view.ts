/** What the page of findings may print: finished text. Anchors are ours and safe in an attribute. */
export interface FindingsView {
  readonly title: string;
  /** What was checked, in a line. */
  readonly subtitle: string;
  /** Remarks on the run: settings, an earlier report, inputs that could not be read. */
  readonly remarks: readonly string[];
  /** The figures at the top, such as 差错. */
  readonly figures: readonly { readonly caption: string; readonly text: string }[];
  readonly captions: FindingsCaptions;
  readonly summary: readonly FindingsSummaryRow[];
  readonly forms: readonly FindingsSection[];
  readonly rules: readonly FindingsRule[];
  readonly sources: readonly { readonly anchor: string; readonly text: string }[];
}

export interface FindingsCaptions {
  readonly number: string;
  readonly unit: string;
  readonly project: string;
  readonly fiscalYear: string;
  readonly place: string;
  readonly printed: string;
  readonly message: string;
  readonly due: string;
  readonly fix: string;
  readonly basis: string;
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  readonly uncheckable: string;
  readonly rule: string;
  readonly summary: string;
  readonly rules: string;
  readonly sources: string;
  readonly nothing: string;
}

/** Counts are texts, `""` for none. */
export interface FindingsCountTexts {
  readonly error: string;
  readonly warning: string;
  readonly note: string;
  readonly uncheckable: string;
}

export interface FindingsSummaryRow {
  readonly number: string;
  readonly unit: string;
  readonly project: string;
  readonly fiscalYear: string;
  /** Of the form's own section; `""` where it has none. */
  readonly anchor: string;
  readonly counts: FindingsCountTexts;
}

export interface FindingsSection {
  readonly anchor: string;
  readonly heading: string;
  /** Unit, year and source in a line. */
  readonly about: string;
  readonly rows: readonly FindingsRow[];
}

export interface FindingsRow {
  /** 差错, 疑点, 提示 or 无法核对; `kind` is its class. */
  readonly weight: string;
  readonly kind: string;
  /** 新增, 仍在 or 已消除; `""` without an earlier report. */
  readonly state: string;
  readonly place: string;
  readonly origin: string;
  readonly printed: string;
  readonly message: string;
  readonly due: string;
  readonly fix: string;
  readonly basis: readonly { readonly anchor: string; readonly text: string }[];
}

export interface FindingsRule {
  readonly id: string;
  readonly title: string;
  readonly counts: FindingsCountTexts;
}
