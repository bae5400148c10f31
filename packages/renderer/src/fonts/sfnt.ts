/** The little of TrueType that is needed to choose code points and to rename a face. */
export interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

/** The tables of a font, or of the face that begins at `at` in a collection. */
export function tablesOf(font: Buffer, at = 0): Table[] {
  return Array.from({ length: font.readUInt16BE(at + 4) }, (_, index) => {
    const entry = at + 12 + 16 * index;
    const from = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString("latin1", entry, entry + 4),
      bytes: font.subarray(from, from + font.readUInt32BE(entry + 12)),
    };
  });
}

/** One face of a collection (.ttc), counted from 0, as a font of its own; a plain font as it is. */
export function faceOf(font: Buffer, index: number): Buffer {
  if (font.toString("latin1", 0, 4) !== "ttcf") return font;
  return assembleFont(tablesOf(font, font.readUInt32BE(12 + 4 * index)));
}

export function tableOf(font: Buffer, tag: string): Buffer {
  const found = tablesOf(font).find((table) => table.tag === tag);
  if (found === undefined) throw new Error(`字体缺少 ${tag} 表`);
  return found.bytes;
}

/** Whether glyphs are TrueType outlines; Chromium prints CFF ones as Type 3, whose text is lost. */
export function hasTrueTypeOutlines(font: Buffer): boolean {
  return tablesOf(font).some((table) => table.tag === "glyf");
}

/** A string of the name table as Windows reads it, the first in any language; without control characters. */
export function readName(font: Buffer, id: number): string | undefined {
  const name = tableOf(font, "name");
  const strings = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index++) {
    const at = 6 + 12 * index;
    if (name.readUInt16BE(at) !== 3 || ![1, 10].includes(name.readUInt16BE(at + 2))) continue;
    if (name.readUInt16BE(at + 6) !== id) continue;
    const from = strings + name.readUInt16BE(at + 10);
    const text = new TextDecoder("utf-16be").decode(name.subarray(from, from + name.readUInt16BE(at + 8)));
    return text.replaceAll(/[\u0000-\u0009\u000b-\u001f]/g, "");
  }
  return undefined;
}

/** The font under other names; everything else byte for byte, so the result is a function of the inputs. */
export function renameFont(font: Buffer, names: ReadonlyMap<number, string>): Buffer {
  return assembleFont(
    tablesOf(font).map((table) => (table.tag === "name" ? { tag: "name", bytes: nameTable(names) } : table)),
  );
}

function nameTable(names: ReadonlyMap<number, string>): Buffer {
  const entries = [...names].toSorted(([a], [b]) => a - b);
  const head = Buffer.alloc(6 + 12 * entries.length);
  head.writeUInt16BE(entries.length, 2);
  head.writeUInt16BE(head.length, 4);
  const strings: Buffer[] = [];
  let used = 0;
  for (const [index, [id, text]] of entries.entries()) {
    const bytes = Buffer.from(text, "utf16le").swap16();
    const record = [3, 1, 0x409, id, bytes.length, used];
    for (const [field, value] of record.entries()) head.writeUInt16BE(value, 6 + 12 * index + 2 * field);
    strings.push(bytes);
    used += bytes.length;
  }
  return Buffer.concat([head, ...strings]);
}

/** A font file of these tables, in the order of their tags. */
export function assembleFont(tables: readonly Table[]): Buffer {
  const sorted = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const directory = Buffer.alloc(12 + 16 * sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  const search = [sorted.length, 16 * 2 ** power, power, 16 * (sorted.length - 2 ** power)];
  for (const [index, value] of search.entries()) directory.writeUInt16BE(value, 4 + 2 * index);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (const [index, { tag, bytes }] of sorted.entries()) {
    const entry = 12 + 16 * index;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checksum(bytes), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    parts.push(bytes, Buffer.alloc(-bytes.length & 3));
    at += (bytes.length + 3) & ~3;
  }
  return Buffer.concat(parts);
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) sum = (sum + bytes.readUInt32BE(at)) | 0;
  for (let at = whole; at < bytes.length; at++) sum = (sum + ((bytes[at] ?? 0) << (24 - 8 * (at & 3)))) | 0;
  return sum >>> 0;
}
