import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { openPdf, textOf } from "../../../../test/read-pdf.ts";
import { findTypefaces } from "../../../fonts/font-set.ts";
import { tableOf, tablesOf } from "../../../fonts/sfnt.ts";
import { makeFaces } from "../../../fonts/subset.ts";
import { type RawObject, contentOf } from "../../raw-pdf.ts";
import { readToUnicode } from "../../to-unicode.ts";
import { writePdf } from "../../write-pdf.ts";
import { type EmbeddedFace, cidsOf, embedFace } from "./embed-face.ts";
import { Face } from "./face.ts";

const codesOf = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

const typeface = findTypefaces().typefaces.find(({ family }) => family === "Zpb Kai");
const [source] = typeface?.faces ?? [];
if (typeface === undefined || source === undefined) throw new Error("the fonts are installed by npm ci");
const wanted = { common: new Set(codesOf("自评表ABCDE12´é𠮷 ，")), further: new Set<number>() };
const { made } = await makeFaces(typeface, source, wanted);
const face = new Face(made[0]?.bytes ?? Buffer.alloc(0), "ZpbKai-Common-Regular");

const objectOf = (embedded: EmbeddedFace, number: number): RawObject =>
  new Map(embedded.objects).get(number) ?? { dict: "" };

test("a font is five objects that refer to each other", async () => {
  const embedded = await embedFace(face, codesOf("评自自 A"), "ABCDEF", 40);
  expect(embedded.objects.map(([number]) => number)).toEqual([40, 41, 42, 43, 44]);
  expect(embedded.objects.slice(0, 2).map(([, { dict }]) => dict)).toEqual([
    "<</Type /Font\n/Subtype /Type0\n/BaseFont /ABCDEF+ZpbKai-Common-Regular\n/Encoding /Identity-H\n" +
      "/DescendantFonts [41 0 R]\n/ToUnicode 44 0 R>>",
    "<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /ABCDEF+ZpbKai-Common-Regular\n/CIDToGIDMap /Identity\n" +
      "/CIDSystemInfo <</Registry (Adobe)\n/Ordering (Identity)\n/Supplement 0>>\n/FontDescriptor 42 0 R\n/DW 1000\n" +
      `/W [1 [${face.advanceOf(0x20)} ${face.advanceOf(0x41)}]]>>`,
  ]);
  const { dict } = objectOf(embedded, 42);
  expect(dict).toContain("/FontName /ABCDEF+ZpbKai-Common-Regular\n/Flags 4\n/Ascent 928\n/Descent -256\n");
  expect(dict).toMatch(/\/CapHeight [1-9]\d{2}\n/);
  expect(dict).toContain("/FontFile2 43 0 R");
  expect([...cidsOf(codesOf("评自自 A"))]).toEqual([
    [0x20, "0001"],
    [0x41, "0002"],
    [0x81ea, "0003"],
    [0x8bc4, "0004"],
  ]);
});

test("only glyphs that are not of full width are told of, neighbours together", async () => {
  const widthsOf = async (text: string) =>
    /\/W (.*)>>$/.exec(objectOf(await embedFace(face, codesOf(text), "AAAAAA", 1), 2).dict)?.[1];
  const [a, b, accent] = codesOf("ABé").map((code) => face.advanceOf(code));
  expect(await widthsOf("自评")).toBeUndefined();
  expect(await widthsOf("ABé自")).toBe(`[1 [${a} ${b} ${accent}]]`);
  expect(codesOf("，").map((code) => face.advanceOf(code))).toEqual([1000]);
});

test("the font file is as long as told, and is the subset for these code points", async () => {
  const codes = codesOf(" A´é自𠮷");
  const { dict, stream } = objectOf(await embedFace(face, codes.toReversed(), "AAAAAA", 1), 4);
  const font = inflateSync(stream ?? Buffer.alloc(0));
  expect(dict).toBe(`<</Filter /FlateDecode\n/Length ${stream?.length}\n/Length1 ${font.length}>>`);
  expect(font).toEqual(face.subset(codes));
  expect(tablesOf(font)).toHaveLength(6);
  // The part of ´ is one more.
  expect(tableOf(font, "maxp").readUInt16BE(4)).toBe(1 + codes.length + 1);
});

test("every glyph means its character again, through our reader and through pdf.js", async () => {
  const text = "自评 ABCDE12´é𠮷，表";
  const embedded = await embedFace(face, codesOf(text), "AAAAAA", 10);
  const cids = cidsOf(codesOf(text));
  const meanings = readToUnicode(contentOf(objectOf(embedded, 14)));
  const shown = Array.from(text, (character) => cids.get(character.codePointAt(0) ?? 0) ?? "");
  expect(shown.map((cid) => meanings.get(Number.parseInt(cid, 16))).join("")).toBe(text);
  expect(meanings.size).toBe(cids.size);
  const pdf = documentOf(embedded, shown.join(""));
  expect(await textOf(pdf)).toBe(text.replace(" ", ""));
  expect((await openPdf(pdf)).numPages).toBe(1);
});

test("the bytes depend on what is embedded, not on its order, nor on what was embedded before", async () => {
  const again = new Face(made[0]?.bytes ?? Buffer.alloc(0), "ZpbKai-Common-Regular");
  await embedFace(face, codesOf("A12é"), "BBBBBB", 7);
  const [one, other] = [codesOf("表´评自"), codesOf("自评表´自")];
  expect(await embedFace(face, one, "AAAAAA", 1)).toEqual(await embedFace(again, other, "AAAAAA", 1));
});

test("a name out of other hands becomes a name of a PDF", async () => {
  const own = new Face(made[0]?.bytes ?? Buffer.alloc(0), "宋/体(1)#2");
  expect(objectOf(await embedFace(own, codesOf("自"), "AAAAAA", 1), 1).dict).toContain(
    "/BaseFont /AAAAAA+#E5#AE#8B#2F#E4#BD#93#281#29#232\n",
  );
});

/** A page that shows these glyphs in one line. */
function documentOf({ objects }: EmbeddedFace, glyphs: string): Buffer {
  const font = objects[0]?.[0];
  const content = Buffer.from(`BT /F1 12 Tf 20 20 Td <${glyphs}> Tj ET\n`, "latin1");
  const page = `<</Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 400 60]\n/Contents 4 0 R\n/Resources <</Font <</F1 ${font} 0 R>>>>>>`;
  return writePdf({
    objects: new Map<number, RawObject>([
      [1, { dict: "<</Type /Catalog\n/Pages 2 0 R>>" }],
      [2, { dict: "<</Type /Pages\n/Kids [3 0 R]\n/Count 1>>" }],
      [3, { dict: page }],
      [4, { dict: `<</Length ${content.length}>>`, stream: content }],
      [5, { dict: "<</Producer (Zipingbiao)>>" }],
      ...objects,
    ]),
    root: 1,
    info: 5,
  });
}
