/** Whether a PDF is there to its end: pdf.js mends what is not without a word. */
const END = "%%EOF";
const START = "startxref";
/** So much may stand behind the end, as every reader allows. */
const TAIL = 1024;

/**
 * `sound`: the end names the place of a table of objects. `mended`: it does not, so that the objects are searched for.
 * `cut`: there is no end at all.
 */
export type FileEnd = "sound" | "mended" | "cut";

export function fileEnd(bytes: Uint8Array): FileEnd {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file
    .subarray(-2 * TAIL)
    .toString("latin1")
    .trimEnd();
  const from = tail.lastIndexOf(START);
  if (from === -1) return tail.includes(END) ? "mended" : "cut";
  const digits = /^startxref\s+(\d{1,10})\b/u.exec(tail.slice(from))?.[1];
  // The first part of a file made for the web ends with `startxref 0`.
  if (digits === undefined || /^0+$/u.test(digits)) return "cut";
  const at = Number.parseInt(digits, 10) + Math.max(0, file.subarray(0, TAIL).indexOf("%PDF-"));
  return [at, Number.parseInt(digits, 10)].some((place) => isTable(file, place)) ? "sound" : "mended";
}

function isTable(file: Buffer, at: number): boolean {
  return /^\s*(?:xref\b|\d+\s+\d+\s+obj\b)/u.test(file.subarray(at, at + 60).toString("latin1"));
}
