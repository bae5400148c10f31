/** Where a figure, a caption or a rule comes from, and how sure we are of it. */

/**
 * `text`: read in the document itself · `sample`: counted in published forms ·
 * `practice`: seen in use, not counted · `unverified`: general knowledge, which no message may quote as a rule.
 */
export type Certainty = "text" | "sample" | "practice" | "unverified";

/** The Chinese word for a certainty, for findings and pages. */
export const CERTAINTY_LABELS: Readonly<Record<Certainty, string>> = {
  text: "文件原文",
  sample: "公开表样本统计",
  practice: "通行做法",
  unverified: "未经核实",
};

/** One source. `note` says what it shows, with counts where it is a sample. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly documentNumber?: string;
  readonly article?: string;
  readonly date?: string;
  readonly certainty: Certainty;
  readonly note: string;
}
