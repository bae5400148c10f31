import { tableOf } from "../../../fonts/sfnt.ts";
import { sumOf } from "./face-tables.ts";

/** Flags of a part of a composite glyph. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTED = 0x0100;

const HEADER = 10;

/** A glyph without its instructions, filled up to whole words of four bytes; a blank has no bytes. */
export interface Outline {
  readonly bytes: Buffer;
  /** Of the bytes, as a part of a table's checksum. */
  readonly sum: number;
  /** The glyphs it is put together from, with the place of each one's number in `bytes`; none for an outline of its own. */
  readonly parts: readonly { readonly at: number; readonly glyph: number }[];
}

/** The outlines of a font; each is read when it is first asked for, and kept. */
export class FaceGlyphs {
  readonly count: number;
  readonly #glyf: Buffer;
  readonly #loca: Buffer;
  readonly #long: boolean;
  readonly #outlines = new Map<number, Outline>();

  /** @throws Error when a table is not there or too short */
  constructor(font: Buffer) {
    this.count = tableOf(font, "maxp").readUInt16BE(4);
    this.#glyf = tableOf(font, "glyf");
    this.#loca = tableOf(font, "loca");
    this.#long = tableOf(font, "head").readInt16BE(50) === 1;
    if (this.#loca.length < (this.count + 1) * (this.#long ? 4 : 2)) throw new Error("字体的 loca 表不完整");
  }

  /** @throws Error when the font's data are broken there */
  outlineOf(glyph: number): Outline {
    const known = this.#outlines.get(glyph);
    if (known !== undefined) return known;
    const read = readOutline(this.#dataOf(glyph), this.count);
    this.#outlines.set(glyph, read);
    return read;
  }

  #dataOf(glyph: number): Buffer {
    const [from, to] = [this.#offset(glyph), this.#offset(glyph + 1)];
    if (from > to || to > this.#glyf.length) throw new Error(`字体的第 ${glyph} 个字形不完整`);
    return this.#glyf.subarray(from, to);
  }

  #offset(glyph: number): number {
    return this.#long ? this.#loca.readUInt32BE(4 * glyph) : 2 * this.#loca.readUInt16BE(2 * glyph);
  }
}

function readOutline(data: Buffer, glyphs: number): Outline {
  if (data.length === 0) return { bytes: data, sum: 0, parts: [] };
  const contours = data.readInt16BE(0);
  if (contours < 0) return readComposite(data, glyphs);
  const bytes = withoutInstructions(data, contours);
  return { bytes, sum: sumOf(bytes), parts: [] };
}

/** The programs that instructions call do not come along: what is left of them would only disturb. */
function withoutInstructions(data: Buffer, contours: number): Buffer {
  const at = HEADER + 2 * contours;
  const length = data.readUInt16BE(at);
  return padded([data.subarray(0, at), Buffer.alloc(2), data.subarray(at + 2 + length)]);
}

function readComposite(data: Buffer, glyphs: number): Outline {
  const parts: { at: number; glyph: number }[] = [];
  const bytes = Buffer.from(data);
  let at = HEADER;
  for (let more = true; more; ) {
    const flags = bytes.readUInt16BE(at);
    const glyph = bytes.readUInt16BE(at + 2);
    if (glyph >= glyphs) throw new Error("字体的组合字形缺少部件");
    bytes.writeUInt16BE(flags & ~INSTRUCTED, at);
    parts.push({ at: at + 2, glyph });
    at += 4 + ((flags & WORDS) === 0 ? 2 : 4) + scaleLength(flags);
    more = (flags & MORE) !== 0;
  }
  const whole = padded([bytes.subarray(0, at)]);
  return { bytes: whole, sum: sumOf(whole), parts };
}

/** A composite glyph in a font where glyphs have other numbers; any other as it is. */
export function renumbered(outline: Outline, places: ReadonlyMap<number, number>): Outline {
  if (outline.parts.length === 0) return outline;
  const bytes = Buffer.from(outline.bytes);
  const parts = outline.parts.map(({ at, glyph }) => ({ at, glyph: places.get(glyph) ?? 0 }));
  for (const { at, glyph } of parts) bytes.writeUInt16BE(glyph, at);
  return { bytes, sum: sumOf(bytes), parts };
}

function scaleLength(flags: number): number {
  if ((flags & SCALE) !== 0) return 2;
  if ((flags & TWO_SCALES) !== 0) return 4;
  return (flags & MATRIX) !== 0 ? 8 : 0;
}

function padded(pieces: readonly Buffer[]): Buffer {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return Buffer.concat(pieces, (length + 3) & ~3);
}
