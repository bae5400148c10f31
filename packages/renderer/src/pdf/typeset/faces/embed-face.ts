import { promisify } from "node:util";
import { type ZlibOptions, deflate } from "node:zlib";
import { packedStream } from "../../packed-stream.ts";
import type { RawObject } from "../../raw-pdf.ts";
import type { Face } from "./face.ts";
import { writeToUnicode } from "./write-to-unicode.ts";

/** The objects of a font of a PDF: Type0 (Identity-H) over CIDFontType2, descriptor, FontFile2, ToUnicode. */
export interface EmbeddedFace {
  /** The first of them is the font itself, which pages name. */
  readonly objects: readonly (readonly [number, RawObject])[];
}

/** Code point → four hexadecimal digits for a content stream: the glyphs of an embedded face in the order of their code points. */
export function cidsOf(codes: Iterable<number>): ReadonlyMap<number, string> {
  return new Map(inOrder(codes).map((code, index) => [code, hexadecimal(index + 1)]));
}

function inOrder(codes: Iterable<number>): number[] {
  return [...new Set(codes)].toSorted((a, b) => a - b);
}

/** What most glyphs of a Chinese font measure, thus what need not be told of each. */
const FULL_WIDTH = 1000;

/** The glyphs are found by their numbers, not by an encoding of their own. */
const SYMBOLIC = 4;
const ITALIC = 64;

/**
 * Five objects, numbered from `first` on. Glyphs stand in the order of their code points, so that the bytes depend on
 * what is embedded and on nothing else.
 * @param tag six capital letters, of this subset alone within its document
 * @throws Error for a code point that the face does not have
 */
export async function embedFace(
  face: Face,
  codes: Iterable<number>,
  tag: string,
  first: number,
): Promise<EmbeddedFace> {
  const sorted = inOrder(codes);
  const name = `${tag}+${escapeName(face.name)}`;
  const [font, descendant, descriptor, file, toUnicode] = [first, first + 1, first + 2, first + 3, first + 4];
  return {
    objects: [
      [
        font,
        {
          dict:
            `<</Type /Font\n/Subtype /Type0\n/BaseFont /${name}\n/Encoding /Identity-H\n` +
            `/DescendantFonts [${descendant} 0 R]\n/ToUnicode ${toUnicode} 0 R>>`,
        },
      ],
      [
        descendant,
        {
          dict:
            `<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /${name}\n/CIDToGIDMap /Identity\n` +
            "/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n" +
            `/FontDescriptor ${descriptor} 0 R\n/DW ${FULL_WIDTH}${widths(face, sorted)}>>`,
        },
      ],
      [descriptor, { dict: describeFace(face, name, file) }],
      [file, await fontFile(face, sorted)],
      [toUnicode, packedStream(writeToUnicode(sorted))],
    ],
  };
}

function describeFace(face: Face, name: string, file: number): string {
  const { ascent, descent, capHeight, bbox, weight, italicAngle } = face;
  const flags = SYMBOLIC | (italicAngle === 0 ? 0 : ITALIC);
  return (
    `<</Type /FontDescriptor\n/FontName /${name}\n/Flags ${flags}\n/Ascent ${Math.round(ascent)}\n` +
    `/Descent ${Math.round(descent)}\n/StemV ${stemOf(weight)}\n/CapHeight ${Math.round(capHeight)}\n` +
    `/ItalicAngle ${Math.round(italicAngle)}\n/FontBBox [${bbox.map((side) => Math.round(side)).join(" ")}]\n` +
    `/FontFile2 ${file} 0 R>>`
  );
}

/** Readers take it only to find a font like this one, should they not be able to read it. */
function stemOf(weight: number): number {
  return Math.round(10 + (220 * (weight - 50)) / 900);
}

/** `/W`, for glyphs that are not of full width: `first [width …]` for neighbours. */
function widths(face: Face, codes: readonly number[]): string {
  const parts: string[] = [];
  let last = -2;
  for (const [index, code] of codes.entries()) {
    const width = face.advanceOf(code);
    if (width === FULL_WIDTH) continue;
    if (last !== index - 1) parts.push(`${last < 0 ? "" : "] "}${index + 1} [${width}`);
    else parts.push(` ${width}`);
    last = index;
  }
  return parts.length === 0 ? "" : `\n/W [${parts.join("")}]]`;
}

const deflateAside = promisify<Buffer, ZlibOptions, Buffer>(deflate);

/**
 * Packed by another thread, for glyphs are most of a document. Level 1 takes two thirds of the time of the usual 6, for
 * streams that are larger by a twenty-fifth.
 */
async function fontFile(face: Face, codes: readonly number[]): Promise<RawObject> {
  const subset = face.subset(codes);
  const stream = await deflateAside(subset, { level: 1, memLevel: 9 });
  return { dict: `<</Filter /FlateDecode\n/Length ${stream.length}\n/Length1 ${subset.length}>>`, stream };
}

function hexadecimal(cid: number): string {
  return cid.toString(16).toUpperCase().padStart(4, "0");
}

/** A name of a PDF: what is not a plain character of ASCII stands as the hexadecimal of its bytes. */
function escapeName(name: string): string {
  return [...Buffer.from(name, "utf8")]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[!-~]/.test(character) && !/[#%()/<>[\]{}]/.test(character)
        ? character
        : `#${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
