/** 注 / 备注 below the table: how the form is to be filled in, or what its unit has to say. */
import { type Edition, notesSpellings } from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { fold } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";

/** The notes as one text, a line a paragraph, and the rows of the foot that they cover. */
export interface Notes {
  readonly cell: PlacedCell;
  readonly from: number;
  readonly to: number;
}

/** Who filled the form in, and when: no part of the notes. */
const SIGNATURE = /^(?:填报(?:人|单位|日期)|联系(?:人|电话)|(?:项目|财务|单位)?负责人|审核人|制表人|日期)/u;
const NUMBERED = /^(?:\d{1,2}[.．、)）](?!\d)|[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)）、]|[①-⑳])/u;
/** What a footnote may be; the wire holds more, but a page that has more below its table is a document of its own. */
const MAX_ROWS = 60;
const MAX_CHARS = 6000;

/**
 *     注：1.得分一档最高不能超过该指标分值上限。
 *       2.定量指标若为正向指标……，则得分计算方法应用全年实际值÷
 *     年度指标值×该指标分值。
 *
 * The caption is the edition's, in one of its spellings, with a colon behind it or a number. Wrapped lines are put together;
 * a numbered line begins a paragraph. `undefined` where the foot has no such caption.
 */
export function readNotes(foot: readonly PlacedRow[], edition: Edition): Notes | undefined {
  const opens = new RegExp(`^(?:${notesSpellings(edition).join("|")})\\s*(?:[:：]|(?=\\d{1,2}[.．、]))\\s*`, "u");
  const from = foot.findIndex((row) => opens.test(textIn(row)));
  const first = foot[from];
  if (first === undefined) return undefined;
  const paragraphs: string[][] = [];
  let [to, chars] = [from, 0];
  for (const row of foot.slice(from, from + MAX_ROWS)) {
    const text = to === from ? textIn(row).replace(opens, "") : textIn(row);
    chars += text.length;
    // What stands behind the caption itself is notes, whatever it looks like.
    const ends = to > from && (SIGNATURE.test(fold(text.slice(0, 40))) || isTail(text));
    if (chars > MAX_CHARS || ends) break;
    for (const line of text.split("\n")) addLine(line.trim(), paragraphs);
    to += 1;
  }
  const text = paragraphs.map(joinWrapped).join("\n");
  if (text === "") return undefined;
  const origin = first.cells.find((cell) => cell.text.trim() !== "")?.origin ?? { file: "" };
  return { cell: { text, origin }, from, to };
}

function addLine(line: string, paragraphs: string[][]): void {
  const open = paragraphs.at(-1);
  const goesOn = open !== undefined && !NUMBERED.test(line) && !/[。：:]$/u.test(open.at(-1) ?? "");
  if (line === "") return;
  if (goesOn) open.push(line);
  else paragraphs.push([line]);
}

// A merged cell may be repeated in every column that it covers.
function textIn(row: PlacedRow): string {
  const texts = row.cells.map(({ text }) => text.trim()).filter((text) => text !== "");
  return texts.filter((text, at) => text !== texts[at - 1]).join(" ");
}

// Page numbers and the like that the page noise did not take.
function isTail(text: string): boolean {
  return /^[-—–]?\s*\d{1,4}\s*[-—–]?$/u.test(text);
}
