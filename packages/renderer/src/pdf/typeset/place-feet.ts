/** The line at the foot of every page. */
import { roleOf } from "../../fonts/roles.ts";
import type { FooterPart, PageFooter, PageSetup } from "../../page/page-setup.ts";
import type { PlacedPage, PlacedText } from "./placed.ts";
import { type Letter, type LetterCase, strideOf } from "./lines/set-text.ts";
import type { TextStyle } from "./lines/text-style.ts";

/** The pages of a whole document. In the middle of the lower margin, or as far below the type area as the style sheet says. */
export function placeFeet(pages: readonly PlacedPage[], setup: PageSetup, letterCase: LetterCase): void {
  for (const [at, page] of pages.entries()) {
    const number = at + 1;
    const footer = number % 2 === 0 ? (setup.evenFooter ?? setup.footer) : setup.footer;
    if (footer !== null) placeFoot(page, setup, footer, { number, count: pages.length }, letterCase);
  }
}

function placeFoot(
  page: PlacedPage,
  { width, height, margin }: PageSetup,
  footer: PageFooter,
  numbers: { readonly number: number; readonly count: number },
  letterCase: LetterCase,
): void {
  const style = styleOf(footer);
  const text = footer.content.map((part) => textOf(part, numbers)).join("");
  const letters = [...text].map((character) => letterCase.letterOf(style, character.codePointAt(0) ?? 0));
  const room = width - margin.left - margin.right;
  const free = room - widthOf(letters, style);
  const share = footer.align === "left" ? 0 : footer.align === "center" ? 0.5 : 1;
  const { ascent, descent } = letterCase.faceOf(style);
  const line = ((ascent - descent) * style.size) / 1000;
  const top = height - margin.bottom + (footer.drop ?? (margin.bottom - line) / 2);
  const baseline = top + (ascent * style.size) / 1000;
  let x = margin.left + free * share;
  const foot: PlacedText[] = [];
  for (const run of runsOf(letters)) {
    foot.push({ x, baseline, style, letters: run, spread: 0, tag: undefined });
    x += widthOf(run, style);
  }
  // Painted first, as where the feet of a whole document are put under the pages of its parts.
  page.texts.unshift(...foot);
}

const styles = new WeakMap<PageFooter, TextStyle>();

function styleOf(footer: PageFooter): TextStyle {
  const known = styles.get(footer);
  if (known !== undefined) return known;
  const { families, size } = footer;
  const style: TextStyle = { role: roleOf(families), bold: false, size, color: "000000", spacing: 0, noWrap: true };
  styles.set(footer, style);
  return style;
}

function textOf(part: FooterPart, { number, count }: { readonly number: number; readonly count: number }): string {
  if ("text" in part) return part.text;
  return String(part.count === "page" ? number : count);
}

function widthOf(letters: readonly Letter[], style: TextStyle): number {
  return letters.reduce((sum, letter) => sum + strideOf(letter, style), 0);
}

/** Letters of one face each. */
function runsOf(letters: readonly Letter[]): Letter[][] {
  const runs: Letter[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run?.[0]?.face === letter.face) run.push(letter);
    else runs.push([letter]);
  }
  return runs;
}
