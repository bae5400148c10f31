/**
 * A small typesetter, and the text that a PDF text extractor gives back for its sheet: runs in
 * the order in which they were drawn (row by row, cell by cell, a merged label before its first row), a blank where
 * two runs share a baseline, and a blank line where the extractor believes that a paragraph ends.
 */

/** Column widths in full-width units and what else differs between publishers. */
export interface PdfStyle {
  readonly level1: number;
  readonly level2: number;
  readonly name: number;
  readonly target: number;
  readonly actual: number;
  readonly note: number;
  readonly fundLabel: number;
  readonly projectName: number;
  readonly unitName: number;
  readonly goalLeft: number;
  readonly goalRight: number;
  readonly goalIndent: number;
  /** A cell's text is centred across its column; else it begins at the left. */
  readonly centred: boolean;
  /** Glyph height over line pitch, for lines with and without Latin: ×2.5 is the drop that ends a paragraph. */
  readonly height: number;
  readonly latinHeight: number;
  /** `pdf` is what the extractor does; the others write none, or one after every line. */
  readonly blankLines: "pdf" | "none" | "all";
  /** The extractor sorts lines by height, so that the lines of neighbouring cells alternate: not readable, to be refused. */
  readonly sorted?: boolean;
  /** Cells that share a baseline stand on lines of their own all the same. */
  readonly cellPerLine?: boolean;
  /** Lines of a page; undefined: one endless page. */
  readonly pageLines?: number | undefined;
  readonly repeatHead: boolean;
  readonly pageNumber?: ((page: number) => string) | undefined;
  readonly unitOnOwnLine: boolean;
  readonly wholeHead: boolean;
}

interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly page: number;
}

const wide = (char: string): boolean =>
  (char.codePointAt(0) ?? 0) >= 0x2e80 || ("“”‘’…—≥≤×".includes(char) && !"≥≤".includes(char));
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (wide(char) ? 1 : 0.53), 0);
const NO_START = "，。；、：！？”’》）),.;:%】」";
const NO_END = "“‘《（(【「";

/** Wraps as a word processor does: Latin words and figures whole, no closing mark at a line's start. */
export function wrap(text: string, width: number): string[] {
  const units = text.match(/[A-Za-z0-9.,%+-]+|\s+|./gsu) ?? [];
  const lines: string[] = [];
  let line = "";
  for (const unit of units) {
    if (line !== "" && widthOf(line + unit.trimEnd()) > width + 0.01) {
      if (NO_START.includes(unit[0] ?? "")) {
        const carried = [...line].pop() ?? "";
        lines.push(line.slice(0, line.length - carried.length));
        line = carried + unit;
        continue;
      }
      let carried = "";
      while (line.length > 1 && NO_END.includes(line.at(-1) ?? "")) {
        carried = (line.at(-1) ?? "") + carried;
        line = line.slice(0, -1);
      }
      lines.push(line.trimEnd());
      line = (carried + unit).trimStart();
    } else line += unit;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines.filter((each) => each !== "");
}

export interface Cell {
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
}

export const cell = (text: string, x: number, width: number): Cell => ({ lines: wrap(text, width), x, width });

export class Sheet {
  readonly runs: Run[] = [];
  readonly style: PdfStyle;
  y = 0;
  page = 1;

  constructor(style: PdfStyle) {
    this.style = style;
  }

  room(): number {
    return this.style.pageLines === undefined ? Infinity : this.style.pageLines - this.y;
  }

  newPage(): void {
    this.page += 1;
    this.y = 0;
  }

  draw(own: Cell, top: number, height: number, from = 0, to = own.lines.length, centred = this.style.centred): void {
    const shown = own.lines.slice(from, to);
    const start = top + Math.max((height - shown.length) / 2, 0);
    for (const [at, text] of shown.entries()) {
      const x = own.x + (centred ? Math.max((own.width - widthOf(text)) / 2, 0) : 0);
      this.runs.push({ text, x, y: start + at, page: this.page });
    }
  }

  /** A row that is never cut. */
  row(cells: readonly Cell[], gap = 0.4): void {
    const height = Math.max(...cells.map(({ lines }) => lines.length));
    if (this.room() < height) this.newPage();
    for (const own of cells) this.draw(own, this.y, height);
    this.y += height + gap;
  }
}

/** What the extractor makes of the runs. */
export function extract(runs: readonly Run[], style: PdfStyle): string {
  let text = "";
  let before: Run | undefined;
  let lineStart: Run | undefined;
  let [startsParagraph, hanging, latin] = [true, false, false];
  const drawn = style.sorted === true ? runs.toSorted((a, b) => a.page - b.page || a.y - b.y || a.x - b.x) : runs;
  for (const run of drawn) {
    if (before !== undefined && before.page === run.page && Math.abs(before.y - run.y) < 0.2 && run.x > before.x) {
      text += `${style.cellPerLine === true ? "\n" : " "}${run.text}`;
      latin ||= /[A-Za-z0-9]/u.test(run.text);
      before = run;
      continue;
    }
    if (before !== undefined) {
      const paged = before.page !== run.page;
      const drop = Math.abs(run.y - before.y);
      const jump = run.x - (lineStart?.x ?? 0);
      let paragraph = false;
      let hangs = false;
      if (drop > 2.5 * (latin ? style.latinHeight : style.height)) paragraph = true;
      else if (jump > 1) {
        if (startsParagraph) hangs = true;
        else paragraph = true;
      } else if (jump < -0.5) paragraph = !startsParagraph;
      else hangs = hanging;
      if (style.blankLines === "all") paragraph = true;
      if (style.blankLines === "none") paragraph = false;
      text += paged ? (style.blankLines === "none" ? "\n" : "\n\n\n\n") : paragraph ? "\n\n" : "\n";
      startsParagraph = paragraph || paged;
      hanging = hangs;
    }
    text += run.text;
    latin = /[A-Za-z0-9]/u.test(run.text);
    lineStart = run;
    before = run;
  }
  return `${text}\n`;
}
