/** A regular file of a tar archive. */
export interface TarEntry {
  readonly name: string;
  readonly executable: boolean;
  readonly bytes: Uint8Array;
}

/**
 * The regular files of an uncompressed ustar archive.
 * Only what the browser's own package needs: links, devices and names that leave the folder are refused.
 */
export function* readTar(archive: Uint8Array): Generator<TarEntry> {
  let at = 0;
  while (at + 512 <= archive.length) {
    const head = archive.subarray(at, at + 512);
    if (head.every((byte) => byte === 0)) return;
    const size = octal(head, 124, 12);
    const prefix = text(head, 345, 155);
    const name = (prefix === "" ? "" : `${prefix}/`) + text(head, 0, 100);
    const kind = String.fromCharCode(head[156] ?? 0);
    at += 512;
    if (kind === "0" || kind === "\0") {
      if (name.startsWith("/") || name.split("/").includes("..")) throw new Error(`压缩包里的文件名越界：${name}`);
      if (at + size > archive.length) throw new Error(`压缩包不完整：${name}`);
      yield { name, executable: (octal(head, 100, 8) & 0o100) !== 0, bytes: archive.subarray(at, at + size) };
    } else if (kind !== "5") {
      throw new Error(`压缩包里有不认识的条目：${name}`);
    }
    at += Math.ceil(size / 512) * 512;
  }
  throw new Error("压缩包不完整");
}

function text(head: Uint8Array, from: number, length: number): string {
  const field = head.subarray(from, from + length);
  const end = field.indexOf(0);
  return Buffer.from(end === -1 ? field : field.subarray(0, end)).toString("utf8");
}

function octal(head: Uint8Array, from: number, length: number): number {
  return Number.parseInt(text(head, from, length).trim() || "0", 8);
}
