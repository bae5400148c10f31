/** Chinese text in lines of a fixed width, where a Han character takes two columns. */
import { createRequire } from "node:module";
import type * as StringWidth from "string-width";
import { visible } from "./console.ts";

/** What may not begin a line. */
const CLOSING = /^[，。、；：！？）】」』》〉”’…—～·,.;:!?)\]}%％]/u;

const require = createRequire(import.meta.url);
let library: typeof StringWidth | undefined;

/** Columns of a text, wide where East Asian terminals are wide. */
export function widthOf(text: string): number {
  // Its patterns for emoji take thirty milliseconds, and most commands print no table.
  library ??= require("string-width") as typeof StringWidth;
  return library.default(text, { ambiguousIsNarrow: false });
}

/** Columns of what has been asked for; a list of findings repeats a few hundred characters some hundred thousand times. */
const known = new Map<string, number>();

/** Columns of one character, or of a word. */
function widthOfPiece(piece: string): number {
  // Words are many, and the library is quick with them.
  if (piece.length > 2) return widthOf(piece);
  let width = known.get(piece);
  if (width === undefined) known.set(piece, (width = widthOf(piece)));
  return width;
}

/** The lines of a text, each at most `width` columns; a word or figure is broken only where it is wider than a line. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let room = width;
  for (const piece of piecesOf(text)) {
    const wide = widthOfPiece(piece);
    // A mark that closes goes beyond the edge rather than to the next line's start.
    if (line !== "" && wide > room && !CLOSING.test(piece)) {
      lines.push(line.trimEnd());
      line = "";
      room = width;
      if (piece.trim() === "") continue;
    }
    for (const part of wide > width ? piece : [piece]) {
      const columns = widthOfPiece(part);
      if (columns > room && line !== "" && !CLOSING.test(part)) {
        lines.push(line);
        line = "";
        room = width;
      }
      line += part;
      room -= columns;
    }
  }
  if (line.trim() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The first line, hung behind `lead`, the others below it. The text's own line ends become blanks, its control characters signs. */
export function hang(lead: string, text: string, width: number): string {
  const indent = " ".repeat(widthOf(lead));
  return wrap(visible(text.replaceAll(/\s*\n\s*/gu, " ")), width - indent.length)
    .map((line, at) => `${at === 0 ? lead : indent}${line}\n`)
    .join("");
}

/** The text, or as much of it as fits, with an ellipsis. */
export function shorten(text: string, width: number): string {
  // No character has more than two columns, and most texts are far from the edge.
  if (text.length * 2 <= width || widthOf(text) <= width) return text;
  let short = "";
  let room = width - 2;
  for (const character of text) {
    room -= widthOfPiece(character);
    if (room < 0) break;
    short += character;
  }
  return `${short}…`;
}

/** Han characters and marks one by one; Latin words, paths and figures whole. */
function piecesOf(text: string): readonly string[] {
  return text.match(/[\u0021-\u007E\u00A0-\u024F]+|\s+|[^\u0021-\u007E\u00A0-\u024F\s]/gu) ?? [];
}
