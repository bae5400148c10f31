/** As many entries as a block of a CMap may have. */
const PER_BLOCK = 100;

const head = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<</Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const foot = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;

/**
 * A ToUnicode CMap: glyphs from 1 on mean these code points, which go upwards. Neighbours share an entry, as long as
 * the last bytes of both sides go up without a carry: the format allows no more.
 */
export function writeToUnicode(codes: readonly number[]): string {
  const single: string[] = [];
  const ranges: string[] = [];
  for (let from = 0; from < codes.length; ) {
    const code = codes[from] ?? 0;
    let to = from;
    for (let next = code + 1; codes[to + 1] === next && (next & 0xff) !== 0 && ((to + 2) & 0xff) !== 0; next++) to++;
    if (to === from) single.push(`<${digits(from + 1)}> <${utf16(code)}>\n`);
    else ranges.push(`<${digits(from + 1)}> <${digits(to + 1)}> <${utf16(code)}>\n`);
    from = to + 1;
  }
  return `${head}${blocks(single, "bfchar")}${blocks(ranges, "bfrange")}${foot}`;
}

function blocks(entries: readonly string[], kind: "bfchar" | "bfrange"): string {
  let text = "";
  for (let from = 0; from < entries.length; from += PER_BLOCK) {
    const block = entries.slice(from, from + PER_BLOCK);
    text += `${block.length} begin${kind}\n${block.join("")}end${kind}\n`;
  }
  return text;
}

function utf16(code: number): string {
  if (code < 0x10000) return digits(code);
  return digits(0xd800 + ((code - 0x10000) >> 10)) + digits(0xdc00 + ((code - 0x10000) & 0x3ff));
}

function digits(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, "0");
}
