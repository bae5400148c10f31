/** The limit: the table as a string of WordprocessingML, packed by node:zlib; no styles, no settings, three parts. */
import { crc32, deflateRawSync } from "node:zlib";
import { type FormRows, FUND_HEADINGS, INDICATOR_HEADINGS } from "./form-rows.ts";

const TYPES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");
const HEAD =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>';
const TAIL =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1020" w:right="737" w:bottom="907" w:left="737" w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>';

/** Twentieths of a point; the columns of the frame and of the indicators. */
export const FRAME_COLUMNS = [986, 1791, 1644, 1644, 1644, 805, 1066, 805] as const;
export const INDICATOR_COLUMNS = [986, 1718, 1757, 1389, 1389, 737, 737, 1672] as const;

const FIXED = [stored("[Content_Types].xml", TYPES), stored("_rels/.rels", RELATIONS)];

export function rawWord(form: FormRows): Buffer {
  return zip([...FIXED, stored("word/document.xml", documentXml(form))]);
}

function documentXml(form: FormRows): string {
  const head = paragraph(form.title, "center", 36) + paragraph(form.year, "center", 24);
  return `${HEAD}${head}${frame(form)}${paragraph("")}${indicators(form)}${paragraph("")}${TAIL}`;
}

function frame(form: FormRows): string {
  const columns = FRAME_COLUMNS;
  return table(columns, [
    cell("项目名称") + cell(form.projectName, { span: 7 }),
    cell("主管部门") +
      cell(form.competentDepartment, { span: 2 }) +
      cell("实施单位") +
      cell(form.implementingUnit, { span: 4 }),
    cell(`项目资金（${form.currencyUnit}）`, { merge: "restart" }) + FUND_HEADINGS.map((text) => cell(text)).join(""),
    ...form.funds.map((row) => cell("", { merge: "continue" }) + row.map((text) => cell(text)).join("")),
    cell("年度总体目标", { merge: "restart" }) + cell("预期目标", { span: 3 }) + cell("实际完成情况", { span: 4 }),
    cell("", { merge: "continue" }) + cell(form.goals[0], { span: 3 }) + cell(form.goals[1], { span: 4 }),
  ]);
}

function indicators({ indicators: rows, totals, rating }: FormRows): string {
  return table(INDICATOR_COLUMNS, [
    INDICATOR_HEADINGS.map((text) => cell(text)).join(""),
    ...rows.map(
      ({ level1, level2, cells }) =>
        cell(level1.rows > 0 ? level1.text : "", { merge: level1.rows > 0 ? "restart" : "continue" }) +
        cell(level2.rows > 0 ? level2.text : "", { merge: level2.rows > 0 ? "restart" : "continue" }) +
        cells.map((text) => cell(text)).join(""),
    ),
    cell("总分", { span: 5 }) + cell(totals[0]) + cell(totals[1]) + cell(""),
    cell("评分等级") + cell(rating, { span: 7 }),
  ]);
}

function table(columns: readonly number[], rows: readonly string[]): string {
  const grid = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const body = rows.map((row) => `<w:tr>${row}</w:tr>`).join("");
  return `<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`;
}

function cell(text: string, { span, merge }: { span?: number; merge?: "restart" | "continue" } = {}): string {
  const spanned = span === undefined ? "" : `<w:gridSpan w:val="${span}"/>`;
  const merged = merge === undefined ? "" : `<w:vMerge w:val="${merge}"/>`;
  return `<w:tc><w:tcPr>${spanned}${merged}<w:vAlign w:val="center"/></w:tcPr>${paragraph(text)}</w:tc>`;
}

function paragraph(text: string, align?: string, size = 18): string {
  const look = align === undefined ? "" : `<w:pPr><w:jc w:val="${align}"/></w:pPr>`;
  if (text === "") return `<w:p>${look}</w:p>`;
  return `<w:p>${look}<w:r><w:rPr><w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

interface ZipPart {
  readonly name: Buffer;
  readonly packed: Buffer;
  readonly size: number;
  readonly checksum: number;
}

function stored(name: string, text: string): ZipPart {
  const bytes = Buffer.from(text);
  return { name: Buffer.from(name), packed: deflateRawSync(bytes), size: bytes.length, checksum: crc32(bytes) };
}

function zip(parts: readonly ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, packed, size, checksum } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(checksum, 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    local.copy(central, 6, 4, 30);
    central.writeUInt32LE(at, 42);
    pieces.push(local, name, packed);
    directory.push(central, name);
    at += local.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, listed, end]);
}
