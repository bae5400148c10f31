/** Family, full and PostScript names; `typographic` is the family that all weights share. */
const ids = { family: 1, full: 4, version: 5, postScript: 6, typographic: 16 } as const;

export interface FontNames {
  /** Everything that the font calls itself, each once. */
  readonly all: readonly string[];
  /** Its family as a Chinese reader knows it. */
  readonly family: string;
  readonly postScript: string;
}

/** More than any font has; a table that claims more is broken. */
const mostNames = 4000;

/** The names of a font, from its `name` table. */
export function readFontNames(table: Buffer): FontNames {
  const strings = table.readUInt16BE(4);
  const found: { id: number; chinese: boolean; text: string }[] = [];
  for (let index = 0; index < Math.min(table.readUInt16BE(2), mostNames); index++) {
    const at = 6 + 12 * index;
    const [platform, encoding, language, id, length, offset] = [0, 2, 4, 6, 8, 10].map((shift) =>
      table.readUInt16BE(at + shift),
    ) as [number, number, number, number, number, number];
    const decoder = decoderFor(platform, encoding);
    if (decoder === undefined || !Object.values<number>(ids).includes(id)) continue;
    const from = strings + offset;
    const text = decoder
      .decode(table.subarray(from, from + length))
      .replaceAll(/\p{C}/gu, "")
      .trim()
      .slice(0, 100);
    if (text !== "") found.push({ id, chinese: (language & 0x3ff) === 0x04 || encoding === 25, text });
  }
  const families = found.filter(({ id }) => id === ids.typographic || id === ids.family);
  const names = found.filter(({ id }) => id !== ids.version).map(({ text }) => text);
  return {
    all: [...new Set(names)],
    family: (families.find(({ chinese }) => chinese) ?? families[0])?.text ?? "",
    postScript: found.find(({ id }) => id === ids.postScript)?.text ?? "",
  };
}

/** Unicode, and the Chinese code pages of old fonts. */
function decoderFor(platform: number, encoding: number): InstanceType<typeof TextDecoder> | undefined {
  if (platform === 0 || (platform === 3 && (encoding === 0 || encoding === 1 || encoding === 10)))
    return new TextDecoder("utf-16be");
  if ((platform === 3 && encoding === 3) || (platform === 1 && encoding === 25)) return new TextDecoder("gbk");
  return platform === 1 && encoding === 0 ? new TextDecoder("windows-1252") : undefined;
}
