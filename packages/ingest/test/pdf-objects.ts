/** PDFs by hand, for what no writer would make: objects as text or with a stream, and tables that lie. */
import { deflateSync } from "node:zlib";

/** The inside of an object: a value, or a stream with the entries of its dictionary. */
export type RawObject = string | { readonly dict: string; readonly stream: Uint8Array | string };

export interface RawPdfOptions {
  readonly trailer?: string;
  /** Other text behind the objects than a table that is right. */
  readonly ending?: (offsets: ReadonlyMap<number, number>, at: number) => string;
}

/** A file of these objects by number; `1` is the catalog. */
export function rawPdf(objects: Readonly<Record<number, RawObject>>, options: RawPdfOptions = {}): Uint8Array {
  const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  const offsets = new Map<number, number>();
  let at = chunks[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    chunks.push(bytes);
    at += bytes.length;
  };
  for (const [number, object] of Object.entries(objects)) {
    offsets.set(Number.parseInt(number, 10), at);
    if (typeof object === "string") add(Buffer.from(`${number} 0 obj\n${object}\nendobj\n`, "latin1"));
    else {
      const stream = typeof object.stream === "string" ? Buffer.from(object.stream, "latin1") : object.stream;
      add(Buffer.from(`${number} 0 obj\n<<${object.dict} /Length ${stream.length}>>\nstream\n`, "latin1"));
      add(Buffer.from(stream));
      add(Buffer.from("\nendstream\nendobj\n", "latin1"));
    }
  }
  add(Buffer.from(options.ending?.(offsets, at) ?? tableOf(offsets, at, options.trailer), "latin1"));
  return Uint8Array.from(Buffer.concat(chunks));
}

/** The table of objects and the trailer; `more` is added to the trailer. */
export function tableOf(offsets: ReadonlyMap<number, number>, at: number, more = ""): string {
  const size = Math.max(0, ...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  return `xref\n0 ${size}\n${rows.join("")}trailer\n<</Size ${size} /Root 1 0 R ${more}>>\nstartxref\n${at}\n%%EOF\n`;
}

/** A stream packed by Flate, `times` over. */
export function packed(content: Uint8Array | string, times = 1, dict = ""): RawObject {
  let stream: Uint8Array = typeof content === "string" ? Buffer.from(content, "latin1") : content;
  for (let time = 0; time < times; time += 1) stream = deflateSync(stream, { level: 9 });
  return { dict: `${dict} /Filter [${"/FlateDecode ".repeat(times)}]`, stream };
}

/** Catalog, page tree and one page with these contents (object 4). */
export function onePage(contents: RawObject, resources = "", more: Readonly<Record<number, RawObject>> = {}) {
  return {
    1: "<</Type /Catalog /Pages 2 0 R>>",
    2: "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    3: `<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <<${resources}>>>>`,
    4: contents,
    ...more,
  };
}
