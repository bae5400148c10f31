import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { type RawObject, type RawPdf, lastNumber } from "./raw-pdf.ts";

/** Objects of one packed stream; small enough for readers to unpack only what they look for. */
const perStream = 256;

const header = Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1");

const endOfStream = Buffer.from("\nendstream\nendobj\n", "latin1");

/** Where an object stands: kind, and two figures that depend on it, as the cross-reference table has them. */
const ROW = 7;

/**
 * Writes objects out as they come, with all dictionaries packed into object streams: of a tagged form they are a third of
 * the file. The `/ID` is a hash of what is written. Packed by the zlib of this Node, as the
 * browser packs the rest by its own: the bytes are those of one kind of processor either way, and packing is five times as
 * fast as without native code.
 */
export class PdfWriter {
  readonly #hash = createHash("sha256").update(header);
  #rows = Buffer.alloc(ROW * 1024);
  #isBegun = false;
  #at = header.length;
  #next: number;

  /** Numbers below `next` belong to the objects that will come; those from it on are given out. */
  constructor(next = 1) {
    this.#next = next;
    this.#note(0, 0, 0, 65535);
  }

  /** The first of so many numbers that nobody else gets. */
  reserve(count: number): number {
    const first = this.#next;
    this.#next += count;
    return first;
  }

  /** The objects as the next bytes of the file. */
  *add(objects: Iterable<readonly [number, RawObject]>): Generator<Buffer> {
    if (!this.#isBegun) yield header;
    this.#isBegun = true;
    const loose: [number, string][] = [];
    for (const [number, { dict, stream }] of objects) {
      this.#next = Math.max(this.#next, number + 1);
      if (stream === undefined) loose.push([number, dict]);
      else yield this.#stream(number, dict, stream);
    }
    for (let from = 0; from < loose.length; from += perStream) {
      const chunk = loose.slice(from, from + perStream);
      const own = this.reserve(1);
      for (const [index, [number]] of chunk.entries()) this.#note(number, 2, own, index);
      const { dict, stream } = objectStream(chunk);
      yield this.#stream(own, dict, stream);
    }
  }

  /** The cross-reference table and the end of the file. */
  *end(root: number, info: number): Generator<Buffer> {
    const own = this.reserve(1);
    const begin = this.#at;
    this.#note(own, 1, begin, 0);
    const id = this.#hash.digest("hex").slice(0, 32).toUpperCase();
    const size = own + 1;
    // 没有用到的号码记为空闲。
    const stream = deflateSync(this.#rows.subarray(0, size * ROW), { level: 6 });
    const dict =
      `<</Type /XRef /Size ${size} /W [1 4 2] /Root ${root} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]` +
      ` /Filter /FlateDecode /Length ${stream.length}>>`;
    yield Buffer.concat([Buffer.from(`${own} 0 obj\n${dict} stream\n`, "latin1"), stream, endOfStream]);
    yield Buffer.from(`startxref\n${begin}\n%%EOF\n`, "latin1");
  }

  #stream(number: number, dict: string, stream: Uint8Array): Buffer {
    const head = Buffer.from(`${number} 0 obj\n${dict} stream\n`, "latin1");
    this.#note(number, 1, this.#at, 0);
    const written = Buffer.concat([head, stream, endOfStream]);
    this.#at += written.length;
    this.#hash.update(written);
    return written;
  }

  #note(number: number, kind: 0 | 1 | 2, first: number, second: number): void {
    const at = number * ROW;
    if (at + ROW > this.#rows.length) {
      this.#rows = Buffer.concat([this.#rows, Buffer.alloc(Math.max(this.#rows.length, at + ROW))]);
    }
    this.#rows.writeUInt8(kind, at);
    this.#rows.writeUInt32BE(first, at + 1);
    this.#rows.writeUInt16BE(second, at + 5);
  }
}

/** A document whose objects are all there. */
export function writePdf(pdf: RawPdf): Buffer {
  const writer = new PdfWriter(lastNumber(pdf) + 1);
  return Buffer.concat([...writer.add(pdf.objects), ...writer.end(pdf.root, pdf.info)]);
}

function objectStream(chunk: readonly (readonly [number, string])[]): { dict: string; stream: Uint8Array } {
  const places: string[] = [];
  let offset = 0;
  for (const [number, dict] of chunk) {
    places.push(`${number} ${offset}`);
    offset += dict.length + 1;
  }
  const index = `${places.join(" ")} `;
  const stream = deflateSync(Buffer.from(`${index}${chunk.map(([, dict]) => dict).join("\n")}\n`, "latin1"), {
    level: 6,
  });
  const dict = `<</Type /ObjStm /N ${chunk.length} /First ${index.length} /Filter /FlateDecode /Length ${stream.length}>>`;
  return { dict, stream };
}
