/** PDFs made to exhaust a reader, case 15. */
import { ENDED, type HostileCase } from "./hostile-case.ts";
import { onePage, packed, rawPdf, tableOf } from "./pdf-objects.ts";
import { part, zip } from "./raw-xlsx.ts";

const file = "来件.pdf";
const MIB = 1024 * 1024;
/** What cannot be opened, is too much, or has no text; a reader may notice before a limit does. */
const REFUSED = ["damaged-file", "too-large", "empty", "unrecognised-layout", "scanned-page"] as const;
const NAMED = /^来件\.pdf/u;

/** A page tree that names one page again and again, and says how many there are. */
function manyPages(kids: number, count: number): Uint8Array {
  return rawPdf({
    1: "<</Type /Catalog /Pages 2 0 R>>",
    2: `<</Type /Pages /Kids [${"3 0 R ".repeat(kids)}] /Count ${count}>>`,
    3: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources <<>>>>",
    4: { dict: "", stream: "q Q" },
  });
}

/** Forms in which each draws the next a hundred times. */
const drawing = (next: number) => ({
  dict: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X ${next} 0 R>>>>`,
  stream: "/X Do ".repeat(100),
});

export const HOSTILE_PDFS: readonly HostileCase[] = [
  {
    name: "P-BOMB 2 KB that unfold twice to half a GiB",
    file,
    make: () => {
      const bomb = rawPdf(onePage(packed(new Uint8Array(512 * MIB), 2)));
      if (bomb.length > 4096) throw new Error(`${bomb.length} bytes`);
      return bomb;
    },
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB a content stream of 2 MB that draws without end",
    file,
    make: () => rawPdf(onePage(packed("1 0 0 1 0 0 cm 0 0 m 9 9 l S ".repeat(6_000_000)))),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB a page tree that goes round",
    file,
    make: () =>
      rawPdf({
        1: "<</Type /Catalog /Pages 2 0 R>>",
        2: "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        3: "<</Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1>>",
      }),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB a form that draws itself",
    file,
    make: () =>
      rawPdf(
        onePage({ dict: "", stream: "/X Do" }, "/XObject <</X 5 0 R>>", {
          5: {
            dict: "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources <</XObject <</X 5 0 R>>>>",
            stream: "/X Do /X Do",
          },
        }),
      ),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB forms in which each draws the next a hundred times",
    file,
    make: () =>
      rawPdf(
        onePage(drawing(5), "/XObject <</X 5 0 R>>", {
          ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [5 + at, drawing(6 + at)])),
          11: { dict: "/Type /XObject /Subtype /Form /BBox [0 0 9 9]", stream: "0 0 m 9 9 l S" },
        }),
      ),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB Count 2147483648",
    file,
    make: () =>
      rawPdf({
        ...onePage({ dict: "", stream: "q Q" }),
        2: "<</Type /Pages /Kids [3 0 R] /Count 2147483648>>",
      }),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB 100,000 pages",
    file,
    make: () => manyPages(100_000, 100_000),
    codes: [...ENDED, "too-large"],
    words: NAMED,
  },
  {
    name: "P-BOMB 100,000 pages where one is announced",
    file,
    make: () => manyPages(100_000, 1),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB tables of objects that lead to each other",
    file,
    make: () =>
      rawPdf(onePage({ dict: "", stream: "q Q" }), {
        ending: (offsets, at) => {
          const first = tableOf(offsets, at, `/Prev ${at}`);
          return first.replace(/startxref\n\d+/u, `startxref\n${at}`);
        },
      }),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  {
    name: "P-BOMB no table, and objects that refer to themselves",
    file,
    make: () =>
      rawPdf(
        { 1: "<</Type /Catalog /Pages 2 0 R>>", 2: "2 0 R", 3: "<</Length 3 0 R>>" },
        { ending: () => "trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n" },
      ),
    codes: [...ENDED, ...REFUSED],
    words: NAMED,
  },
  ...["JBIG2Decode", "JPXDecode", "CCITTFaxDecode", "DCTDecode"].map(
    (filter): HostileCase => ({
      name: `P-BOMB a ${filter} image of 60,000 by 60,000`,
      file,
      make: () =>
        rawPdf(
          onePage({ dict: "", stream: "q 500 0 0 500 0 0 cm /X Do Q" }, "/XObject <</X 5 0 R>>", {
            5: {
              dict: `/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /${filter}`,
              stream: Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251),
            },
          }),
        ),
      codes: [...ENDED, ...REFUSED],
      words: NAMED,
    }),
  ),
  {
    name: "P-BOMB encrypted",
    file,
    make: () =>
      rawPdf(
        onePage({ dict: "", stream: "q Q" }, "", {
          5: `<</Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}>>>`,
        }),
        { trailer: "/Encrypt 5 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" },
      ),
    codes: ["unsupported-medium", "damaged-file"],
    words: NAMED,
  },
  {
    name: "P-BOMB truncated",
    file,
    make: () => rawPdf(onePage({ dict: "", stream: "q Q ".repeat(1000) })).subarray(0, 1500),
    codes: REFUSED,
    words: NAMED,
  },
  {
    name: "P-BOMB polyglot: an archive behind a PDF",
    file,
    make: () =>
      Uint8Array.from([...rawPdf(onePage({ dict: "", stream: "q Q" })), ...zip([part("word/document.xml", "<a/>")])]),
    codes: REFUSED,
    words: NAMED,
  },
  {
    name: "P-BOMB a value 200,000 deep",
    file,
    make: () => rawPdf(onePage({ dict: "", stream: "q Q" }, `/X ${"[".repeat(200_000)}`)),
    codes: [...ENDED, ...REFUSED, "read/crashed"],
    words: NAMED,
  },
];
