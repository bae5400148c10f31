/** The directory of a ZIP file, read strictly: every reader must see the same entries, or the file is refused. */
import { brokenPackage, oversizedPackage } from "./broken-package.ts";

/** One entry as the directory has it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own header begins, and where its packed bytes. */
  readonly header: number;
  readonly from: number;
}

const MAX_ENTRIES = 4096;
const MAX_NAME = 1024;
/** What all entries together may unfold to, by their own account; parts that nobody reads count too. */
const MAX_DECLARED_BYTES = 512 * 1024 * 1024;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const ZIP64 = 0xffffffff;

/**
 * All entries by their folded name. Refuses a file that is cut off, has bytes before or behind the archive, entries
 * that overlap, share a name, are encrypted or packed by an unusual method, or local names that differ from the directory.
 */
export function readZipDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfArchive(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (
    view.getUint16(end + 4, true) !== 0 ||
    view.getUint16(end + 6, true) !== 0 ||
    view.getUint16(end + 8, true) !== count
  )
    throw brokenPackage("压缩包分了卷，不完整。");
  if (count === 0xffff || size === ZIP64 || start === ZIP64)
    throw brokenPackage("压缩包用了 ZIP64 结构，自评表不需要。");
  if (count > MAX_ENTRIES) throw oversizedPackage(`压缩包里有 ${count} 个部件，上限 ${MAX_ENTRIES} 个。`);
  if (start + size > end || count * CENTRAL_BYTES > size) throw brokenPackage("压缩包的目录超出了文件。");
  const entries = new Map<string, ZipEntry>();
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_BYTES > start + size || view.getUint32(at, true) !== 0x02014b50)
      throw brokenPackage("压缩包的目录残缺。");
    const entry = readEntry(bytes, view, at);
    const key = foldPartName(entry.name);
    if (entries.has(key)) throw brokenPackage(`部件「${entry.name}」重复出现，无法确定以哪一个为准。`);
    declared += entry.bytes;
    if (declared > MAX_DECLARED_BYTES) throw oversizedPackage("各部件合计超过 512 MiB。");
    entries.set(key, entry);
    at += CENTRAL_BYTES + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (at !== start + size) throw brokenPackage("压缩包的目录残缺。");
  refuseOverlap([...entries.values()], start);
  return entries;
}

/** Part names are compared without regard to case, and a `/` at their beginning does not count. */
export function foldPartName(name: string): string {
  return name.replace(/^\/+/u, "").toLowerCase();
}

// A comment could hold a second end; only the one whose comment ends with the file counts.
function endOfArchive(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50 && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw brokenPackage("压缩包没有结尾，文件可能没有传完。");
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameLength = view.getUint16(at + 28, true);
  if (nameLength === 0 || nameLength > MAX_NAME || at + CENTRAL_BYTES + nameLength > bytes.length)
    throw brokenPackage("压缩包里有部件没有合格的名称。");
  const rawName = bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength);
  const name = new TextDecoder().decode(rawName);
  if ((flags & 0x2041) !== 0) throw brokenPackage(`部件「${name}」加了密，不能读取。`);
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  if (packedBytes === ZIP64 || unpacked === ZIP64 || local === ZIP64)
    throw brokenPackage("压缩包用了 ZIP64 结构，自评表不需要。");
  if (local + LOCAL_BYTES > bytes.length || view.getUint32(local, true) !== 0x04034b50)
    throw brokenPackage(`部件「${name}」不在目录所说的位置。`);
  const localName = bytes.subarray(local + LOCAL_BYTES, local + LOCAL_BYTES + view.getUint16(local + 26, true));
  if (localName.length !== rawName.length || localName.some((byte, index) => byte !== rawName[index]))
    throw brokenPackage(`部件「${name}」在目录里和在正文里名称不同。`);
  const from = local + LOCAL_BYTES + nameLength + view.getUint16(local + 28, true);
  if (from + packedBytes > bytes.length) throw brokenPackage(`部件「${name}」残缺，文件可能没有传完。`);
  return { name, method, crc: view.getUint32(at + 16, true), packedBytes, bytes: unpacked, header: local, from };
}

function refuseOverlap(entries: readonly ZipEntry[], directory: number): void {
  let free = 0;
  for (const { name, header, from, packedBytes } of entries.toSorted((a, b) => a.header - b.header)) {
    if (free === 0 && header !== 0) throw brokenPackage("压缩包前面有别的内容。");
    if (header < free || from + packedBytes > directory) throw brokenPackage(`部件「${name}」与别的部件重叠。`);
    free = from + packedBytes;
  }
}
