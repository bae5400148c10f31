/** Glyph → text, read from a ToUnicode CMap as Skia and our typesetter write it (two-byte codes, bfchar and bfrange). */
export function readToUnicode(cmap: string): Map<number, string> {
  const meanings = new Map<number, string>();
  let left = GLYPHS;
  for (const block of cmap.matchAll(/beginbf(char|range)\n(.*?)endbf/gs)) {
    const entries = block[2] ?? "";
    if (block[1] === "char") {
      for (const [, code, text] of entries.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
        meanings.set(Number.parseInt(code ?? "", 16), utf16(text ?? ""));
      }
    } else {
      for (const [, first, last, text] of entries.matchAll(/<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]+)>/gi)) {
        const [from, to] = [Number.parseInt(first ?? "", 16), Number.parseInt(last ?? "", 16)];
        left -= Math.max(0, to - from + 1);
        // A map out of other hands may ask for anything; ours gives every glyph one meaning.
        if (left < 0) return meanings;
        addRange(meanings, from, to, utf16(text ?? ""));
      }
    }
  }
  return meanings;
}

const GLYPHS = 0x10000;
const LAST_CHARACTER = 0x10ffff;

function addRange(meanings: Map<number, string>, first: number, last: number, text: string): void {
  const base = text.codePointAt(0) ?? 0;
  if (last >= GLYPHS || base + last - first > LAST_CHARACTER) return;
  for (let code = first; code <= last; code++) meanings.set(code, String.fromCodePoint(base + code - first));
}

function utf16(hex: string): string {
  let text = "";
  for (let at = 0; at + 4 <= hex.length; at += 4)
    text += String.fromCharCode(Number.parseInt(hex.slice(at, at + 4), 16));
  return text;
}
