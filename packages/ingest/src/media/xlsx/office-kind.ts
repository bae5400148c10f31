/** What an Office file is, told from its parts or from the streams of an old one. */
import { READ_TODAY, UNPACK, spaced } from "../read-today.ts";
import type { OfficePackage } from "../opc/office-package.ts";

export type OfficeKind =
  | { readonly kind: "workbook" | "document"; readonly main: string }
  /** Known, but not read: what it is, why it is not read and what to do. */
  | { readonly kind: "refused"; readonly what: string; readonly why: string; readonly next: string };

const SAVE_AS = "请在 Excel 或 WPS 里另存为「Excel 工作簿（.xlsx）」后再读。";
const AS_DOCUMENT = "请在 Word 或 WPS 里另存为「Word 文档（.docx）」后再读。";
const SAVE_AS_EITHER = "如果是填好的表，请在原来的软件里另存为 .xlsx 或 .docx 后再读。";
const AS_WORKBOOK = "请把表誊到 Excel 工作簿（.xlsx），或另存为 UTF-8 文本（.txt）后再读。";

/** The kind of a ZIP file. */
export function kindOfPackage(parts: OfficePackage): OfficeKind {
  if (!parts.has("[Content_Types].xml")) {
    if (parts.has("mimetype"))
      return refused(
        "OpenDocument 文件（.ods、.odt）",
        READ_TODAY,
        "请在 WPS 或 LibreOffice 里另存为 .xlsx 或 .docx 后再读。",
      );
    if (parts.has("OFD.xml")) return refused("OFD 版式文件", READ_TODAY, AS_WORKBOOK);
    return refused("压缩包", READ_TODAY, UNPACK);
  }
  const main = parts.relationshipsOf("").find(({ type }) => type === "officeDocument")?.part ?? "";
  const type = parts.contentTypeOf(main).toLowerCase();
  if (type.includes("sheet.binary")) return refused("Excel 二进制工作簿（.xlsb）", READ_TODAY, SAVE_AS);
  if (type.includes("macroenabled")) {
    const next = type.includes("ms-word") ? AS_DOCUMENT : SAVE_AS;
    return refused("带宏的 Office 文件（.xlsm、.docm）", "自评表不需要宏，带宏的文件一律不打开。", next);
  }
  if (type.includes("wordprocessingml")) return { kind: "document", main };
  if (type.includes("presentationml")) return refused("PowerPoint 文件", READ_TODAY, AS_WORKBOOK);
  if (type.includes("spreadsheetml.sheet.main") || type.includes("spreadsheetml.template.main"))
    return { kind: "workbook", main };
  return refused("不认识的 Office 文件", READ_TODAY, SAVE_AS_EITHER);
}

/** The kind of an OLE file: an old one, or a new one that a password locks. */
export function kindOfOldFile(bytes: Uint8Array): Extract<OfficeKind, { kind: "refused" }> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string): boolean => file.includes(Buffer.from(stream, "utf16le"));
  if (has("EncryptedPackage"))
    return refused(
      "用密码保护的 Office 文件",
      "内容加了密，没有密码读不出来。",
      "请去掉打开密码，另存为 .xlsx 或 .docx 后再读。",
    );
  if (has("WordDocument")) return refused("旧版 Word 文件（.doc）", READ_TODAY, AS_DOCUMENT);
  if (has("Workbook") || has("Book")) return refused("旧版 Excel 文件（.xls）", READ_TODAY, SAVE_AS);
  return refused("旧版 Office 文件，或别的软件的数据文件", READ_TODAY, SAVE_AS_EITHER);
}

function refused(label: string, why: string, next: string): Extract<OfficeKind, { kind: "refused" }> {
  return { kind: "refused", what: `这是${spaced(label)}，不能读取。`, why, next };
}
