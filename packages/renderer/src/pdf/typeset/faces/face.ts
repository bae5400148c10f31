import { readCharacterMap } from "../../../fonts/character-map.ts";
import { FaceGlyphs, renumbered } from "./face-glyphs.ts";
import { type FaceMetrics, readFaceMetrics } from "./face-metrics.ts";
import { FaceTables } from "./face-tables.ts";
import { NO_BREAK_SPACE, SPACE } from "../code-points.ts";

const BASIC_PLANE = 0x10000;

/** A TrueType face that text is set in; read once, used for many documents. */
export class Face implements FaceMetrics {
  /** Unique, such as `ZpbSong-Common-Regular`. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly bbox: FaceMetrics["bbox"];
  readonly weight: number;
  readonly italicAngle: number;
  readonly #glyphs: FaceGlyphs;
  readonly #tables: FaceTables;
  /** Thousandths of an em, by glyph. */
  readonly #advances: Float64Array;
  /** Glyphs of the basic plane by code point: one look for every character that is set. */
  readonly #basic = new Uint16Array(BASIC_PLANE);
  readonly #beyond = new Map<number, number>();

  /** @throws Error for a font without TrueType outlines, or with tables that are missing or too short */
  constructor(bytes: Buffer, name: string) {
    this.name = name;
    const metrics = readFaceMetrics(bytes);
    this.unitsPerEm = metrics.unitsPerEm;
    this.ascent = metrics.ascent;
    this.descent = metrics.descent;
    this.capHeight = metrics.capHeight;
    this.bbox = metrics.bbox;
    this.weight = metrics.weight;
    this.italicAngle = metrics.italicAngle;
    this.#glyphs = new FaceGlyphs(bytes);
    this.#tables = new FaceTables(bytes, this.#glyphs.count);
    this.#advances = new Float64Array(this.#glyphs.count);
    for (const glyph of this.#advances.keys()) {
      // Two decimals are what the PDF says as well: both must come to the same place at the end of a line.
      this.#advances[glyph] = Math.round((this.#tables.advanceOf(glyph) * 100_000) / metrics.unitsPerEm) / 100;
    }
    for (const [code, glyph] of readCharacterMap(bytes)) {
      if (code < BASIC_PLANE) this.#basic[code] = glyph;
      else this.#beyond.set(code, glyph);
    }
    // Our faces leave it out, for nothing of it is drawn.
    if (this.#basic[NO_BREAK_SPACE] === 0) this.#basic[NO_BREAK_SPACE] = this.#basic[SPACE] ?? 0;
  }

  has(code: number): boolean {
    return this.#glyphOf(code) !== 0;
  }

  /** Thousandths of an em, to two decimals; for what the face does not have, the width of its mark for that. */
  advanceOf(code: number): number {
    return this.#advances[this.#glyphOf(code)] ?? 0;
  }

  /**
   * A TrueType font for a PDF, of exactly the glyphs for these code points: glyph 0, then one glyph per code point in the
   * given order, also where two share an outline, so that text comes back exactly. What only parts of composite glyphs are
   * comes behind.
   * @throws Error for a code point that the face does not have, or when an outline is broken
   */
  subset(codes: readonly number[]): Buffer {
    const glyphs = this.#closureOf(codes);
    const places = new Map<number, number>();
    for (const [place, glyph] of glyphs.entries()) if (!places.has(glyph)) places.set(glyph, place);
    const outlines = glyphs.map((glyph) => renumbered(this.#glyphs.outlineOf(glyph), places));
    let sum = 0;
    for (const outline of outlines) sum = (sum + outline.sum) >>> 0;
    const lengths = outlines.map(({ bytes }) => bytes.length);
    return Buffer.concat([this.#tables.frontOf(glyphs, lengths, sum), ...outlines.map(({ bytes }) => bytes)]);
  }

  #closureOf(codes: readonly number[]): number[] {
    const glyphs = [0];
    for (const code of codes) {
      const glyph = this.#glyphOf(code);
      if (glyph === 0) throw new Error(`字体 ${this.name} 没有 U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
      glyphs.push(glyph);
    }
    const seen = new Set(glyphs);
    // The list grows under the loop, by parts and by parts of parts.
    for (const glyph of glyphs) {
      for (const part of this.#glyphs.outlineOf(glyph).parts) {
        if (seen.has(part.glyph)) continue;
        seen.add(part.glyph);
        glyphs.push(part.glyph);
      }
    }
    return glyphs;
  }

  #glyphOf(code: number): number {
    return code < BASIC_PLANE ? (this.#basic[code] ?? 0) : (this.#beyond.get(code) ?? 0);
  }
}
