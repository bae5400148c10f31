import { deflateSync } from "node:zlib";
import type { RawObject } from "./raw-pdf.ts";

/** Level 6 makes the content of a page a seventh smaller and takes twice as long. */
const LEVEL = 4;

/** Text of one byte a character as a packed stream. */
export function packedStream(text: string): RawObject {
  const stream = deflateSync(Buffer.from(text, "latin1"), { level: LEVEL });
  return { dict: `<</Filter /FlateDecode\n/Length ${stream.length}>>`, stream };
}
