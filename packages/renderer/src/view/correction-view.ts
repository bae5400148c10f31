/** 更正说明: what the explanation of a correction may print. Finished text only. */
import type { AboutDocument, CaptionedText } from "./form-view.ts";

export interface CorrectionView {
  readonly kind: "correction";
  readonly about: AboutDocument;
  /** `关于更正《项目》财政项目支出绩效自评表的说明` */
  readonly title: string;
  readonly opening: string;
  /** Project, unit, year, which form replaces which, reason, date. */
  readonly facts: readonly CaptionedText[];
  readonly columns: ChangeTexts;
  readonly changes: readonly ChangeTexts[];
  /** What the causes mean, and that nothing else was changed. */
  readonly remark: string;
  readonly signature: { readonly unit: string; readonly date: string };
}

/** One text for each column of the table of changes. */
export interface ChangeTexts {
  readonly number: string;
  readonly place: string;
  readonly before: string;
  readonly after: string;
  readonly cause: string;
}
