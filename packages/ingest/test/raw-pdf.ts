/** A PDF written by hand: pages of operators, and one font whose codes are the characters themselves. */
import { deflateSync } from "node:zlib";

/** A page in the making. Lengths in pt from the upper left corner. */
export class RawPage {
  readonly width: number;
  readonly height: number;
  readonly rotate: number;
  readonly #operators: string[] = [];

  constructor(width = 595, height = 842, rotate = 0) {
    this.width = width;
    this.height = height;
    this.rotate = rotate;
  }

  /** Operators as they are. */
  raw(operators: string): void {
    this.#operators.push(operators);
  }

  /** A text whose em box begins at `x` and ends, below, at `y`. */
  text(text: string, x: number, y: number, size: number, matrix = "1 0 0 1"): void {
    this.raw(`BT /F1 ${size} Tf ${matrix} ${x} ${this.height - y + size * 0.14} Tm <${hexOf(text)}> Tj ET`);
  }

  line(x0: number, y0: number, x1: number, y1: number, width = 0.5): void {
    this.raw(`${width} w ${x0} ${this.height - y0} m ${x1} ${this.height - y1} l S`);
  }

  fill(x: number, y: number, width: number, height: number): void {
    this.raw(`${x} ${this.height - y - height} ${width} ${height} re f`);
  }

  box(x: number, y: number, width: number, height: number): void {
    this.raw(`0.5 w ${x} ${this.height - y - height} ${width} ${height} re S`);
  }

  get content(): string {
    return this.#operators.join("\n");
  }
}

function hexOf(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
}

/** The width of a text of this font, in heights of it: what is narrow counts a half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += char.charCodeAt(0) < 0x7f ? 0.5 : 1;
  return width;
}

const TO_UNICODE =
  "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0020> <FFFD> <0020> endbfrange endcmap end end";

/** What the file has beside its pages. */
export interface RawPdfParts {
  /** Without it the font tells no characters. */
  readonly toUnicode?: string | undefined;
  /** Further members of the first object, the catalogue. */
  readonly catalogue?: string;
}

/** The bytes of a file with these pages. */
export function rawPdf(
  pages: readonly RawPage[],
  { toUnicode = TO_UNICODE, catalogue = "" }: RawPdfParts = {},
): Uint8Array {
  const first = 6;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const stream = (text: string): Buffer => {
    const packed = deflateSync(Buffer.from(text, "latin1"));
    return Buffer.concat([
      Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
      packed,
      Buffer.from("\nendstream"),
    ]);
  };
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] ${toUnicode === "" ? "" : "/ToUnicode 5 0 R"} >>`,
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /Ascent 880 /Descent -120 /CapHeight 700 /ItalicAngle 0 /StemV 80 /FontBBox [0 -120 1000 880] >> >>",
    stream(toUnicode),
    ...pages.flatMap((page, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] ${page.rotate === 0 ? "" : `/Rotate ${page.rotate}`} /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      stream(page.content),
    ]),
  ];
  return assemble(objects);
}

/** Objects numbered from 1, with their table; the first is the catalogue. */
export function assemble(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n")];
  const offsets: number[] = [];
  let length = 9;
  for (const [at, body] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(body), Buffer.from("\nendobj\n")]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
