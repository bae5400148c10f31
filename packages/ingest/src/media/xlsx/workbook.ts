/** What a workbook says of itself: its sheets, and what their cells refer to. */
import { TEMPLATE_NAME, type TemplateMark, readTemplateMark } from "@zipingbiao/core";
import { brokenPackage } from "../opc/broken-package.ts";
import type { OfficePackage } from "../opc/office-package.ts";
import { BUILT_IN_FORMATS } from "./format-code.ts";
import { readSharedStrings } from "./text-runs.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** The number format of a cell style; `undefined` where neither the workbook nor Excel has it. */
  readonly formatOf: (style: number) => string | undefined;
  readonly from1904: boolean;
  /** Of a workbook that was made to be filled in. */
  readonly template: TemplateMark | undefined;
}

const MAX_STYLES = 70_000;

/** Reads the parts that all sheets share. Sheets of charts and dialogs are left out. */
export function readWorkbook(parts: OfficePackage, main: string): Workbook {
  const related = parts.relationshipsOf(main);
  const partOf = new Map(related.filter(({ type }) => type === "worksheet").map(({ id, part }) => [id, part]));
  const known = new Set(related.map(({ id }) => id));
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  let mark: string | undefined;
  let inMark = false;
  parts.readPart(main, {
    open: (name, attributes, depth) => {
      if (depth === 2 && name === "workbookPr") from1904 = isOn(attributes["date1904"]);
      inMark = depth === 3 && name === "definedName" && attributes["name"] === TEMPLATE_NAME;
      if (depth !== 3 || name !== "sheet") return;
      const { name: title = "", state = "visible" } = attributes;
      const id = Object.entries(attributes).find(([key]) => /^[^:]+:id$/u.test(key))?.[1] ?? "";
      const part = partOf.get(id);
      if (part !== undefined) sheets.push({ name: title.slice(0, 200), hidden: state !== "visible", part });
      else if (!known.has(id)) throw brokenPackage(`工作表「${title.slice(0, 40)}」没有对应的部件。`);
    },
    text: (text) => {
      if (inMark) mark = (mark ?? "") + text;
    },
    close: () => {
      inMark = false;
    },
  });
  const strings = related.find(({ type }) => type === "sharedStrings");
  const styles = related.find(({ type }) => type === "styles");
  return {
    sheets,
    strings: strings === undefined ? [] : readSharedStrings(parts, strings.part),
    formatOf: styles === undefined ? () => "General" : readFormats(parts, styles.part),
    from1904,
    // A name for a text stands in quotation marks.
    template: mark === undefined ? undefined : readTemplateMark(mark.trim().replaceAll(/^"|"$/gu, "")),
  };
}

/** How an attribute says yes. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readFormats(parts: OfficePackage, part: string): Workbook["formatOf"] {
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let inCells = false;
  parts.readPart(part, {
    open: (name, { numFmtId = "0", formatCode = "" }, depth) => {
      if (depth === 2) inCells = name === "cellXfs";
      if (depth !== 3) return;
      if (name === "numFmt" && codes.size < MAX_STYLES) codes.set(numFmtId, formatCode);
      if (name === "xf" && inCells && styles.length < MAX_STYLES) styles.push(numFmtId);
    },
  });
  return (style) => {
    const id = styles[style] ?? "0";
    return codes.get(id) ?? BUILT_IN_FORMATS.get(Number.parseInt(id, 10));
  };
}
