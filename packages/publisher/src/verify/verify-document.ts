/** One document against the data that it carries. */
import type { SourceReader } from "../input/source-reader.ts";
import type { CheckedTwin } from "../twin/examine-document.ts";
import type { Mismatch } from "./verification.ts";

export interface VerifiedDocument {
  /** `plain`: a file that carries no data, and need not. */
  readonly kind: "document" | "plain";
  readonly mismatches: readonly Mismatch[];
  readonly checked?: CheckedTwin;
  /** Why a file that could have been a document of ours was not opened; Chinese. */
  readonly why?: string;
}

/** `mustCarry`: a file of this name always carries its data. */
export async function verifyDocument(
  file: string,
  bytes: Uint8Array,
  reader: SourceReader,
  mustCarry: boolean,
): Promise<VerifiedDocument> {
  const examined = await reader.examine(file, bytes);
  if (examined.kind === "ended") return unreadable(file, `${examined.trouble.what}，${examined.trouble.why}`);
  if (examined.kind === "unopened" && (mustCarry || examined.isOurs)) return unreadable(file, examined.why);
  if (examined.kind !== "checked") {
    if (!mustCarry)
      return { kind: "plain", mismatches: [], ...(examined.kind === "unopened" ? { why: examined.why } : {}) };
    return { kind: "document", mismatches: [{ code: "twin/none", file, what: "文件里没有数据，无法核对" }] };
  }
  const { checked } = examined;
  return { kind: "document", mismatches: checked.problems.map((problem) => ({ ...problem, file })), checked };
}

function unreadable(file: string, why: string): VerifiedDocument {
  const what = `不能读取，无法与数据核对：${why.replace(/。$/u, "")}`;
  return { kind: "document", mismatches: [{ code: "document/unreadable", file, what }] };
}
