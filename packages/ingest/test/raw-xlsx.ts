/** Workbooks by hand, for what no writer would make: parts as XML, and archives that lie. */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** One entry of an archive. The optional members are lies. */
export interface RawPart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly declared?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  /** The entry uses the bytes of the entry before. */
  readonly overlaps?: boolean;
}

export const part = (name: string, xml: string): RawPart => ({ name, bytes: new TextEncoder().encode(xml) });

const rels = (...entries: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** The parts of a workbook with one sheet 表; `sheet` is the inside of its `worksheet` element. */
export function rawParts(sheet: string, strings = "", workbook = "", type = "sheet.main"): RawPart[] {
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.${type}+xml"/></Types>`,
    ),
    part("_rels/.rels", rels(["rId1", "officeDocument", "xl/workbook.xml"])),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbook}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      rels(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "sharedStrings", "sharedStrings.xml"]),
    ),
    part("xl/sharedStrings.xml", `<sst xmlns="${MAIN}">${strings}</sst>`),
    part("xl/worksheets/sheet1.xml", `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`),
  ];
}

/** Rows of inline texts as `sheetData`. */
export function inlineRows(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join("");
  return `<sheetData>${rows.map((row) => `<row>${cells(row)}</row>`).join("")}</sheetData>`;
}

/** An archive of these parts; what a part lies about is written as it says. */
export function zip(parts: readonly RawPart[]): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  let lastHeader = 0;
  for (const {
    name,
    bytes,
    declared = bytes.length,
    flags = 0,
    method = 8,
    localName = name,
    overlaps = false,
  } of parts) {
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const header = overlaps ? lastHeader : at;
    if (!overlaps) {
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      fields(local, 4, flags, method, bytes, packed.length, declared, localName);
      chunks.push(local, Buffer.from(localName), packed);
      at += 30 + Buffer.byteLength(localName) + packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    fields(central, 6, flags, method, bytes, packed.length, declared, name);
    central.writeUInt32LE(header, 42);
    directory.push(central, Buffer.from(name));
    lastHeader = header;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(parts.length, 0xffff), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Uint8Array.from(Buffer.concat([...chunks, ...directory, end]));
}

function fields(
  into: Buffer,
  from: number,
  flags: number,
  method: number,
  bytes: Uint8Array,
  packed: number,
  declared: number,
  name: string,
): void {
  into.writeUInt16LE(20, from - 2 + (from === 4 ? 2 : 0));
  into.writeUInt16LE(flags, from + 2);
  into.writeUInt16LE(method, from + 4);
  into.writeUInt32LE(crc32(bytes), from + 10);
  into.writeUInt32LE(packed, from + 14);
  into.writeUInt32LE(declared, from + 18);
  into.writeUInt16LE(Buffer.byteLength(name), from + 22);
}

/** The parts of an archive that a writer of ours made: every local header has its sizes. */
export function unzipped(archive: Uint8Array): RawPart[] {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const parts: RawPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, title] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    const name = bytes.toString("utf8", at + 46, at + 46 + title);
    parts.push({ name, bytes: bytes.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body) });
    at += 46 + title + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}
