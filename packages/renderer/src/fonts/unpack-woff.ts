import { inflateSync } from "node:zlib";

/** A WOFF file as the plain font that it packs (W3C WOFF 1.0: header of 44 bytes, directory entries of 20). */
export function unpackWoff(packed: Buffer): Buffer {
  const count = packed.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * count);
  packed.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  for (let index = 0; index < count; index++) {
    const from = 44 + 20 * index;
    const [offset, length, plainLength] = [4, 8, 12].map((shift) => packed.readUInt32BE(from + shift)) as [
      number,
      number,
      number,
    ];
    const bytes = packed.subarray(offset, offset + length);
    const plain = length < plainLength ? inflateSync(bytes, { maxOutputLength: plainLength }) : bytes;
    const to = 12 + 16 * index;
    packed.copy(directory, to, from, from + 4);
    packed.copy(directory, to + 4, from + 16, from + 20);
    directory.writeUInt32BE(at, to + 8);
    directory.writeUInt32BE(plain.length, to + 12);
    parts.push(plain, Buffer.alloc(-plain.length & 3));
    at += (plain.length + 3) & ~3;
  }
  return Buffer.concat(parts);
}

export function isWoff(font: Buffer): boolean {
  return font.toString("latin1", 0, 4) === "wOFF";
}
