/** Text → GB18030, from the platform's decoder turned round. Two-byte characters and ASCII: what forms are written in. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder("gb18030");
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if ([...text].length === 1 && text !== "\uFFFD") codes.set(text, [lead, trail]);
  }
}

/** Throws for a character that needs four bytes. */
export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character <= "\u007F") return [character.charCodeAt(0)];
      const code = codes.get(character);
      if (code === undefined) throw new Error(`no two-byte code for ${character}`);
      return [...code];
    }),
  );
}
