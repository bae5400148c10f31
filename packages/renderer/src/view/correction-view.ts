/** 更正说明: what the explanation of a correction may print. Finished text only. */
import type { AboutDocument, CaptionedText } from "./form-view.ts";

export interface CorrectionView {
  readonly kind: "correction";
  readonly about: AboutDocument;
  readonly anchor: string;
  /** `财政项目支出绩效自评表更正说明` */
  readonly title: string;
  readonly opening: string;
  /** Project, unit, year, which form replaces which, reason, date. */
  readonly facts: readonly CaptionedText[];
  /** Above the table of changes. */
  readonly lead: string;
  readonly columns: ChangeTexts;
  readonly changes: readonly ViewedChange[];
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

export interface ViewedChange extends ChangeTexts {
  /** Whether its texts are so long that the row may be broken over pages; short rows are kept together. */
  readonly isLong: boolean;
}
