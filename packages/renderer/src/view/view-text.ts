/** A view as plain text: goldens, the terminal, and the check of a PDF's text layer. */
import type { FormView } from "./form-view.ts";
import type { VolumeView } from "./volume-view.ts";

/** Every text that is printed, one entry a cell, in the order of the page; blank cells are left out. */
export function viewText(view: FormView | VolumeView): string[] {
  throw new Error(`not built yet: ${view.kind}`);
}
