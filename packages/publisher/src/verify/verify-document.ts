/** One document against the data that it carries. */
import type { Templates } from "@zipingbiao/renderer";
import { type CheckedDocument, checkDocument } from "../twin/check-document.ts";
import { checkSheet } from "../twin/check-sheet.ts";
import { openDocument } from "../twin/open-document.ts";
import type { Mismatch } from "./verification.ts";

export interface VerifiedDocument {
  /** `plain`: a file that carries no data, and need not. */
  readonly kind: "document" | "plain";
  readonly mismatches: readonly Mismatch[];
  readonly checked?: CheckedDocument;
  /** Why a file that could have been a document of ours was not opened; Chinese. */
  readonly why?: string;
}

/** `mustCarry`: a file of this name always carries its data. */
export function verifyDocument(
  file: string,
  bytes: Uint8Array,
  templates: Templates,
  mustCarry: boolean,
): VerifiedDocument {
  const opened = openDocument(bytes);
  if (opened?.kind === "unopened" && (mustCarry || opened.isOurs)) {
    const what = `不能读取，无法与数据核对：${opened.why.replace(/。$/u, "")}`;
    return { kind: "document", mismatches: [{ code: "document/unreadable", file, what }] };
  }
  const sheet = opened === undefined ? checkSheet(bytes) : undefined;
  if (sheet !== undefined) return checkedDocument(file, sheet);
  if (opened?.kind !== "opened" || opened.twins.length === 0) {
    if (!mustCarry)
      return { kind: "plain", mismatches: [], ...(opened?.kind === "unopened" ? { why: opened.why } : {}) };
    return { kind: "document", mismatches: [{ code: "twin/none", file, what: "文件里没有数据，无法核对" }] };
  }
  return checkedDocument(file, checkDocument(opened, templates));
}

function checkedDocument(file: string, checked: CheckedDocument): VerifiedDocument {
  return { kind: "document", mismatches: checked.problems.map((problem) => ({ ...problem, file })), checked };
}
