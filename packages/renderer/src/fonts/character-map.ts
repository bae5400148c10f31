import { tableOf } from "./sfnt.ts";

/** Unicode ends here; a table that goes on is broken. */
const lastCodePoint = 0x10ffff;

/**
 * Code point → glyph, from the font's full-range table (format 12), or from the one for the basic plane (format 4) when
 * it has no other. Glyph 0, and glyphs that the font does not have, stand for no character.
 * @throws when the font has neither, or a table that cannot be true
 */
export function readCharacterMap(font: Buffer): Map<number, number> {
  const cmap = tableOf(font, "cmap");
  const glyphs = tableOf(font, "maxp").readUInt16BE(4);
  const tables = Array.from({ length: Math.min(cmap.readUInt16BE(2), 64) }, (_, index) => {
    const at = 4 + 8 * index;
    const offset = cmap.readUInt32BE(at + 4);
    return {
      unicode:
        cmap.readUInt16BE(at) === 0 || (cmap.readUInt16BE(at) === 3 && [1, 10].includes(cmap.readUInt16BE(at + 2))),
      format: cmap.readUInt16BE(offset),
      bytes: cmap.subarray(offset),
    };
  }).filter(({ unicode }) => unicode);
  const full = tables.find(({ format }) => format === 12);
  const basic = tables.find(({ format }) => format === 4);
  if (full === undefined && basic === undefined) throw new Error("字体没有 Unicode 字符表");
  const pairs = full !== undefined ? fullRange(full.bytes) : basic !== undefined ? basicPlane(basic.bytes) : [];
  const characters = new Map<number, number>();
  let count = 0;
  for (const [code, glyph] of pairs) {
    if (++count > lastCodePoint) throw new Error("字体的字符表不合规范");
    if (glyph > 0 && glyph < glyphs && !characters.has(code)) characters.set(code, glyph);
  }
  return characters;
}

function* fullRange(table: Buffer): Generator<readonly [code: number, glyph: number]> {
  for (let group = 0; group < table.readUInt32BE(12); group++) {
    const at = 16 + 12 * group;
    const [first, last, glyph] = [table.readUInt32BE(at), table.readUInt32BE(at + 4), table.readUInt32BE(at + 8)];
    if (last > lastCodePoint) throw new Error("字体的字符表不合规范");
    for (let code = first; code <= last; code++) yield [code, glyph + code - first];
  }
}

function* basicPlane(table: Buffer): Generator<readonly [code: number, glyph: number]> {
  const doubled = table.readUInt16BE(6);
  const [ends, starts] = [14, 16 + doubled];
  const [deltas, offsets] = [starts + doubled, starts + 2 * doubled];
  for (let at = 0; at < doubled; at += 2) {
    const [first, last] = [table.readUInt16BE(starts + at), table.readUInt16BE(ends + at)];
    const delta = table.readUInt16BE(deltas + at);
    const offset = table.readUInt16BE(offsets + at);
    for (let code = first; code <= Math.min(last, 0xfffe); code++) {
      if (offset === 0) yield [code, (code + delta) & 0xffff];
      else {
        // 老字体里有指到表外的，浏览器当作没有这个字。
        const from = offsets + at + offset + 2 * (code - first);
        const glyph = from + 2 > table.length ? 0 : table.readUInt16BE(from);
        if (glyph !== 0) yield [code, (glyph + delta) & 0xffff];
      }
    }
  }
}

/** Glyphs without any outline: right for a space, blank paper for anything else. */
export function emptyGlyphs(font: Buffer): (glyph: number) => boolean {
  const loca = tableOf(font, "loca");
  const long = tableOf(font, "head").readUInt16BE(50) === 1;
  const at = (index: number) => (long ? loca.readUInt32BE(4 * index) : loca.readUInt16BE(2 * index));
  return (glyph) => at(glyph) === at(glyph + 1);
}

/** White space and marks that draw nothing by themselves. */
export function drawsNothing(code: number): boolean {
  return /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u.test(String.fromCodePoint(code));
}
