/** 汇编: many forms in one document. */
import type { AboutDocument, FormView } from "./form-view.ts";

/** What the volume's template may print. */
export interface VolumeView {
  readonly kind: "volume";
  readonly about: AboutDocument;
  readonly title: string;
  /** A line below the title, such as the department or the year; `""` for none. */
  readonly subtitle: string;
  /** Headings of the list of forms. */
  readonly columns: { readonly number: string; readonly project: string; readonly unit: string };
  readonly forms: readonly VolumeEntry[];
}

export interface VolumeEntry {
  /** Counted from one. */
  readonly number: string;
  readonly form: FormView;
}
