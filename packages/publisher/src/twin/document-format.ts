/** Whether a file could be a document of ours, told from its bytes; apart from the readers, which take a while to load. */
import { TWIN_SCRIPT_ID } from "@zipingbiao/core";
import type { DocumentFormat } from "../render-form.ts";

const MAGIC: readonly (readonly [DocumentFormat, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
  ["docx", [0x50, 0x4b, 0x03, 0x04]],
];
const MARK = `id="${TWIN_SCRIPT_ID}"`;
const LESS_THAN = 0x3c;

/** `undefined` for what is neither PDF nor Office file nor HTML with data of ours. */
export function documentFormat(bytes: Uint8Array): DocumentFormat | undefined {
  for (const [format, magic] of MAGIC) if (magic.every((byte, at) => bytes[at] === byte)) return format;
  const first = bytes.subarray(0, 256).find((byte) => byte > 0x20 && byte < 0x80);
  return first === LESS_THAN && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MARK)
    ? "html"
    : undefined;
}
