/** The texts of a view, each with the name of its place. */
import type { CaptionedText } from "./form-view.ts";

export interface LabelledCell {
  /** `第 2 行指标「日常巡检次数」 · 得分`; of a caption, `栏目「得分」`. */
  readonly label: string;
  /** `""` for a blank cell. */
  readonly text: string;
  /** Wording of the form itself, not of one project; a caption may be printed again on the next page. */
  readonly isCaption: boolean;
}

/** A row of the printed table; a merged cell's text stands in its first row. */
export type CellRow = readonly LabelledCell[];

export const BLANK: LabelledCell = { label: "", text: "", isCaption: false };

export function value(label: string, text: string): LabelledCell {
  return { label, text, isCaption: false };
}

export function caption(text: string): LabelledCell {
  return { label: `栏目「${text}」`, text, isCaption: true };
}

export function pair({ caption: name, text }: CaptionedText): CellRow {
  return [caption(name), value(name, text)];
}
