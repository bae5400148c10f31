/** A zip file that is never whole in memory: every part is packed as its text comes, and its sizes stand behind it. */
import {
  CENTRAL_HEADER,
  END_OF_CENTRAL,
  LOCAL_HEADER,
  type PackedPart,
  VERSION,
  deflatePieces,
  writeFacts,
} from "./zip-package.ts";

/** A part and its text in pieces of any size; both are asked for when their turn comes. */
export interface StreamedPart {
  /** ASCII. */
  readonly name: string;
  readonly pieces: Iterable<string>;
}

const DESCRIPTOR = 0x08074b50;
/** Sizes and checksum stand behind the packed bytes and in the directory, since nobody knows them before. */
const SIZES_FOLLOW = 8;
const ZIP64 = 0xffffffff;

type PartFacts = Omit<PackedPart, "packed">;

/** The bytes of the zip, in order. The same parts give the same bytes. Throws a `RangeError` beyond 4 GiB. */
export function* streamZip(parts: Iterable<StreamedPart>): Generator<Uint8Array, void, void> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const { name, pieces } of parts) {
    const header = localHeader(name);
    yield header;
    const facts: PartFacts = { name, isDeflated: true, ...(yield* deflatePieces(pieces)) };
    const descriptor = sizesOf(facts);
    yield descriptor;
    directory.push(centralHeader(facts, at));
    at += header.length + facts.packedSize + descriptor.length;
    if (at >= ZIP64 || facts.size >= ZIP64) throw new RangeError(`too large for a zip file: ${name}`);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  yield* directory;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_CENTRAL, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  yield end;
}

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30 + name.length);
  header.writeUInt32LE(LOCAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(SIZES_FOLLOW, 6);
  writeFacts(header, 8, { name, isDeflated: true, crc: 0, size: 0, packedSize: 0 });
  header.write(name, 30, "latin1");
  return header;
}

function sizesOf({ crc, packedSize, size }: PartFacts): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(DESCRIPTOR, 0);
  descriptor.writeUInt32LE(crc, 4);
  descriptor.writeUInt32LE(packedSize, 8);
  descriptor.writeUInt32LE(size, 12);
  return descriptor;
}

function centralHeader(facts: PartFacts, offset: number): Buffer {
  const header = Buffer.alloc(46 + facts.name.length);
  header.writeUInt32LE(CENTRAL_HEADER, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(SIZES_FOLLOW, 8);
  writeFacts(header, 10, facts);
  header.writeUInt32LE(offset, 42);
  header.write(facts.name, 46, "latin1");
  return header;
}
