/** An Office file as parts by name, unfolded one at a time and under limits. Nothing outside of the file is followed. */
import { crc32, inflateRawSync } from "node:zlib";
import { brokenPackage, oversizedPackage } from "./broken-package.ts";
import { type XmlHandlers, readXml } from "./read-xml.ts";
import { type ZipEntry, foldPartName, readZipDirectory } from "./zip-directory.ts";

const MAX_PART_BYTES = 32 * 1024 * 1024;
const MAX_READ_BYTES = 64 * 1024 * 1024;
/** A sheet of empty, bordered cells packs to about a fortieth; a part that unfolds more than this is a trap. */
const MAX_RATIO = 250;
const RATIO_COUNTS_FROM = 2 * 1024 * 1024;
/** Some 2,000 forms; about a million elements are read in a second. */
const MAX_ELEMENTS = 1_500_000;

/** A relationship of a part: what it leads to, and as what. External ones are left out. */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, `worksheet` or `sharedStrings`. */
  readonly type: string;
  readonly part: string;
}

/** The parts of one file. */
export class OfficePackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #bytesLeft = MAX_READ_BYTES;
  readonly #elements = { left: MAX_ELEMENTS };

  /** Throws a refusal for a file that is no sound ZIP archive. */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#entries = readZipDirectory(bytes);
  }

  has(part: string): boolean {
    return this.#entries.has(foldPartName(part));
  }

  /** Hands the elements of a part to `handlers`. Throws a refusal when it is missing, unsound or too large. */
  readPart(part: string, handlers: XmlHandlers): void {
    readXml(this.#unfold(part), part, handlers, this.#elements);
  }

  /** The bytes of a part. Throws a refusal when it is missing, unsound or too large. */
  bytesOf(part: string): Uint8Array {
    return this.#unfold(part);
  }

  /** The relationships of a part, or of the package itself (`""`); none when it has none. */
  relationshipsOf(part: string): readonly Relationship[] {
    const slash = part.lastIndexOf("/");
    const source = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
    if (!this.has(source)) return [];
    const found: Relationship[] = [];
    this.readPart(source, {
      open: (name, attributes) => {
        const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
        if (name !== "Relationship" || mode === "External") return;
        if (id === undefined || type === undefined || target === undefined) return;
        found.push({ id, type: type.slice(type.lastIndexOf("/") + 1), part: resolvePart(part, target) });
      },
    });
    return found;
  }

  /** The content type of a part, `""` when none is declared. */
  contentTypeOf(part: string): string {
    const wanted = foldPartName(part);
    let byName: string | undefined;
    let byEnding = "";
    this.readPart("[Content_Types].xml", {
      open: (name, { PartName, Extension, ContentType = "" }) => {
        if (name === "Override" && PartName !== undefined && foldPartName(PartName) === wanted) byName = ContentType;
        if (name === "Default" && Extension !== undefined && wanted.endsWith(`.${Extension.toLowerCase()}`))
          byEnding = ContentType;
      },
    });
    return byName ?? byEnding;
  }

  #unfold(part: string): Uint8Array {
    const entry = this.#entries.get(foldPartName(part));
    if (entry === undefined) throw brokenPackage(`缺少部件「${part}」。`);
    const { bytes, packedBytes, method, from, crc } = entry;
    if (bytes > MAX_PART_BYTES) throw oversizedPackage(`部件「${part}」展开后超过 32 MiB。`);
    if (bytes > RATIO_COUNTS_FROM && bytes > packedBytes * MAX_RATIO)
      throw oversizedPackage(`部件「${part}」压缩了 ${MAX_RATIO} 倍以上，不像是表格。`);
    if (bytes > this.#bytesLeft) throw oversizedPackage("要读的部件合计超过 64 MiB。");
    this.#bytesLeft -= bytes;
    const packed = this.#bytes.subarray(from, from + packedBytes);
    const unfolded = method === 0 ? packed : method === 8 ? inflate(packed, bytes) : undefined;
    if (unfolded === undefined) throw brokenPackage(`部件「${part}」残缺，或与登记的大小不符。`);
    if (unfolded.length !== bytes || crc32(unfolded) !== crc)
      throw brokenPackage(`部件「${part}」与登记的大小或校验值不符，文件可能损坏。`);
    return unfolded;
  }
}

// The declared size is the limit, so an entry that lies about it costs no more than it says.
function inflate(packed: Uint8Array, bytes: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(bytes, 1) });
  } catch {
    return undefined;
  }
}

function resolvePart(source: string, target: string): string {
  const steps = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
