import { tableOf } from "../../../fonts/sfnt.ts";

/** `head.magicNumber`, by which a table of the right kind is known. */
const MAGIC = 0x5f0f3cf5;

/** The tables that a font in a PDF has beside its outlines, and how they become those of a few glyphs. */
export class FaceTables {
  readonly #head: Buffer;
  readonly #hhea: Buffer;
  readonly #maxp: Buffer;
  readonly #hmtx: Buffer;
  /** From this glyph on, all are as wide as the one before. */
  readonly #widths: number;

  /** @throws Error when one is missing or too short for so many glyphs */
  constructor(font: Buffer, glyphs: number) {
    this.#head = leastOf(font, "head", 54);
    this.#hhea = leastOf(font, "hhea", 36);
    this.#maxp = leastOf(font, "maxp", 32);
    this.#widths = this.#hhea.readUInt16BE(34);
    if (this.#head.readUInt32BE(12) !== MAGIC || this.#widths === 0) throw new Error("字体的 head 或 hhea 表不合规范");
    this.#hmtx = leastOf(font, "hmtx", 4 * this.#widths + 2 * Math.max(0, glyphs - this.#widths));
  }

  /** In units of the font. */
  advanceOf(glyph: number): number {
    return this.#hmtx.readUInt16BE(4 * Math.min(glyph, this.#widths - 1));
  }

  /**
   * A font of these outlines up to where they follow, in their order; `glyphs` are their numbers in this face, `sum` is
   * the checksum of all of them.
   */
  frontOf(glyphs: readonly number[], lengths: readonly number[], sum: number): Buffer {
    const loca = Buffer.alloc(4 * lengths.length + 4);
    let end = 0;
    for (const [index, length] of lengths.entries()) {
      end += length;
      loca.writeUInt32BE(end, 4 * index + 4);
    }
    const metrics = Buffer.alloc(4 * glyphs.length);
    for (const [index, glyph] of glyphs.entries()) {
      metrics.writeUInt16BE(this.advanceOf(glyph), 4 * index);
      metrics.writeInt16BE(this.#bearingOf(glyph), 4 * index + 2);
    }
    return frontOf(
      [
        ["head", longHead(this.#head)],
        ["hhea", withCount(this.#hhea, 34, glyphs.length)],
        ["hmtx", metrics],
        ["loca", loca],
        ["maxp", plainMaxp(withCount(this.#maxp, 4, glyphs.length))],
      ],
      end,
      sum,
    );
  }

  #bearingOf(glyph: number): number {
    const at = glyph < this.#widths ? 4 * glyph + 2 : 4 * this.#widths + 2 * (glyph - this.#widths);
    return this.#hmtx.readInt16BE(at);
  }
}

function leastOf(font: Buffer, tag: string, length: number): Buffer {
  const bytes = tableOf(font, tag);
  if (bytes.length < length) throw new Error(`字体的 ${tag} 表不完整`);
  return bytes;
}

function withCount(table: Buffer, at: number, count: number): Buffer {
  const changed = Buffer.from(table);
  changed.writeUInt16BE(count, at);
  return changed;
}

/** `loca` in four bytes each; the checksum of the whole file is left open, no reader of a PDF looks at it. */
function longHead(head: Buffer): Buffer {
  const changed = Buffer.from(head);
  changed.writeUInt32BE(0, 8);
  changed.writeInt16BE(1, 50);
  return changed;
}

/** Nothing is left that instructions would need: neither storage nor stack. */
function plainMaxp(maxp: Buffer): Buffer {
  maxp.writeUInt16BE(1, 14);
  maxp.fill(0, 16, 28);
  return maxp;
}

/** The directory, which is in the order of the tags, and the tables; `glyf` comes first there, but lies last. */
function frontOf(tables: readonly (readonly [tag: string, bytes: Buffer])[], outlines: number, sum: number): Buffer {
  const count = tables.length + 1;
  const power = Math.floor(Math.log2(count));
  const places: number[] = [];
  let end = 12 + 16 * count;
  for (const [, bytes] of tables) {
    places.push(end);
    end += (bytes.length + 3) & ~3;
  }
  const front = Buffer.alloc(end);
  front.writeUInt32BE(0x00010000, 0);
  const search = [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)];
  for (const [index, value] of search.entries()) front.writeUInt16BE(value, 4 + 2 * index);
  note(front, 12, "glyf", [sum, end, outlines]);
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = places[index] ?? 0;
    bytes.copy(front, at);
    note(front, 28 + 16 * index, tag, [sumOf(front.subarray(at, (at + bytes.length + 3) & ~3)), at, bytes.length]);
  }
  return front;
}

function note(front: Buffer, at: number, tag: string, [sum, from, length]: readonly [number, number, number]): void {
  front.write(tag, at, "latin1");
  front.writeUInt32BE(sum, at + 4);
  front.writeUInt32BE(from, at + 8);
  front.writeUInt32BE(length, at + 12);
}

/** The checksum of a table, of whole words of four bytes. */
export function sumOf(words: Buffer): number {
  let sum = 0;
  for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  return sum;
}
