/**
 * What a small file may swell to, looked at before pdf.js unpacks it: pdf.js has no limit of its own. Streams are found
 * by their keywords, whatever the tables of the file say of them.
 */
import { constants, inflateSync } from "node:zlib";
import { Refusal } from "../../refusal.ts";

/** One stream unpacked; a stream of operators or objects; all streams. Fonts are the largest that a form has. */
const MAX_STREAM = 64 * 1024 * 1024;
const MAX_OPERATORS = 12 * 1024 * 1024;
const MAX_TOTAL = 400 * 1024 * 1024;
const MAX_STREAMS = 200_000;
/** Streams packed within packed streams. */
const MAX_DEPTH = 3;

/** Throws a refusal when one of the streams, or all of them, would take more memory than any form needs. */
export function refuseBombs(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  let count = 0;
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    if (file.subarray(at - 3, at).toString("latin1") === "end") continue;
    count += 1;
    if (count > MAX_STREAMS) throw tooLarge(`共有 ${MAX_STREAMS} 个以上的数据流。`);
    let from = at + 6;
    if (file[from] === 0x0d) from += 1;
    if (file[from] === 0x0a) from += 1;
    if (!isPacked(file.subarray(from, from + 2)) || isPicture(file, at)) continue;
    const next = file.indexOf("endstream", from);
    const end = next === -1 ? file.length : next;
    total += unpackedSize(file.subarray(from, end));
    if (total > MAX_TOTAL) throw tooLarge("各部分解开后合计超过 400 MiB。");
  }
}

function unpackedSize(packed: Uint8Array): number {
  let content = packed;
  let size = 0;
  for (let depth = 0; depth < MAX_DEPTH && isPacked(content); depth += 1) {
    const unpacked = unpack(content);
    if (unpacked === undefined) return size;
    if (unpacked.length > MAX_OPERATORS && isText(unpacked)) throw tooLarge("一页的绘图指令解开后超过 12 MiB。");
    size += unpacked.length;
    content = unpacked;
    // What is packed in packing swells as often as it is packed.
    if (depth > 0 && unpacked.length > MAX_OPERATORS) throw tooLarge("层层压缩的数据解开后超过 12 MiB。");
  }
  return size;
}

function unpack(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: MAX_STREAM, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (cause) {
    if (
      cause instanceof RangeError ||
      (cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE")
    )
      throw tooLarge("一个数据流解开后超过 64 MiB。");
    // Damaged, or not packed at all; pdf.js will tell.
    return undefined;
  }
}

function isPacked([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0;
}

// No picture is unpacked.
function isPicture(file: Buffer, stream: number): boolean {
  const dictionary = file.subarray(Math.max(0, stream - 1500), stream).toString("latin1");
  return /\/Subtype\s*\/Image\b/u.test(dictionary.slice(Math.max(dictionary.lastIndexOf(" obj"), 0)));
}

function isText(content: Uint8Array): boolean {
  const sample = content.subarray(0, 2000);
  const plain = sample.filter(
    (byte) => (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09,
  );
  return plain.length > sample.length * 0.9;
}

function tooLarge(why: string): Refusal {
  return new Refusal(
    "too-large",
    undefined,
    "PDF 解开后过大，没有读取。",
    why,
    "请用原来的程序重新导出 PDF，或交 Excel、Word 文件。",
  );
}
