import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import type { Weight } from "../roles.ts";
import { FontRefused } from "./font-refused.ts";
import { type FontNames, readFontNames } from "./read-font-names.ts";

/** The largest Chinese fonts have some 40 MB. */
const MOST_FONT_BYTES = 64 * 2 ** 20;

const limits = { faces: 64, tables: 128, names: 2 ** 20, small: 4096 } as const;

/** A face as its file describes it; no glyph has been looked at. */
export interface DescribedFace {
  readonly index: number;
  readonly names: FontNames;
  readonly weight: Weight;
  /** How far the face is from a plain regular or bold. */
  readonly oddity: number;
  /** Why it cannot be printed with, if it cannot; a Chinese sentence without its full stop. */
  readonly hindrance: string | undefined;
}

/**
 * The faces of a font file, by reading no more than their directories and small tables.
 * @throws FontRefused when it is no font, or a broken one
 */
export async function openFontFile(path: string): Promise<readonly DescribedFace[]> {
  const file = basename(path);
  const handle = await open(path, "r");
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new FontRefused(file, "不是普通文件");
    if (stat.size > MOST_FONT_BYTES) throw new FontRefused(file, `大于 ${MOST_FONT_BYTES / 2 ** 20} MB，超过上限`);
    const reader = new Reader(handle, stat.size);
    const starts = await facesIn(reader);
    const faces: DescribedFace[] = [];
    for (const [index, at] of starts.entries()) faces.push(await describeFace(reader, index, at));
    return faces;
  } catch (error) {
    if (error instanceof FontRefused) throw error;
    if (error instanceof Broken || error instanceof RangeError)
      throw new FontRefused(file, "不是完整的字体文件", error);
    throw error;
  } finally {
    await handle.close();
  }
}

class Broken extends Error {}

class Reader {
  readonly #handle: FileHandle;
  readonly #size: number;

  constructor(handle: FileHandle, size: number) {
    this.#handle = handle;
    this.#size = size;
  }

  async read(from: number, length: number): Promise<Buffer> {
    if (from + length > this.#size) throw new Broken(`${from}+${length} > ${this.#size}`);
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, from);
    if (bytesRead !== length) throw new Broken(`${bytesRead} < ${length}`);
    return buffer;
  }
}

async function facesIn(reader: Reader): Promise<readonly number[]> {
  const head = await reader.read(0, 12);
  if (head.toString("latin1", 0, 4) !== "ttcf") return [0];
  const count = head.readUInt32BE(8);
  if (count === 0 || count > limits.faces) throw new Broken(`${count} faces`);
  const starts = await reader.read(12, 4 * count);
  return Array.from({ length: count }, (_, index) => starts.readUInt32BE(4 * index));
}

async function describeFace(reader: Reader, index: number, at: number): Promise<DescribedFace> {
  const head = await reader.read(at, 12);
  const kind = head.toString("latin1", 0, 4);
  if (!["\0\x01\0\0", "true", "OTTO"].includes(kind)) throw new Broken(`kind ${kind}`);
  const count = head.readUInt16BE(4);
  if (count === 0 || count > limits.tables) throw new Broken(`${count} tables`);
  const directory = await reader.read(at + 12, 16 * count);
  const places = new Map(
    Array.from({ length: count }, (_, entry) => [
      directory.toString("latin1", 16 * entry, 16 * entry + 4),
      { from: directory.readUInt32BE(16 * entry + 8), length: directory.readUInt32BE(16 * entry + 12) },
    ]),
  );
  const table = async (tag: string, most: number) => {
    const place = places.get(tag);
    if (place === undefined || place.length > most) throw new Broken(`table ${tag}`);
    return await reader.read(place.from, place.length);
  };
  const names = readFontNames(await table("name", limits.names));
  const style = places.has("OS/2") ? await table("OS/2", limits.small) : Buffer.alloc(10);
  const italic = ((await table("head", limits.small)).readUInt16BE(44) & 2) !== 0;
  const stated = style.readUInt16BE(4) || 400;
  const weight = stated >= 600 ? 700 : 400;
  return {
    index,
    names,
    weight,
    oddity: Math.abs(stated - weight) + (italic ? 1000 : 0),
    hindrance: hindranceOf(new Set(places.keys()), style.readUInt16BE(8)),
  };
}

/** What the tables tell: outlines that the browser prints right, and the maker's leave to embed them (OS/2 fsType). */
function hindranceOf(tables: ReadonlySet<string>, permissions: number): string | undefined {
  if (tables.has("CFF ") || tables.has("CFF2"))
    return "是 CFF 轮廓（OpenType/PostScript），印成 PDF 会变成 Type 3 字体，复制、检索得到的是部首而不是汉字；请换用同一字体的 TrueType 版（.ttf）";
  if (!tables.has("glyf") || !tables.has("loca") || !tables.has("cmap")) return "没有 TrueType 轮廓";
  if (tables.has("fvar")) return "是可变字体，印成 PDF 会变成 Type 3 字体；请换用固定字重的版本";
  // 同时标了更宽的许可，以宽的为准（OpenType 规范 OS/2 fsType）。
  if ((permissions & 0xe) === 0x2)
    return "字体声明不许嵌入文档（OS/2 fsType 为“受限”），未用；请换用许可嵌入的授权版本";
  if ((permissions & 0x100) !== 0)
    return "字体声明不许只嵌入一部分字形（OS/2 fsType），而 PDF 总是只嵌入用到的字，未用";
  if ((permissions & 0x200) !== 0) return "字体声明只许嵌入点阵（OS/2 fsType），未用";
  return undefined;
}
