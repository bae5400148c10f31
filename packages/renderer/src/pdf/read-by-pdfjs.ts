import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Opens a PDF with a reader that is not ours: the tests' second opinion. */
export async function openPdf(bytes: Uint8Array) {
  return await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

/** All text of a PDF without white space, as pdf.js reads it. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  const pdf = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((each) => ("str" in each ? each.str : "")).join(""));
  }
  return pages.join("").replace(/\s+/g, "");
}
