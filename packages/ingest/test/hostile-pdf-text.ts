/** PDFs whose text is not what it seems, case 16: a form as a ruled table on one page, and what somebody did to it. */
import type { WireForm } from "@zipingbiao/core";
import { type FormTable, PLAIN_TABLE, type Piece, piecesOf } from "./form-table.ts";
import { SPOILT_FORM, type SpoiltCase } from "./hostile-word.ts";
import { type RawObject, packed, rawPdf } from "./pdf-objects.ts";
import { randomForm } from "./random-form.ts";

const SIZE = 6;
const WIDTH = 595;
const [LEFT, TOP, RIGHT] = [20, 20, 575] as const;

interface Drawn {
  readonly content: string;
  readonly height: number;
}

/** Pieces from top to bottom on a page as high as it has to be; `y` is measured from the top. */
class Sheet {
  #y: number = TOP;
  readonly #marks: ((height: number) => string)[] = [];

  add(piece: Piece): void {
    if (typeof piece === "string") {
      this.#text(LEFT, this.#y, piece);
      this.#y += SIZE * 2;
    } else this.#table(piece);
  }

  drawn(): Drawn {
    const height = this.#y + TOP;
    return { height, content: this.#marks.map((mark) => mark(height)).join("\n") };
  }

  #text(x: number, y: number, text: string): void {
    const hex = Buffer.from(text, "utf16le").swap16().toString("hex");
    this.#marks.push((height) => `BT /F 6 Tf 1 0 0 1 ${x} ${(height - y - SIZE).toFixed(1)} Tm <${hex}> Tj ET`);
  }

  #table({ rows, columns }: FormTable): void {
    const width = (RIGHT - LEFT) / columns;
    const heights = rows.map(
      (row) =>
        Math.max(...row.filter(({ down }) => down === 1).map((cell) => linesIn(cell, width).length), 1) * (SIZE + 2) +
        4,
    );
    const tops = heights.map((_, at) => this.#y + heights.slice(0, at).reduce((sum, each) => sum + each, 0));
    const end = this.#y + heights.reduce((sum, each) => sum + each, 0);
    for (const [at, row] of rows.entries()) {
      for (const cell of row) {
        const [x, y] = [LEFT + cell.column * width, tops[at] ?? 0];
        const [across, down] = [cell.across * width, (tops[at + cell.down] ?? end) - y];
        this.#marks.push(
          (height) => `${x.toFixed(2)} ${(height - y - down).toFixed(2)} ${across.toFixed(2)} ${down.toFixed(2)} re S`,
        );
        for (const [line, text] of linesIn(cell, width).entries()) this.#text(x + 2, y + 2 + line * (SIZE + 2), text);
      }
    }
    this.#y = end + SIZE;
  }
}

function linesIn({ paragraphs, across }: FormTable["rows"][number][number], width: number): readonly string[] {
  const most = Math.max(1, Math.floor((across * width - 4) / SIZE));
  return paragraphs
    .flatMap((paragraph) => paragraph.split("\n"))
    .flatMap((line) => {
      const signs = Array.from(line);
      return Array.from({ length: Math.ceil(signs.length / most) }, (_, at) =>
        signs.slice(at * most, (at + 1) * most).join(""),
      );
    });
}

/** Codes are the characters themselves. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def 1 begincodespacerange <0000> <FFFF> endcodespacerange
${Array.from({ length: 4 }, (_, block) => {
  const ranges = Array.from({ length: 64 }, (_range, at) => (block * 64 + at).toString(16).padStart(2, "0"));
  return `64 beginbfrange\n${ranges.map((high) => `<${high}00> <${high}FF> <${high}00>`).join("\n")}\nendbfrange`;
}).join("\n")}
endcmap end end`;

/** What every file has. */
const OBJECTS: Readonly<Record<number, RawObject>> = {
  1: "<</Type /Catalog /Pages 2 0 R>>",
  6: { dict: "", stream: TO_UNICODE },
  7: "<</Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /DW 1000 /FontDescriptor 8 0 R>>",
  8: "<</Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80>>",
};
const pageObject = (box: string, content: number): string =>
  `<</Type /Page /Parent 2 0 R ${box} /Contents ${content} 0 R /Resources <</Font <</F 5 0 R>>>>>>`;
const songOf = (texts: string): string =>
  `<</Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [7 0 R] ${texts}>>`;

interface PageOptions {
  readonly edit?: (content: string) => string;
  readonly page?: (height: number) => { readonly box: string; readonly before: string };
  readonly font?: string;
}

function pdfOf(forms: readonly WireForm[], { edit, page, font = "/ToUnicode 6 0 R" }: PageOptions): Uint8Array {
  const sheet = new Sheet();
  for (const form of forms) for (const piece of piecesOf(form, PLAIN_TABLE)) sheet.add(piece);
  const { content, height } = sheet.drawn();
  const edited = edit?.(content) ?? content;
  if (edit !== undefined && edited === content) throw new Error("nothing was edited");
  const { box, before } = page?.(height) ?? { box: `/MediaBox [0 0 ${WIDTH} ${height}]`, before: "" };
  return rawPdf({
    ...OBJECTS,
    2: "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    3: pageObject(box, 4),
    4: packed(`${before}\n0.5 w\n${edited}`),
    5: songOf(font),
  });
}

/** Every table on a page of its own, the head printed again on each. */
function pagedPdfOf(form: WireForm): Uint8Array {
  const sheets = [new Sheet()];
  for (const piece of piecesOf(form, { ...PLAIN_TABLE, tables: "pages", headAgain: true })) {
    const last = sheets.at(-1);
    if (typeof piece === "string") last?.add(piece);
    else {
      last?.add(piece);
      sheets.push(new Sheet());
    }
  }
  const drawn = sheets.map((sheet) => sheet.drawn()).filter(({ content }) => content !== "");
  const objects: Record<number, RawObject> = {
    ...OBJECTS,
    2: `<</Type /Pages /Kids [${drawn.map((_, at) => `${10 + at * 2} 0 R`).join(" ")}] /Count ${drawn.length}>>`,
    5: songOf("/ToUnicode 6 0 R"),
  };
  for (const [at, { content, height }] of drawn.entries()) {
    objects[10 + at * 2] = pageObject(`/MediaBox [0 0 ${WIDTH} ${height}]`, 11 + at * 2);
    objects[11 + at * 2] = packed(`0.5 w\n${content}`);
  }
  return rawPdf(objects);
}

const hexOf = (text: string): string => Buffer.from(text, "utf16le").swap16().toString("hex");
/** Kangxi radicals and radicals of the supplement that look like the characters. */
const RADICALS: readonly (readonly [string, string])[] = [
  ["一", "⼀"],
  ["目", "⽬"],
  ["金", "⾦"],
  ["日", "⽇"],
  ["用", "⽤"],
  ["民", "⺠"],
  ["长", "⻓"],
];
const inRadicals = (content: string): string =>
  content.replaceAll(/<([\da-f]+)> Tj/gu, (_, hex: string) => {
    const text = Buffer.from(hex, "hex").swap16().toString("utf16le");
    return `<${hexOf(RADICALS.reduce((changed, [sign, radical]) => changed.replaceAll(sign, radical), text))}> Tj`;
  });
/** A second text at the places of the first figures. */
const beside = (before: string, after: string) => (content: string) =>
  content.replaceAll(
    /BT \/F 6 Tf 1 0 0 1 ([\d.]+) ([\d.]+) Tm <((?:003\d|002e){4,})> Tj ET/gu,
    (mark, x: string, y: string) =>
      `${mark}\n${before} BT /F 6 Tf 1 0 0 1 ${x} ${y} Tm <${hexOf("99.99")}> Tj ET ${after}`,
  );

const spoilt = (name: string, options: PageOptions, isRead = true): SpoiltCase => ({
  name: `P-TEXT ${name}`,
  file: "来件.pdf",
  make: () => pdfOf([SPOILT_FORM], options),
  isRead,
});

export const SPOILT_PDFS: readonly SpoiltCase[] = [
  spoilt("nothing done to it", {}),
  spoilt("radicals for characters", { edit: inRadicals }),
  spoilt("text that is not painted over figures", { edit: beside("q 3 Tr", "0 Tr Q") }),
  spoilt("white text over figures", { edit: beside("q 1 g", "Q") }),
  spoilt("text outside of the page", {
    edit: (content) => `${content}\nBT /F 6 Tf 1 0 0 1 -500 100 Tm <${hexOf("总分99.99")}> Tj ET`,
  }),
  spoilt("a page that is turned", {
    page: (height) => ({ box: `/MediaBox [0 0 ${height} ${WIDTH}] /Rotate 90`, before: `0 1 -1 0 ${height} 0 cm` }),
  }),
  {
    name: "P-TEXT several pages with the head on each",
    file: "来件.pdf",
    make: () => pagedPdfOf(SPOILT_FORM),
    isRead: true,
  },
  spoilt(
    "private-use characters for figures",
    {
      edit: (content) =>
        content.replaceAll(
          /<((?:003\d|002e){2,})> Tj/gu,
          (_, hex: string) => `<${hex.replaceAll(/00(3\d)/gu, "e0$1")}> Tj`,
        ),
    },
    false,
  ),
  spoilt(
    "private-use characters in texts",
    { edit: (content) => content.replaceAll(hexOf("指标"), hexOf("\uE100\uE101")) },
    false,
  ),
  spoilt("no table of texts", { font: "" }, false),
];

/** Two forms on one page, both to be read. */
export const TWO_ON_A_PAGE = {
  forms: [SPOILT_FORM, randomForm(4)],
  make: (): Uint8Array => pdfOf([SPOILT_FORM, randomForm(4)], {}),
};
