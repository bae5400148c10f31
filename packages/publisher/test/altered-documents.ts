/** Documents as somebody would alter them who knows the formats: packed again, with lengths, hashes and tables put right. */
import { crc32, deflateSync, inflateRawSync, inflateSync } from "node:zlib";

/** One stream of a PDF, unpacked. */
export interface PdfStream {
  readonly number: number;
  readonly dict: string;
  readonly content: string;
}

/** The PDF with other streams; `edit` gives the new content, or `undefined` to leave one alone. Reads only what our writer writes. */
export function alterPdf(bytes: Uint8Array, edit: (stream: PdfStream) => string | undefined): Uint8Array {
  const text = Buffer.from(bytes).toString("latin1");
  const parts: string[] = [text.slice(0, text.indexOf("1 0 obj") === -1 ? 15 : /\d+ 0 obj\n/.exec(text)?.index)];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  let table: { number: number; dict: string; rows: Buffer } | undefined;
  for (const { number, dict, packed } of streamsOf(text)) {
    if (dict.includes("/Type /XRef")) {
      table = { number, dict, rows: Buffer.from(inflateSync(packed)) };
      continue;
    }
    const isPacked = dict.includes("/Filter /FlateDecode");
    const content = isPacked && !dict.includes("/FontFile") ? inflateSync(packed).toString("latin1") : undefined;
    const edited = content === undefined ? undefined : edit({ number, dict, content });
    const stream = edited === undefined ? packed : deflateSync(Buffer.from(edited, "latin1"));
    const object = `${number} 0 obj\n${dict.replace(/\/Length \d+/, `/Length ${stream.length}`)} stream\n${stream.toString("latin1")}\nendstream\nendobj\n`;
    offsets.set(number, length);
    parts.push(object);
    length += object.length;
  }
  if (table === undefined) throw new Error("no table");
  const { rows } = table;
  offsets.set(table.number, length);
  for (const [number, offset] of offsets) rows.writeUInt32BE(offset, number * 7 + 1);
  const stream = deflateSync(rows);
  const dict = table.dict.replace(/\/Length \d+/, `/Length ${stream.length}`);
  parts.push(`${table.number} 0 obj\n${dict} stream\n${stream.toString("latin1")}\nendstream\nendobj\n`);
  parts.push(`startxref\n${length}\n%%EOF\n`);
  return Buffer.from(parts.join(""), "latin1");
}

function* streamsOf(text: string): Generator<{ number: number; dict: string; packed: Buffer }> {
  const head = /(\d+) 0 obj\n(<<(?:(?!>> stream\n)[\s\S])*>>) stream\n/g;
  for (let found = head.exec(text); found !== null; found = head.exec(text)) {
    const [, number = "", dict = ""] = found;
    const size = Number.parseInt(/\/Length (\d+)/.exec(dict)?.[1] ?? "", 10);
    yield {
      number: Number.parseInt(number, 10),
      dict,
      packed: Buffer.from(text.slice(head.lastIndex, head.lastIndex + size), "latin1"),
    };
    head.lastIndex += size;
  }
}

/** The parts of a zip file by name, in their order. */
export function partsOf(zip: Uint8Array): Map<string, Uint8Array> {
  const bytes = Buffer.from(zip);
  const parts = new Map<string, Uint8Array>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50; ) {
    const [method, size] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18)];
    const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    const packed = bytes.subarray(from, from + size);
    parts.set(name, method === 0 ? packed : inflateRawSync(packed));
    at = from + size;
  }
  return parts;
}

/** A zip file of these parts, nothing packed. */
export function zipOf(parts: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const [key, bytes] = [Buffer.from(name), Buffer.from(content)];
    const facts = Buffer.alloc(22);
    facts.writeUInt16LE(0x21, 6);
    facts.writeUInt32LE(crc32(bytes), 8);
    facts.writeUInt32LE(bytes.length, 12);
    facts.writeUInt32LE(bytes.length, 16);
    facts.writeUInt16LE(key.length, 20);
    const local = Buffer.concat([Buffer.from("504b03041400", "hex"), facts, Buffer.alloc(2), key, bytes]);
    const ending = Buffer.alloc(16);
    ending.writeUInt32LE(offset, 12);
    centrals.push(Buffer.concat([Buffer.from("504b010214001400", "hex"), facts, ending, key]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** The Word document with one part rewritten. */
export function alterDocx(docx: Uint8Array, part: string, edit: (text: string) => string): Uint8Array {
  const parts = partsOf(docx);
  const content = parts.get(part);
  if (content === undefined) throw new Error(`no part ${part}`);
  return zipOf(new Map(parts).set(part, new TextEncoder().encode(edit(new TextDecoder().decode(content)))));
}

export function alterHtml(html: Uint8Array, edit: (text: string) => string): Uint8Array {
  return new TextEncoder().encode(edit(new TextDecoder().decode(html)));
}
