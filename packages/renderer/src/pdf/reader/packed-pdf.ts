/** The container that `write-pdf.ts` writes: streams, object streams, one cross-reference stream. */
import { inflateSync } from "node:zlib";
import { type PdfDictionary, PdfName, PdfReference, type PdfValue, readPdfDictionary, isPdfList } from "./pdf-value.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

/** Some 5,000 forms. */
const MAX_OBJECTS = 3_000_000;
const MAX_DICTIONARY = 1 << 20;
/** What a file may unfold to: tags and rules pack to a tenth, never to less than a fortieth. */
const UNFOLDED_BASE = 16 * 1024 * 1024;
const UNFOLDED_RATIO = 40;
const UNFOLDED_MOST = 512 * 1024 * 1024;
/** Small streams cost time as well, and one may be asked for again and again. */
const LEAST_COST = 1024;
const TAIL = /startxref\n(\d{1,10})\n%%EOF\n$/;
const WIDTHS = [1, 4, 2];
const ROW_BYTES = 7;

interface StreamObject {
  readonly dictionary: PdfDictionary;
  readonly bytes: Buffer;
}

type Place = { readonly kind: "stream"; readonly from: number } | { readonly kind: "packed"; readonly text: string };

/** A PDF as numbered objects, unfolded as they are asked for. */
export class PackedPdf {
  readonly catalog: PdfDictionary;
  readonly #bytes: Buffer;
  readonly #places = new Map<number, Place>();
  readonly #dictionaries = new Map<number, PdfDictionary>();
  #unfoldable: number;

  /** Throws {@link UnreadablePdf} for a file that our writer did not write, or that is damaged. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#unfoldable = Math.min(UNFOLDED_MOST, UNFOLDED_BASE + bytes.length * UNFOLDED_RATIO);
    const end = this.#bytes.toString("latin1", Math.max(0, bytes.length - 64));
    const [, digits] = TAIL.exec(end) ?? [];
    if (digits === undefined || !this.#bytes.subarray(0, 9).equals(HEADER)) throw new UnreadablePdf(FOREIGN);
    const table = this.#streamAt(Number.parseInt(digits, 10));
    if (nameIn(table.dictionary, "Type") !== "XRef") throw new UnreadablePdf(FOREIGN);
    this.#readTable(table);
    const root = table.dictionary.get("Root");
    this.catalog = this.dictionary(root);
  }

  /** The dictionary itself, or the one referred to; that of a stream too. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    if (value instanceof Map) return value;
    if (!(value instanceof PdfReference)) throw new UnreadablePdf("缺少应有的对象");
    const known = this.#dictionaries.get(value.number);
    if (known !== undefined) return known;
    const place = this.#places.get(value.number);
    if (place === undefined) throw new UnreadablePdf(`缺少对象 ${value.number}`);
    const read = place.kind === "packed" ? readPdfDictionary(place.text) : this.#streamAt(place.from).dictionary;
    this.#dictionaries.set(value.number, read);
    return read;
  }

  /** The unfolded content of a stream, at most `limit` bytes. */
  content(value: PdfValue | undefined, limit: number): Buffer {
    const place = value instanceof PdfReference ? this.#places.get(value.number) : undefined;
    if (place?.kind !== "stream") throw new UnreadablePdf("缺少应有的数据流");
    return this.#unfold(this.#streamAt(place.from), limit);
  }

  #readTable(table: StreamObject): void {
    const size = table.dictionary.get("Size");
    const widths = table.dictionary.get("W");
    if (typeof size !== "number" || !Number.isSafeInteger(size) || size < 1 || size > MAX_OBJECTS)
      throw new UnreadablePdf("对象过多或没有登记数目");
    if (!isPdfList(widths) || widths.length !== 3 || WIDTHS.some((width, at) => widths[at] !== width))
      throw new UnreadablePdf(FOREIGN);
    const rows = this.#unfold(table, size * ROW_BYTES);
    if (rows.length !== size * ROW_BYTES) throw new UnreadablePdf("对象的登记残缺");
    const packs = new Map<number, number[]>();
    for (let number = 0; number < size; number += 1) {
      const kind = rows.readUInt8(number * ROW_BYTES);
      const first = rows.readUInt32BE(number * ROW_BYTES + 1);
      if (kind === 1) this.#places.set(number, { kind: "stream", from: first });
      else if (kind === 2) {
        const inside = packs.get(first);
        if (inside === undefined) packs.set(first, [number]);
        else inside.push(number);
      }
    }
    for (const [pack, numbers] of packs) this.#readPack(pack, new Set(numbers));
  }

  #readPack(number: number, registered: ReadonlySet<number>): void {
    const place = this.#places.get(number);
    if (place?.kind !== "stream") throw new UnreadablePdf("对象的登记有误");
    const pack = this.#streamAt(place.from);
    const [count, first] = [pack.dictionary.get("N"), pack.dictionary.get("First")];
    const text = this.#unfold(pack, UNFOLDED_MOST).toString("latin1");
    if (
      typeof count !== "number" ||
      typeof first !== "number" ||
      first < 0 ||
      first > text.length ||
      count > text.length
    )
      throw new UnreadablePdf("成组的对象残缺");
    const index = text
      .slice(0, first)
      .trim()
      .split(" ")
      .map((digits) => Number.parseInt(digits, 10));
    if (index.length !== count * 2) throw new UnreadablePdf("成组的对象残缺");
    for (let at = 0; at < index.length; at += 2) {
      const [own = -1, from = -1, to = text.length - first] = [index[at], index[at + 1], index[at + 3]];
      if (!(from >= 0 && to > from && first + to <= text.length) || !registered.has(own) || this.#places.has(own))
        throw new UnreadablePdf("成组的对象与登记不符");
      this.#places.set(own, { kind: "packed", text: text.slice(first + from, first + to) });
    }
  }

  #streamAt(from: number): StreamObject {
    const head = this.#bytes.toString("latin1", from, from + 32);
    const [opening] = /^\d{1,8} 0 obj\n/.exec(head) ?? [];
    const begin = from + (opening?.length ?? 0);
    const mark = this.#bytes.subarray(begin, begin + MAX_DICTIONARY).indexOf(">> stream\n", 0, "latin1");
    if (opening === undefined || mark === -1) throw new UnreadablePdf(FOREIGN);
    const dictionary = readPdfDictionary(this.#bytes.toString("latin1", begin, begin + mark + 2));
    const start = begin + mark + ">> stream\n".length;
    const length = dictionary.get("Length");
    if (typeof length !== "number" || !Number.isSafeInteger(length) || length < 0) throw new UnreadablePdf(FOREIGN);
    if (this.#bytes.toString("latin1", start + length, start + length + 10) !== "\nendstream")
      throw new UnreadablePdf("有数据流残缺，文件可能没有传完");
    return { dictionary, bytes: this.#bytes.subarray(start, start + length) };
  }

  #unfold({ dictionary, bytes }: StreamObject, limit: number): Buffer {
    const filter = dictionary.get("Filter");
    if (dictionary.has("DecodeParms") || (filter !== undefined && nameIn(dictionary, "Filter") !== "FlateDecode"))
      throw new UnreadablePdf(FOREIGN);
    const most = Math.min(limit, this.#unfoldable);
    const unfolded = filter === undefined ? bytes : inflate(bytes, most);
    if (unfolded === undefined || unfolded.length > most) throw new UnreadablePdf("有数据流损坏，或展开后过大");
    this.#unfoldable -= Math.max(LEAST_COST, unfolded.length);
    return unfolded;
  }
}

const HEADER = Buffer.from("%PDF-1.7\n", "latin1");
const FOREIGN = "不是本工具写出的 PDF，或经别的程序另存过";

/** The text of a name entry, `""` for none. */
export function nameIn(dictionary: PdfDictionary, key: string): string {
  const value = dictionary.get(key);
  return value instanceof PdfName ? value.text : "";
}

function inflate(bytes: Uint8Array, limit: number): Buffer | undefined {
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(limit, 1) });
  } catch {
    return undefined;
  }
}
