/** Characters of the symbol fonts, which a Word file keeps by their place in the font. */

const SYMBOL = glyphs(
  "22∀ 24∃ 27∋ 2a∗ 2d− 40≅ 5e⊥ 7e∼ 44Δ 46Φ 47Γ 4cΛ 50Π 51Θ 53Σ 57Ω 58Ξ 59Ψ 61α 62β 64δ 65ε 66φ 67γ 68η 6bκ 6cλ 6dμ",
  "70π 71θ 72ρ 73σ 74τ 77ω 78ξ 79ψ 7aζ a2′ a3≤ a4⁄ a5∞ ab↔ ac← ad↑ ae→ af↓ b0° b1± b2″ b3≥ b4× b5∝ b7• b8÷ b9≠ ba≡",
  "bb≈ bc… c5⊕ d6√ d7⋅ e5∑",
);
const WINGDINGS = glyphs(
  "6c● 6e■ 6f□ 70❐ 71❑ 72❒ 75◆ 76❖ 77⬥ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ a1○ a8□ d8➢ e0→ fb✗ fc✓ fd☒ fe☑",
);
const WINGDINGS_2 = glyphs("2a□ 4f✗ 50✓ 51☒ 52☑ 53☒ 54☒ a3□");

/** The character that a symbol font shows for a code, with or without F000 added; `undefined` where that is not known. */
export function symbolOf(font: string, code: number): string | undefined {
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const name = font.toLowerCase().replaceAll(/\s+/gu, "");
  if (name === "symbol") return SYMBOL.get(at) ?? plain(at);
  if (name === "wingdings") return WINGDINGS.get(at);
  if (name === "wingdings2") return WINGDINGS_2.get(at);
  return isPrivate(code) ? undefined : String.fromCodePoint(code);
}

/** Whether text set in this font shows other characters than it holds. */
export function isSymbolFont(font: string): boolean {
  return /^(?:symbol|wingdings\s*[23]?|webdings)$/iu.test(font);
}

/** Of the private use area, where a code says nothing without its font. */
export function isPrivate(code: number): boolean {
  return code >= 0xe000 && code <= 0xf8ff;
}

// Digits and most punctuation of Symbol are those of ASCII.
function plain(code: number): string | undefined {
  return code >= 0x20 && code <= 0x3f ? String.fromCodePoint(code) : undefined;
}

function glyphs(...lists: readonly string[]): ReadonlyMap<number, string> {
  return new Map(lists.flatMap((list) => list.split(" ").map((each) => [Number.parseInt(each, 16), each.slice(2)])));
}
