import type { Casting } from "../fonts/cast.ts";
import { type CharactersNeeded, checkCoverage } from "../fonts/coverage.ts";
import type { FontUsed } from "../fonts/font-set.ts";
import type { FontShelf } from "../fonts/font-shelf.ts";
import { FontRefused } from "../fonts/own/font-refused.ts";
import { badFontFailure, glyphFailure } from "./print-failures.ts";
import type { FontNotices } from "./font-notices.ts";
import type { PrintJob } from "./print-job.ts";

/** What a printer knows of fonts. */
export interface PrinterFonts {
  readonly shelf: FontShelf;
  readonly castings: readonly Casting[];
  readonly notices: FontNotices;
}

/** The roles that a page names, and the faces behind their common ones that its characters need. */
export interface ChosenFaces extends Pick<CharactersNeeded, "behind"> {
  readonly castings: readonly Casting[];
}

/** What a page shows, all of it, and what names the roles of its fonts. */
export interface FacesJob extends Pick<PrintJob, "title" | "texts"> {
  readonly roles: string;
}

/**
 * Opens the fonts of a page and tells, before anything is printed, what is not printed as it was asked for.
 * @throws PrintFailure `print/missing-glyph`, `print/bad-font`
 */
export async function chooseFaces(fonts: PrinterFonts, job: FacesJob): Promise<ChosenFaces> {
  const castings = fonts.castings.filter(({ role }) => job.roles.includes(role));
  const needed = await openNeeded(fonts.shelf, castings, job.texts);
  if (needed.missing.length > 0) throw glyphFailure(needed.missing, castings);
  fonts.notices.tell(castings, needed.lent, job.title);
  return { castings, behind: needed.behind };
}

/** The files of the fonts that a page with these faces is printed with. */
export function usedFonts({ shelf }: PrinterFonts, { castings, behind }: ChosenFaces): readonly FontUsed[] {
  const families = new Set([...castings.map(({ main }) => main.family), ...behind.map(({ from }) => from.family)]);
  return shelf.usedBy((family) => families.has(family));
}

/** Each turn opens a further font; there are few, and mostly the first answer stands. */
async function openNeeded(
  shelf: FontShelf,
  castings: readonly Casting[],
  texts: readonly string[],
): Promise<CharactersNeeded> {
  for (;;) {
    const needed = checkCoverage(texts, castings, shelf.coverage);
    if (needed.unopened.length === 0) return needed;
    await shelf.open(needed.unopened).catch((error: unknown) => {
      throw error instanceof FontRefused ? badFontFailure(error) : error;
    });
  }
}
