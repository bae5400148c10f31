import { tableOf, tablesOf } from "../../../fonts/sfnt.ts";

/** Measures of a whole face, in thousandths of an em where nothing else is said. */
export interface FaceMetrics {
  /** What the font counts its own measures in. */
  readonly unitsPerEm: number;
  readonly ascent: number;
  /** Below the baseline, thus negative. */
  readonly descent: number;
  readonly capHeight: number;
  /** All outlines lie within: left, bottom, right, top. */
  readonly bbox: readonly [number, number, number, number];
  /** 1–1000, 400 when the font does not tell. */
  readonly weight: number;
  /** Degrees; to the right is negative. */
  readonly italicAngle: number;
}

/** `fsSelection`: the font wants its typographic measures of a line. */
const TYPO_METRICS = 0x80;

/**
 * Lines are as high as Chromium makes them: by `hhea`, by `OS/2` when the font asks for that or `hhea` is empty.
 * @throws Error when `head` or `hhea` is missing or too short
 */
export function readFaceMetrics(font: Buffer): FaceMetrics {
  const head = tableOf(font, "head");
  const unitsPerEm = head.readUInt16BE(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new Error("字体的 head 表不合规范");
  const scaled = (units: number) => (units * 1000) / unitsPerEm;
  const os2 = optional(font, "OS/2", 78);
  const post = optional(font, "post", 8);
  const [ascent, descent] = lineOf(tableOf(font, "hhea"), os2);
  const capHeight = os2 !== undefined && os2.readUInt16BE(0) >= 2 && os2.length >= 90 ? os2.readInt16BE(88) : 0;
  return {
    unitsPerEm,
    ascent: scaled(ascent),
    descent: scaled(descent),
    capHeight: scaled(capHeight > 0 ? capHeight : Math.abs(ascent)),
    bbox: [
      scaled(head.readInt16BE(36)),
      scaled(head.readInt16BE(38)),
      scaled(head.readInt16BE(40)),
      scaled(head.readInt16BE(42)),
    ],
    weight: os2?.readUInt16BE(4) ?? 400,
    italicAngle: (post?.readInt32BE(4) ?? 0) / 0x10000,
  };
}

function lineOf(hhea: Buffer, os2: Buffer | undefined): readonly [ascent: number, descent: number] {
  const line = [hhea.readInt16BE(4), hhea.readInt16BE(6)] as const;
  const isEmpty = line[0] === 0 && line[1] === 0;
  if (os2 === undefined || (!isEmpty && (os2.readUInt16BE(62) & TYPO_METRICS) === 0)) return line;
  return [os2.readInt16BE(68), os2.readInt16BE(70)];
}

function optional(font: Buffer, tag: string, length: number): Buffer | undefined {
  const found = tablesOf(font).find((table) => table.tag === tag)?.bytes;
  return found !== undefined && found.length >= length ? found : undefined;
}
