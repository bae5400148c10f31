/** A file → what it says of itself: whether it is a document of ours, and whether its text agrees with its data. */
import type { Twin } from "@zipingbiao/core";
import type { Templates } from "@zipingbiao/renderer";
import type { Trouble } from "../trouble.ts";
import { type CheckedDocument, checkDocument } from "./check-document.ts";
import { checkSheet } from "./check-sheet.ts";
import { type UnopenedDocument, openDocument } from "./open-document.ts";

/** Where the installed templates come from, when they are needed. */
export type TemplatesSource = () => Templates | Promise<Templates>;

/** A checked document without the text of its data, which nobody needs once it is read. */
export interface CheckedTwin extends Omit<CheckedDocument, "twin"> {
  readonly twin?: Omit<Twin, "text">;
}

/** `plain`: a file without data of ours. `ended`: examining it was ended, as `trouble` says. */
export type ExaminedDocument =
  | { readonly kind: "plain" }
  | UnopenedDocument
  | { readonly kind: "checked"; readonly checked: CheckedTwin }
  | { readonly kind: "ended"; readonly trouble: Trouble };

/** `templates` are asked for only when there is data to compare with; `onCompare` is told before that. Never throws for what a file contains. */
export async function examineDocument(
  bytes: Uint8Array,
  templates: TemplatesSource,
  onCompare?: () => void,
): Promise<ExaminedDocument> {
  const opened = openDocument(bytes);
  if (opened?.kind === "unopened") return opened;
  if (opened?.twins.length === 0) return { kind: "plain" };
  onCompare?.();
  const result = opened === undefined ? checkSheet(bytes) : checkDocument(opened, await templates());
  if (result === undefined) return { kind: "plain" };
  if ("kind" in result) return result;
  const { twin, ...checked } = result;
  if (twin === undefined) return { kind: "checked", checked };
  const { text: _text, ...claims } = twin;
  return { kind: "checked", checked: { ...checked, twin: claims } };
}
